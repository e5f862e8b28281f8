import { z } from 'zod';
import { CaseHandoff } from '../model/attempt';
import { CaseRef, CaseSnapshot, Entry, Health, Word } from '../model/case';
import { DebugReport } from '../model/debug';
import { Answer, Draft } from '../model/handoff';
import { Landing } from '../model/landing';
import { Playbook, type Route } from '../model/playbook';
import { PanelPlace } from '../model/settings';
import { gateCalls } from './gate-protocol';
import { type KeptOne, type KeptRow, keptCalls } from './kept-protocol';
import { PanelState, Trouble } from './panel-shapes';
import { Done, DraftStatus, Nonce, Nothing } from './shapes';
import { type TeachOrder, teachCalls } from './teach-protocol';

export { type GateAnswer, type GateMemory, type GatePlaybook, Left } from './gate-protocol';
export { Hold, PanelCase, PanelState, type Trouble } from './panel-shapes';
export type { Done } from './shapes';
export { DraftStatus } from './shapes';

/**
 * The one protocol: every message that the background answers, with what goes in, what comes out, and who may send it.
 * `page` is a content script in an allowed desk's page, or the practice page; `panel` the checklist in its frame, `lesson` the one that leads who teaches a page;
 * `extension` a page of ours at top level.
 */
export type Sender = 'page' | 'panel' | 'lesson' | 'extension';

const Origin = z.url().max(300);
/** A line for the strip, named by its key in the locale files. */
export const Line = z.object({
  key: z.string().max(64),
  subs: z.array(z.string().max(300)).max(4),
  tone: z.enum(['good', 'plain', 'warn']),
});
export type Line = z.infer<typeof Line>;

/** Why a source is no use: a code of the locale files, and where it is wrong. */
const SourceProblem = z.object({
  why: z.string(),
  line: z.number().optional(),
  at: z.string().optional(),
  detail: z.string().optional(),
});

