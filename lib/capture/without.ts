import { queryAll } from './query';
import { allOf, type Shown } from './read';
import { visible } from './visible';

/**
 * What an element shows, without the parts that a try leaves out; from the end, for an icon's words often repeat what it stands behind.
 * A part of this kind inside another one goes with it.
 */
export const withoutParts: Shown = (element, attempt) => {
  const { without } = attempt;
  let text = allOf(element, attempt);
  let end = text.length;
  for (const part of without ? queryAll(element, without).filter(visible).reverse() : []) {
    const words = withoutParts(part, attempt);
    const at = text.lastIndexOf(words, end);
    if (at < 0) continue;
    text = text.slice(0, at) + text.slice(at + words.length);
    end = at;
  }
  return text;
};
