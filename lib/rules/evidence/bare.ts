import { normaliseText } from '../normalise';

/** The words alone: case, accents and marks folded, everything that is no letter or digit a single space. */
export function barePhrase(text: string): string {
  return normaliseText(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A bare phrase without its spaces: "n a" and "na" are the same nothing. */
export function bareWord(phrase: string): string {
  return phrase.replaceAll(' ', '');
}
