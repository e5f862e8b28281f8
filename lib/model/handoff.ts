import { z } from 'zod';
import { Change, Door } from './attempt';
import { CaseRef } from './case';

/** A criterion's answer. Rows are lists of cells in the order of the criterion's columns. */
export const AnswerValue = z.union([
  z.string().max(20_000),
  z.boolean(),
  z.array(z.array(z.string().max(4000)).max(4)).max(50),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** Who gave an answer. A captured one that is only a guess does not count until a person confirms it. */
export const AnswerBy = z.enum(['person', 'captured', 'guess']);
export type AnswerBy = z.infer<typeof AnswerBy>;

export const Answer = z.object({
  value: AnswerValue,
  by: AnswerBy,
  where: z.string().max(200).optional(),
  at: z.number(),
});
export type Answer = z.infer<typeof Answer>;

/** The answers that a person has given so far for one case and one playbook; what the page says is filled in on reading. */
export const Draft = z.object({
  key: z.string(),
  ref: CaseRef,
  playbook: z.string(),
  playbookVersion: z.number(),
  title: z.string().max(1000),
  url: z.string().max(2000),
  reason: z.string().max(64).optional(),
  answers: z.record(z.string(), Answer),
  /** Counts the saves, so that a later state can be told from an earlier one. */
  revision: z.number().int().nonnegative(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Draft = z.infer<typeof Draft>;

export const HandoffState = z.enum([
  'sending',
  'unconfirmed',
  'sent',
  'failed',
  'accepted',
  'returned',
  'expired',
  'closed',
]);
export type HandoffState = z.infer<typeof HandoffState>;

/** What was missing when a handoff went all the same. */
export const Debt = z.object({ criterion: z.string(), label: z.string() });
export type Debt = z.infer<typeof Debt>;

/** A draft on its way. */
export const Handoff = z.object({
  id: z.string(),
  ref: CaseRef,
  playbook: z.string(),
  playbookVersion: z.number(),
  attempt: z.string(),
  tab: z.number(),
  /** How it left; unknown of older ones. */
  door: Door.optional(),
  changes: z.array(Change),
  state: HandoffState,
  title: z.string(),
  url: z.string(),
  from: z.string().optional(),
  to: z.string(),
  sender: z.string().optional(),
  reason: z.string().optional(),
  answers: z.record(z.string(), Answer),
  override: z.object({ reason: z.string(), debt: z.array(Debt) }).optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Handoff = z.infer<typeof Handoff>;
