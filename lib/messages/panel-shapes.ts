import { z } from 'zod';
import { Change, Door } from '../model/attempt';
import { CaseRef, CaseSnapshot, Health } from '../model/case';
import { Draft } from '../model/handoff';
import { Playbook } from '../model/playbook';
import { AttemptId } from './shapes';

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

/** A handoff that another tab sent, and how it stands. `others`: so many more cases were held with it here; `kept`: what was typed after that is a draft. */
const SentElsewhere = z.object({
  state: z.enum(['sending', 'unconfirmed', 'sent', 'failed']),
  to: z.string(),
  by: z.string().optional(),
  at: z.number(),
  title: z.string(),
  others: z.number(),
  kept: z.boolean(),
});

/** Everything the panel shows. */
export const PanelState = z.object({
  playbook: Playbook,
  cases: z.array(PanelCase).min(1),
  hold: Hold.nullable(),
  /** Nothing is held yet: it is drawn out of sight, as it would be, because the person touched what may hand over. */
  ahead: z.literal(true).optional(),
  /** Another tab sent it: said in place of the checklist, with nothing to send. */
  elsewhere: SentElsewhere.optional(),
  me: z.string().optional(),
  people: z.array(z.string()),
  teams: z.array(z.string()),
  health: Health,
  /** Whether this person may let it go with something missing. */
  mayOverride: z.boolean(),
});
export type PanelState = z.infer<typeof PanelState>;

/** What is said in place of the checklist while the database fails. */
export const Trouble = z.object({
  /** What is wrong: names sentences of the locale files. */
  code: z.string(),
  /** What becomes of handoffs for now. */
  unsure: z.enum(['open', 'closed']),
  /** The attempt that is held. */
  held: z.string().optional(),
});
export type Trouble = z.infer<typeof Trouble>;
