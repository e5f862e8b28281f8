import type { Answer } from '../model/handoff';
import { isPersonsOwn } from './persons-own';
import { flatText } from './values';
import { visibleLength } from './visible-length';

/** Shorter texts ("Yes, done") recur honestly and are not remembered. */
export const REMEMBERED_FROM = 12;

/** The text as it is compared: compatibility forms, case and white space folded, invisible characters gone. */
export function normaliseText(text: string): string {
  return text
    .replace(/(\p{M}{8})\p{M}+/gu, '$1') // normalising orders runs of marks in quadratic time; no script needs more than a few
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/[\s\p{Cc}\u2800]+/gu, ' ')
    .trim();
}

/** What to remember of a finished draft for later handoffs: each text that a person typed, normalised, of 12 or more characters. */
export function textsOf(answers: Readonly<Record<string, Answer>>): string[] {
  const texts = Object.values(answers)
    .filter(isPersonsOwn)
    .map((answer) => normaliseText(flatText(answer.value)))
    .filter((text) => visibleLength(text, REMEMBERED_FROM) >= REMEMBERED_FROM);
  return [...new Set(texts)];
}
