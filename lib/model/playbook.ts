import { z } from 'zod';
import { CaseKind, FieldName } from './case';

export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and hyphens');
export const Words = z.string().min(1).max(300);
const Names = z.array(z.string().min(1).max(200)).min(1).max(50);

/** Holds or does not, from captured fields, answers and the reason alone: a closed vocabulary, nothing to evaluate. */
export type Condition =
  | { field: string; is: string[] }
  | { answer: string; is: string[] }
  | { reason: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: FieldName, is: Names }),
    z.strictObject({ answer: Id, is: Names }),
    z.strictObject({ reason: Names }),
    z.strictObject({ all: z.array(Condition).min(1).max(10) }),
    z.strictObject({ any: z.array(Condition).min(1).max(10) }),
    z.strictObject({ not: Condition }),
  ]),
);

/** What must not stand in an answer, because it would travel with the handoff: numbers of cards and accounts, passwords, keys. */
export const Without = z.literal('secrets');

export const Level = z.enum(['block', 'warn', 'optional']);
export type Level = z.infer<typeof Level>;

/** Longer ones say nothing that a person could still read. */
export const Pattern = z.string().min(1).max(200);

const Option = z.strictObject({
  id: Id,
  label: Words,
  matches: z.array(z.string().min(1).max(100)).max(20).optional(),
});
export type Option = z.infer<typeof Option>;

const common = {
  id: Id,
  label: Words,
  /** Why it matters to the receiver, in a line. */
  why: Words,
  level: Level,
  when: Condition.optional(),
  /**
   * Captured fields to fill it in from, the first that has a value (a name with a space in it is met whatever its case and hyphens); or what Baton derives from the conversation:
   * `@lastCustomerMessage`, `@lastPublicReply`, `@internalNotes`, `@attachments`, `@receiver`, `@url`.
   */
  prefill: z.array(FieldName).max(5).optional(),
};

/** One thing that must be there, by kind. */
export const Criterion = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('text'),
    min: z.number().int().min(1).max(2000).optional(),
    lines: z.number().int().min(1).max(20).optional(),
    /** What it must contain, as a pattern of RE2 (linear in time), and one that does, for who gets it wrong. */
    pattern: z.strictObject({ matches: Pattern, example: Words }).optional(),
    without: Without.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('choice'), options: z.array(Option).min(2).max(20) }),
  z.strictObject({ ...common, kind: z.literal('person'), notSender: z.boolean().optional() }),
  z.strictObject({ ...common, kind: z.literal('team') }),
  z.strictObject({ ...common, kind: z.literal('date'), future: z.boolean().optional() }),
  z.strictObject({ ...common, kind: z.literal('link'), hosts: Names.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: z.string().max(20).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('rows'),
    columns: z
      .array(z.strictObject({ id: Id, label: Words }))
      .min(1)
      .max(4),
    minRows: z.number().int().min(1).max(10),
    without: Without.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('attachment') }),
  z.strictObject({ ...common, kind: z.literal('confirmation'), statement: Words }),
]);
export type Criterion = z.infer<typeof Criterion>;
export type CriterionKind = Criterion['kind'];

/** One change that makes a handoff: any value of `from` (all, where absent) to one of `to`. */
export const TriggerCase = z.strictObject({
  field: z.enum(['team', 'owner', 'status', 'stage', 'tag']),
  from: Names.optional(),
  to: Names,
});

export type TriggerCase = z.infer<typeof TriggerCase>;

export const Trigger = z.strictObject({
  kinds: z.array(CaseKind).min(1).max(6),
  /** Ids of the sites on whose desks it fires; on all, where absent. */
  sites: z.array(z.string().min(1).max(64)).min(1).max(40).optional(),
  any: z.array(TriggerCase).min(1).max(10),
});
export type Trigger = z.infer<typeof Trigger>;

export const Stage = z.enum(['sent', 'accepted', 'returned', 'closed']);
export type Stage = z.infer<typeof Stage>;

/** What one stage of a handoff's life means, said once, and which status it is: everywhere, or on the desks of one site. */
export const LifeStage = z.strictObject({
  stage: Stage,
  means: Words,
  status: z.string().min(1).max(200).optional(),
  desks: z
    .array(z.strictObject({ site: z.string().min(1).max(64), status: z.string().min(1).max(200) }))
    .max(40)
    .optional(),
});
export type LifeStage = z.infer<typeof LifeStage>;

/** What should be set along with the handoff; `to` in the desk's own word, or a number of days from now for the due date. */
export const Route = z.strictObject({
  field: z.enum(['team', 'owner', 'status', 'stage', 'priority', 'tag', 'due']),
  to: z.string().min(1).max(200),
});
export type Route = z.infer<typeof Route>;

/** What happens to a handoff with something missing: it waits; it goes and says so; it waits, and may go with a reason. */
export const OnMissing = z.enum(['hold', 'warn', 'override']);

export const Playbook = z.strictObject({
  id: Id,
  version: z.number().int().min(1),
  name: Words,
  /** Why this handoff has criteria, in one line, shown when it is held. */
  because: Words,
  trigger: Trigger,
  reason: z.strictObject({
    question: Words,
    choices: z.array(Option).min(2).max(12),
    /** The first that holds fills the reason in. */
    implied: z
      .array(z.strictObject({ when: Condition, choice: Id }))
      .max(12)
      .optional(),
  }),
  receiver: z.strictObject({ team: Words }),
  /** Who is responsible until it is accepted, and who from then on: a named person, or the team. Absent: the sender, then the team. */
  owner: z.strictObject({ before: z.enum(['sender', 'team']), after: z.enum(['person', 'team']) }).optional(),
  approver: z.strictObject({ person: Words, link: z.string().max(500).optional() }).optional(),
  closedBy: z.enum(['sender', 'receiver']),
  exit: z.array(Criterion).min(1).max(40),
  entry: z.array(Criterion).max(20),
  lifecycle: z.array(LifeStage).max(4).optional(),
  routing: z.array(Route).max(8).optional(),
  onMissing: OnMissing,
  /** Names, logins or teams of those who may let it go with something missing; anybody, where absent. */
  mayOverride: Names.optional(),
  acceptWithinMinutes: z
    .number()
    .int()
    .min(5)
    .max(60 * 24 * 30),
});
export type Playbook = z.infer<typeof Playbook>;
