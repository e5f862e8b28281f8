import { z } from 'zod';
import { CaseRef } from './case';

/** Fields that are kept of one page at most, and characters in all of them. */
export const MOST_FIELDS = 20;
export const MOST_CHARACTERS = 100_000;

/** What a text was typed into: one line, several lines, or an editor that shows the text with its looks. */
export const FieldKind = z.enum(['line', 'lines', 'rich']);
export type FieldKind = z.infer<typeof FieldKind>;

/** A text field as a page names it; `n` counts those of the same kind, name and label. */
export const FieldPlace = z.object({
  kind: FieldKind,
  name: z.string().max(200),
  label: z.string().max(200),
  n: z.number().int().min(0).max(1000),
});
export type FieldPlace = z.infer<typeof FieldPlace>;

/** A text that a person typed into a field of the desk's, without its looks. */
export const KeptText = FieldPlace.extend({ text: z.string().min(1).max(MOST_CHARACTERS) });
export type KeptText = z.infer<typeof KeptText>;

export const KeptTexts = z
  .array(KeptText)
  .max(MOST_FIELDS)
  .refine((all) => all.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS, 'too long in all');
export type KeptTexts = z.infer<typeof KeptTexts>;

/** How a kept text stands on a page: it is there, its field is empty, its field holds something else, or there is no such field. */
export const KeptState = z.enum(['shown', 'empty', 'filled', 'missing']);
export type KeptState = z.infer<typeof KeptState>;

/** What a person typed into one page while an attempt was held there. It is kept here alone: nothing that leaves has it. */
export const Kept = z.object({
  /** The case and the page. */
  id: z.string().max(3000),
  /** The case key. */
  key: z.string(),
  ref: CaseRef,
  attempt: z.string().max(64),
  at: z.number(),
  texts: KeptTexts,
  /** There was more than is kept. */
  cut: z.boolean(),
});
export type Kept = z.infer<typeof Kept>;
