import { z } from 'zod';
import { CaseChange, CaseHandoff, Door } from '../model/attempt';
import { Word } from '../model/case';
import { Trigger } from '../model/playbook';
import { TeamRoster } from '../model/settings';
import type { PageSite } from '../model/site';
import { AttemptId, DraftStatus, Nothing } from './shapes';

/** What the gate keeps in memory of a playbook: enough to see a handoff, not to judge its answers. */
export const GatePlaybook = z.object({ id: z.string(), trigger: Trigger });
export type GatePlaybook = z.infer<typeof GatePlaybook>;

export const GateMemory = z.object({
  /** The site that describes this origin; null where the person has not allowed it as a desk. */
  site: z.string().nullable(),
  /** That site itself, where a person taught it: no script brings it. */
  taught: z.custom<PageSite>().optional(),
  playbooks: z.array(GatePlaybook),
  /** Ids of those that let a handoff go whatever is missing: none of it is refused where nobody can be asked. */
  lets: z.array(z.string()),
  roster: z.array(TeamRoster),
  whenUnsure: z.enum(['open', 'closed']),
  /** The desk's words for ids that its requests name, learned from what people chose. */
  words: z.array(Word).optional(),
});
export type GateMemory = z.infer<typeof GateMemory>;

/** What left a page as a navigation, where to and when (milliseconds since 1970): the next page may be its answer. */
export const Left = z.object({ url: z.url(), at: z.number(), changes: z.array(CaseChange).min(1).max(200) });
export type Left = z.infer<typeof Left>;

const GateAnswer = z.discriminatedUnion('do', [
  z.object({ do: z.literal('release') }),
  z.object({ do: z.literal('hold') }),
  z.object({ do: z.literal('pass') }),
]);
export type GateAnswer = z.infer<typeof GateAnswer>;

/** What a frame's gate says and asks. */
export const gateCalls = {
  /** A gate starts, or its memory may be old. */
  'gate/hello': {
    from: ['page'],
    /**
     * `loadedAt`: when this document began to load, in milliseconds since 1970. `again`: the person loaded it again. `late`: the gate was
     * brought into a page that was there before, and may be loaded again.
     */
    in: z.object({
      url: z.url(),
      loadedAt: z.number().optional(),
      again: z.literal(true).optional(),
      late: z.literal(true).optional(),
    }),
    /** `key`: by which event a gate that comes after an update reaches the wire of this frame. `left`: what the document before sent last. */
    out: z.object({ memory: GateMemory, key: z.string(), left: Left.optional() }),
  },
  /** The same gate asks again: something that it judges from changed. */
  'gate/renew': {
    from: ['page'],
    /** `wired`: the page's wire asks this gate, so the page need not be loaded again. */
    in: z.object({ url: z.url(), wired: z.boolean() }),
    out: z.object({ memory: GateMemory }),
  },
  /** A form or link leaves now that changes cases, whether it hands over or not. */
  'gate/left': { from: ['page'], in: Left, out: Nothing },
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
      /** The page sent it when it was to be left. */
      onLeaving: z.literal(true).optional(),
    }),
    out: GateAnswer,
  },
  /** What became of a released attempt, as far as the page can see. */
  'gate/outcome': {
    from: ['page'],
    in: z.object({
      attempt: AttemptId,
      outcome: z.enum(['ok', 'refused', 'lost']),
      status: z.number().optional(),
      /** It was answered by a page that asks for a password. */
      signIn: z.literal(true).optional(),
      /** A file that goes with it is not where it was when it was picked. */
      fileGone: z.literal(true).optional(),
    }),
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
} as const;
