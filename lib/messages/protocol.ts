import { z } from 'zod';
import { CaseChange, CaseHandoff, Change, Door } from '../model/attempt';
import { CaseRef, CaseSnapshot, Health, Word } from '../model/case';
import { DebugReport } from '../model/debug';
import { Answer, Draft } from '../model/handoff';
import { Playbook, Trigger } from '../model/playbook';
import { PanelPlace, TeamRoster } from '../model/settings';
import type { PageSite } from '../model/site';
import { Done, Nonce, Nothing } from './shapes';
import { type TeachOrder, teachCalls } from './teach-protocol';

export type { Done } from './shapes';

/**
 * The one protocol: every message that the background answers, with what goes in, what comes out, and who may send it.
 * `page` is a content script in an allowed desk's page; `panel` the checklist in its frame, `lesson` the one that leads who teaches a page;
 * `extension` a page of ours at top level.
 */
export type Sender = 'page' | 'panel' | 'lesson' | 'extension';

const Origin = z.url().max(300);
const AttemptId = z.string().min(1).max(64);

/** What the gate keeps in memory of a playbook: enough to see a handoff, not to judge its answers. */
export const GatePlaybook = z.object({
  id: z.string(),
  trigger: Trigger,
  to: z.string(),
  onMissing: Playbook.shape.onMissing,
});
export type GatePlaybook = z.infer<typeof GatePlaybook>;

/** How far the draft of one case and playbook is. */
export const DraftStatus = z.object({
  playbook: z.string(),
  met: z.boolean(),
  missing: z.number(),
  revision: z.number(),
});
export type DraftStatus = z.infer<typeof DraftStatus>;

export const GateMemory = z.object({
  /** The site that describes this origin; null where the person has not allowed it as a desk. */
  site: z.string().nullable(),
  /** That site itself, where a person taught it: no script brings it. */
  taught: z.custom<PageSite>().optional(),
  playbooks: z.array(GatePlaybook),
  roster: z.array(TeamRoster),
  whenUnsure: z.enum(['open', 'closed']),
  /** The desk's words for ids that its requests name, learned from what people chose. */
  words: z.array(Word).optional(),
});
export type GateMemory = z.infer<typeof GateMemory>;

/** A line for the strip, named by its key in the locale files. */
export const Line = z.object({
  key: z.string().max(64),
  subs: z.array(z.string().max(300)).max(4),
  tone: z.enum(['good', 'plain', 'warn']),
});
export type Line = z.infer<typeof Line>;

/** One case of a hold as the panel shows it. */
export const PanelCase = z.object({
  ref: CaseRef,
  title: z.string(),
  url: z.string(),
  snapshot: CaseSnapshot.optional(),
  changes: z.array(Change),
  draft: Draft,
  /** Normalised texts of the last five handoffs of this playbook: an answer equal to one is no evidence. */
  recent: z.array(z.string()),
});
export type PanelCase = z.infer<typeof PanelCase>;

export const Hold = z.object({
  attempt: AttemptId,
  door: Door,
  since: z.number(),
  /** False once what was held is gone (the page cancelled it): the person repeats the action. */
  alive: z.boolean(),
});
export type Hold = z.infer<typeof Hold>;

/** Everything the panel shows. */
export const PanelState = z.object({
  playbook: Playbook,
  cases: z.array(PanelCase).min(1),
  hold: Hold.nullable(),
  /** Nothing is held yet: it is drawn out of sight, as it would be, because the person touched what may hand over. */
  ahead: z.literal(true).optional(),
  me: z.string().optional(),
  people: z.array(z.string()),
  teams: z.array(z.string()),
  health: Health,
  panel: PanelPlace,
});
export type PanelState = z.infer<typeof PanelState>;

const GateAnswer = z.discriminatedUnion('do', [
  z.object({ do: z.literal('release') }),
  z.object({ do: z.literal('hold') }),
  z.object({ do: z.literal('pass') }),
]);
export type GateAnswer = z.infer<typeof GateAnswer>;

