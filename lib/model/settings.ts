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

export const PanelPlace = z.strictObject({ side: z.enum(['left', 'right']), width: z.number().min(300).max(720) });
export type PanelPlace = z.infer<typeof PanelPlace>;

export const Settings = z.strictObject({
  desks: z.array(Desk).max(200),
  roster: z.array(TeamRoster).max(200),
  /** What happens to a handoff that Baton cannot judge. */
  whenUnsure: z.enum(['open', 'closed']),
  panel: PanelPlace,
});
export type Settings = z.infer<typeof Settings>;