export const calls = {
  ...gateCalls,
  ...keptCalls,

  /** Entries that stand before those of the `case/seen` that names them: of a long conversation all in one message would keep the page too long. */
  'case/part': { from: ['page'], in: z.object({ of: Nonce, entries: z.array(Entry).min(1).max(200) }), out: Nothing },
  /** The overlay read the case. */
  'case/seen': {
    from: ['page'],
    in: z.object({
      snapshot: CaseSnapshot,
      /** So many entries came before, in parts. Refused where they are not all here. */
      earlier: z.object({ of: Nonce, count: z.number().int().positive().max(1000) }).optional(),
      /** The page shows the case in full: fields that it does not show are not there. Otherwise earlier ones are kept. */
      full: z.boolean(),
      /** When this document was loaded: only a page loaded after a request left can tell how it ended. */
      loadedAt: z.number(),
      me: z.string().max(300).optional(),
      /** The words that the page's own controls list, by field: teams and people. */
      words: z.record(z.string(), z.array(z.string().max(300)).max(500)),
      /** The ids that those controls have for words. */
      ids: z.array(Word).max(500).optional(),
    }),
    out: z.object({
      line: Line.nullable(),
      drafts: z.array(DraftStatus),
      /** Something that was typed in a page of this case is kept: the page may ask for it. */
      kept: z.literal(true).optional(),
    }),
  },
  /** What rows of the page show of cases that the background asked about; at the first look also what the page says of itself. */
  'case/rows': {
    from: ['page'],
    in: z.object({
      rows: z.array(z.object({ ref: CaseRef, values: z.record(z.string(), z.string().max(4000)) })).max(200),
      loadedAt: z.number(),
      landing: Landing.optional(),
    }),
    out: Nothing,
  },
  /** The overlay made a frame for the panel. */
  'overlay/frame': { from: ['page'], in: z.object({ nonce: Nonce }), out: z.object({ panel: PanelPlace }) },
  /** The person made the panel so wide; null: as wide as the window gives it. */
  'overlay/width': {
    from: ['page'],
    in: z.object({ width: PanelPlace.shape.chosen.unwrap().nullable() }),
    out: Nothing,
  },
  /** The person touched what may hand over this case: the panel draws its checklist, out of sight. How far its draft is, where it could. */
  'overlay/touched': {
    from: ['page'],
    /** What the page calls it, and the team that it shows. */
    in: z.object({
      ref: CaseRef,
      title: z.string().max(1000).optional(),
      team: z.string().max(4000).optional(),
    }),
    out: z.object({ status: DraftStatus.nullable() }),
  },
  /** The person opened the panel from the tab. */
  'overlay/open': { from: ['page'], in: z.object({ handoff: CaseHandoff.nullable() }), out: Done },
  /** The practice page starts anew, or is left: nothing of what was practised there stays. */
  'practice/forget': { from: ['page'], in: Nothing, out: Nothing },
  /** The page does what it can against Baton's element: it has left. */
  'overlay/retreated': { from: ['page'], in: Nothing, out: Nothing },

  'panel/state': {
    from: ['panel'],
    in: z.object({ nonce: Nonce }),
    out: z.object({ state: PanelState.nullable(), trouble: Trouble.optional() }),
  },
  /** One answer, kept for every case of the hold. Answered only after the database has it. */
  'draft/save': {
    from: ['panel'],
    in: z.object({
      nonce: Nonce,
      keys: z.array(z.string()).min(1).max(200),
      criterion: z.string().max(64),
      answer: Answer.nullable(),
    }),
    out: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), revision: z.number(), at: z.number() }),
      z.object({ ok: z.literal(false), code: z.string(), detail: z.string().optional() }),
    ]),
  },
  'draft/reason': {
    from: ['panel'],
    in: z.object({ nonce: Nonce, keys: z.array(z.string()).min(1).max(200), reason: z.string().max(64) }),
    out: Done,
  },
  /** Hand over: judged again from the database, recorded as sending, then let go once. */
  'panel/send': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },
  'panel/override': {
    from: ['panel'],
    in: z.object({ nonce: Nonce, reason: z.string().trim().min(1).max(2000) }),
    out: Done,
  },
  /** Not a handoff: let it pass and record the misfire. */
  'panel/misfire': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },
  /** Not now: what was held is cancelled, the draft kept. */
  'panel/cancel': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },
  /** To whom the panel's hold goes and how many things it lacks: the tab says so while the panel is folded away. */
  'panel/held': {
    from: ['panel'],
    in: z.object({ nonce: Nonce, to: z.string().max(300), missing: z.number().int().nonnegative() }),
    out: Done,
  },
  /** Escape: the page is given back, what is held stays held. */
  'panel/hide': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },
  /** How the page is read, in a tab beside it. */
  'panel/reading': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },
  /** How each route of the playbook stands on the page; `set` names one that the person pressed, to be set first. */
  'panel/routes': {
    from: ['panel'],
    in: z.object({ nonce: Nonce, set: z.number().int().min(0).max(7).optional() }),
    out: z.object({ routes: z.array(z.enum(['set', 'can', 'cannot'])) }),
  },
  /** The panel goes to the other side of the window. */
  'panel/other-side': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },

  /** The person allowed a desk, or has it described by another site: remembered, and started where the browser allows its host. */
  'desk/allow': { from: ['extension'], in: z.object({ origin: Origin, site: z.string().max(64) }), out: Done },
  /** The popup is open over a tab: what Baton makes of its page, and why its icon is marked. From then on it is marked no more. */
  'tab/look': {
    from: ['extension'],
    in: z.object({ tab: z.number().int() }),
    out: z.object({
      health: Health.nullable(),
      mark: z.object({ code: z.string(), why: z.string().optional() }).nullable(),
    }),
  },
  /** How the page in a tab is read, looked at now; null where no case is. */
  'tab/reading': {
    from: ['extension'],
    in: z.object({ tab: z.number().int() }),
    out: z.object({ report: DebugReport.nullable() }),
  },
  /** Playbooks were saved, removed or taken over: gates that run learn of it. */
  'playbooks/changed': { from: ['extension'], in: Nothing, out: Done },
  /** What a source of playbooks brings, looked at by the background: no page of ours may ask anybody. Nothing of it is kept. */
  'source/look': {
    from: ['extension'],
    in: z.object({ url: z.string().max(2000) }),
    out: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), playbooks: z.array(Playbook) }),
      z.object({ ok: z.literal(false), problem: SourceProblem }),
    ]),
  },
  /** The source that was taken is looked at again, now. */
  'source/again': { from: ['extension'], in: Nothing, out: Nothing },
  'desk/remove': { from: ['extension'], in: z.object({ origin: Origin }), out: Done },

  ...teachCalls,
} as const satisfies Record<string, { from: readonly Sender[]; in: z.ZodType; out: z.ZodType }>;

