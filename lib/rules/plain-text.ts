/** Shows nothing: white space, controls, zero-width and format characters, the blank Braille cell. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Characters that turn the reading direction or hide text; plain direction marks, which Arabic and Hebrew need, stay. */
const DECEIVING =
  /[\u202A-\u202E\u2066-\u2069\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

export function isInvisible(grapheme: string): boolean {
  return !VISIBLE.test(grapheme) && INVISIBLE.test(grapheme);
}

export function hasVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** At most `max` code units, never half a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** The same words with nothing that could steer a terminal, hide text or turn its direction; line breaks become \n. */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(CONTROLS, '')
    .replace(DECEIVING, '');
}

/** `harmless`, on one line. */
export function oneLine(text: string): string {
  return harmless(text).replace(/\s+/g, ' ').trim();
}
