import { z } from 'zod';

/** A desk that the person allowed, with the site that describes it. */
export const Desk = z.strictObject({ origin: z.url(), site: z.string() });
export type Desk = z.infer<typeof Desk>;

/** Who works in a team: logins, names or mail addresses as the desks show them. */
export const TeamRoster = z.strictObject({
  team: z.string().min(1).max(200),
  people: z.array(z.string().min(1).max(200)).max(500),
});
export type TeamRoster = z.infer<typeof TeamRoster>;

const PanelSide = z.enum(['left', 'right']);

/** Where the panel stands. `chosen`: the width that the person gave it, in pixels; without one it goes by the window's width (`overlay/frame.css`). */
export const PanelPlace = z.strictObject({ side: PanelSide, chosen: z.number().min(260).max(640).optional() });
export type PanelPlace = z.infer<typeof PanelPlace>;

/** As it was stored first, always with a width. 380 was stored with any other setting, so it is nobody's choice. */
const FirstPlace = z
  .strictObject({ side: PanelSide, width: z.number().min(300).max(720) })
  .transform(({ side, width }): PanelPlace => (width === 380 ? { side } : { side, chosen: Math.min(width, 640) }));

/** How a playbook is in force: it holds; it only counts what it would have held, until `until` handoffs; or it does nothing. */
export const Mode = z.enum(['armed', 'shadow', 'off']);
export type Mode = z.infer<typeof Mode>;

export const PlaybookMode = z.strictObject({
  playbook: z.string().min(1).max(64),
  mode: Mode,
  /** Since when, in milliseconds since 1970. */
  since: z.number().int().nonnegative(),
  /** In the shadow: after so many handoffs it asks to be armed. */
  handoffs: z.number().int().min(1).max(1000).optional(),
});
export type PlaybookMode = z.infer<typeof PlaybookMode>;

/** Who works here, where a desk does not say it: a name or login as the desks show it, and their team. */
export const Identity = z.strictObject({ name: z.string().max(200), team: z.string().max(200) });
export type Identity = z.infer<typeof Identity>;

/** What was stored before a part existed reads as if it held the default. */
export const Settings = z.strictObject({
  desks: z.array(Desk).max(200),
  roster: z.array(TeamRoster).max(200),
  /** What happens to a handoff that Baton cannot judge. */
  whenUnsure: z.enum(['open', 'closed']),
  panel: z.union([PanelPlace, FirstPlace]),
  /** Of playbooks that are not as they came (`lib/playbooks/all.ts`). */
  modes: z.array(PlaybookMode).max(300).default([]),
  identity: Identity.default({ name: '', team: '' }),
  /** What is older is forgotten, in days; 0 keeps all. */
  keepDays: z.number().int().min(0).max(3650).default(0),
  /** The welcome was gone through, or left. */
  welcomed: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;
