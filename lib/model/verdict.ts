import { z } from 'zod';

/** Why a criterion is not met, as a word that the locale files turn into a sentence. */
export const Problem = z.enum([
  'empty',
  'placeholder',
  'too-short',
  'too-few-lines',
  'wrong-form',
  'not-an-option',
  'not-a-date',
  'in-the-past',
  'not-a-link',
  'wrong-host',
  'not-a-number',
  'out-of-range',
  'too-few-rows',
  'not-attached',
  'secret',
  'same-as-before',
  'same-as-sender',
  'not-confirmed',
  'guess',
]);
export type Problem = z.infer<typeof Problem>;

export const Finding = z.object({
  criterion: z.string(),
  level: z.enum(['block', 'warn', 'optional']),
  met: z.boolean(),
  problem: Problem.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What a draft amounts to, measured against its playbook. `missing` counts unmet blocking criteria and an unchosen reason. */
export const Evaluation = z.object({
  met: z.boolean(),
  missing: z.number().int().nonnegative(),
  findings: z.array(Finding),
  reason: z.string().optional(),
});
export type Evaluation = z.infer<typeof Evaluation>;