export const calls = {
  /** A gate starts, or its memory may be old. */
  'gate/hello': {
    from: ['page'],
    in: z.object({ url: z.url() }),
    /** `key`: by which event a gate that comes after an update reaches the wire of this frame. */
    out: z.object({ memory: GateMemory, key: z.string() }),
  },
  /** A page that shows a case in full is up: the background injects the overlay. */
  'gate/case': { from: ['page'], in: z.object({ url: z.url() }), out: Nothing },
  /** The person touched what may hand over: overlay and panel are made ready, a moment before they are needed. */
  'gate/touched': { from: ['page'], in: Nothing, out: Nothing },
  /** An attempt that hands over was stopped: release it now, or hold it and open the panel. */
  'gate/held': {
    from: ['page'],
    in: z.object({
      attempt: AttemptId,
      door: Door,
      url: z.url(),
      handoffs: z.array(CaseHandoff).min(1).max(200),
      /** False when what was held cannot be let go later: the person repeats the action. */
      alive: z.boolean(),
      me: z.string().max(300).optional(),
    }),
    out: GateAnswer,
  },
  /** What became of a released attempt, as far as the page can see. */
  'gate/outcome': {
    from: ['page'],
    in: z.object({ attempt: AttemptId, outcome: z.enum(['ok', 'refused', 'lost']), status: z.number().optional() }),
    out: Nothing,
  },
  /** A hold ended without leaving: the page took it back, time ran out, the page is going. */
  'gate/cancelled': { from: ['page'], in: z.object({ attempt: AttemptId, why: z.string().max(100) }), out: Nothing },
  /** What is held is gone from the page (it gave its request up); a retry joins the hold. */
  'gate/gone': { from: ['page'], in: z.object({ attempt: AttemptId }), out: Nothing },
  /** A handoff went by without a verdict. */
  'gate/ungated': {
    from: ['page'],
    in: z.object({
      url: z.url(),
      why: z.string().max(200),
      changes: z.array(CaseChange).max(200),
      /** Policy stopped it. */
      refused: z.literal(true).optional(),
    }),
    out: Nothing,
  },
  /** What a person chose by its word left as an id: from now on that id has a word. */
  'gate/learned': { from: ['page'], in: Word, out: Nothing },
  /** The form now shows, or no longer shows, a change that would hand over. */
  'gate/pending': {
    from: ['page'],
    in: z.object({ handoff: CaseHandoff.nullable() }),
    out: z.object({ status: DraftStatus.nullable() }),
  },

  /** The overlay read the case. */
  'case/seen': {
    from: ['page'],
    in: z.object({
      snapshot: CaseSnapshot,
      /** The page shows the case in full: fields that it does not show are not there. Otherwise earlier ones are kept. */
      full: z.boolean(),
      /** When this document was loaded: only a page loaded after a request left can tell how it ended. */
      loadedAt: z.number(),
      me: z.string().max(300).optional(),
      /** The words that the page's own controls list, by field: teams and people. */
      words: z.record(z.string(), z.array(z.string().max(300)).max(500)),
    }),
    out: z.object({ line: Line.nullable(), drafts: z.array(DraftStatus) }),
  },
  /** What rows of the page show of cases that the background asked about. */
  'case/rows': {
    from: ['page'],
    in: z.object({
      rows: z
        .array(z.object({ ref: CaseRef, values: z.record(z.string(), z.string().max(4000)) }))
        .min(1)
        .max(200),
      loadedAt: z.number(),
    }),
    out: Nothing,
  },
  /** The overlay made a frame for the panel. */
  'overlay/frame': { from: ['page'], in: z.object({ nonce: Nonce }), out: z.object({ panel: PanelPlace }) },
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
  /** The page does what it can against Baton's element: it has left. */
  'overlay/retreated': { from: ['page'], in: Nothing, out: Nothing },

  'panel/state': { from: ['panel'], in: z.object({ nonce: Nonce }), out: z.object({ state: PanelState.nullable() }) },
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
  /** Escape: the page is given back, what is held stays held. */
  'panel/hide': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },
  /** How the page is read, in a tab beside it. */
  'panel/reading': { from: ['panel'], in: z.object({ nonce: Nonce }), out: Done },
  'panel/place': { from: ['panel'], in: z.object({ nonce: Nonce, panel: PanelPlace }), out: Done },

  /** The popup allowed (or is about to be granted) a desk: remembered, and started once the browser grants the host. */
  'desk/allow': {
    from: ['extension'],
    in: z.object({ origin: Origin, site: z.string().max(64), tab: z.number().optional() }),
    out: Done,
  },
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
  'desk/remove': { from: ['extension'], in: z.object({ origin: Origin }), out: Done },

  ...teachCalls,
} as const satisfies Record<string, { from: readonly Sender[]; in: z.ZodType; out: z.ZodType }>;

export type CallName = keyof typeof calls;
export type CallIn<N extends CallName> = z.input<(typeof calls)[N]['in']>;
export type CallOut<N extends CallName> = z.output<(typeof calls)[N]['out']>;

/** What the background tells the page of a tab (gate and overlay, top frame). */
export type TabMessage =
  | { tell: 'memory'; memory: GateMemory }
  | { tell: 'let-go'; attempt: string }
  | { tell: 'cancel'; attempt: string; why: string }
  /** The panel may be needed soon. */
  | { tell: 'prepare' }
  | { tell: 'show-panel'; focus: boolean }
  | { tell: 'hide-panel' }
  | { tell: 'place'; panel: z.infer<typeof PanelPlace> }
  | { tell: 'line'; line: Line }
  | { tell: 'look-for'; cases: { ref: CaseRef; fields: string[] }[] }
  | { tell: 'draft'; status: DraftStatus; ref: CaseRef }
  /** Does the person see the whole panel, and have for long enough? */
  | { tell: 'seen' }
  /** How is this page read? */
  | { tell: 'reading' }
  | { tell: 'teach'; order: TeachOrder }
  | { tell: 'ping' };

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