export type CallName = keyof typeof calls;
export type CallIn<N extends CallName> = z.input<(typeof calls)[N]['in']>;
export type CallOut<N extends CallName> = z.output<(typeof calls)[N]['out']>;

/** What the background tells the page of a tab (gate and overlay, top frame). */
export type TabMessage =
  /** Settings, playbooks or hosts changed: a gate asks again for what it judges from, whichever frame it is in. */
  | { tell: 'renew' }
  | { tell: 'let-go'; attempt: string }
  | { tell: 'cancel'; attempt: string; why: string }
  /** The practice page, into which nothing can be brought, shall bring its overlay. */
  | { tell: 'overlay' }
  /** The panel may be needed soon. */
  | { tell: 'prepare' }
  | { tell: 'show-panel'; focus: boolean }
  /** `folded`: what it shows is held still. */
  | { tell: 'hide-panel'; folded?: boolean }
  | { tell: 'held'; to: string; missing: number }
  | { tell: 'place'; panel: z.infer<typeof PanelPlace> }
  | { tell: 'line'; line: Line }
  /** What does this page show at these places? */
  | { tell: 'shown'; places: { ref: CaseRef; field: string }[] }
  /** Says a line for as long as a place shows this. */
  | { tell: 'still-shown'; line: Line; place: { ref: CaseRef; field: string }; value: string }
  | { tell: 'look-for'; cases: { ref: CaseRef; fields: string[] }[] }
  | { tell: 'draft'; status: DraftStatus; ref: CaseRef }
  /** Does the person see the whole panel, and have for long enough? */
  | { tell: 'seen' }
  /** How is this page read? */
  | { tell: 'reading' }
  | { tell: 'teach'; order: TeachOrder }
  /** How do these stand on this page? One of them is to be set first, where it is named. */
  | { tell: 'routes'; routes: Route[]; set?: number }
  /** How do these kept texts stand on this page? One of them is to be put back first, where it is named. */
  | { tell: 'kept'; kept: KeptRow[]; put?: KeptOne }
  /** Does the gate here serve this desk? `site` names the data that it needs. */
  | { tell: 'ping'; origin: string; site: string };

/** `serves`: the page is of that origin, and the gate has the site's data. `wired`: the page's wire asks this gate. */
export type PingAnswer = { serves: boolean; wired: boolean };

/** What the background tells every open panel; each looks whether it concerns its own case. */
export const PanelNews = z.discriminatedUnion('news', [
  /** Saved in this tab or another. */
  z.object({ news: z.literal('draft'), draft: Draft }),
  /** The tab's hold, case or place changed: ask for the state again, unless it came along for the frame that shows this nonce. */
  z.object({
    news: z.literal('state'),
    tab: z.number(),
    shows: z.object({ nonce: Nonce, state: PanelState }).optional(),
  }),
  /** A tab's lesson went on: the frame that shows this nonce asks for it again. */
  z.object({ news: z.literal('lesson'), nonce: Nonce }),
]);
export type PanelNews = z.infer<typeof PanelNews>;
