import { isInvisible } from './plain-text';

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How many characters a reader sees, counted up to `enough`: a family emoji is one, a run of white space is one,
 * and a Chinese, Japanese or Korean character counts as two because it says about as much.
 */
export function visibleLength(text: string, enough: number): number {
  let length = 0;
  let gap = false;
  for (const { segment } of graphemes.segment(text)) {
    if (isInvisible(segment)) {
      gap = gap || /\s/.test(segment);
      continue;
    }
    if (gap && length > 0) length += 1;
    gap = false;
    length += WIDE.test(segment) ? 2 : 1;
    if (length >= enough) return length;
  }
  return length;
}
