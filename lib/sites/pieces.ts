/** Stands for a piece inside a text while pieces are looked for, one for each name: no site has such a character. */
const MARKS = /[\ue000-\ue0ff]/;
const FIRST_MARK = 0xe000;
const NAMES = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** A text as JSON writes it; with a colon, where it names a property. */
const TEXT = /"(?:[^"\\]|\\.)*":?/g;
/** Words in a row that are looked at as one piece. */
const MOST_WORDS = 8;
/** What a name takes in a template, and to be declared. */
const SHORT = '{$a}'.length;
const DECLARED = 'a="",'.length;

/**
 * Writes once what stands in many texts of a script: `[data-test-id=` and the like become a name each, and the texts templates. Gives the
 * script and the names' declarations.
 */
export function sharePieces(script: string): { script: string; pieces: string[] } {
  const before = [...new Set(script.match(TEXT))].filter((text) => !/[`\\]|\$\{|:$/.test(text));
  const times = before.map((text) => script.split(text).length - 1);
  let after = before;
  const pieces: string[] = [];
  for (const [n, name] of NAMES.entries()) {
    const piece = bestPiece(after, times);
    if (!piece) break;
    after = after.map((text) => text.replaceAll(piece, String.fromCharCode(FIRST_MARK + n)));
    pieces.push(`${name}="${piece}"`);
  }
  const written = new Map(before.map((text, n) => [text, template(after[n] ?? text)]));
  return { script: script.replace(TEXT, (text) => written.get(text) ?? text), pieces };
}

/** The piece whose sharing saves most; none where nothing saves much. */
function bestPiece(texts: readonly string[], times: readonly number[]): string | undefined {
  const counts = new Map<string, number>();
  for (const [n, text] of texts.entries())
    for (const part of text.slice(1, -1).split(MARKS)) {
      const words = part.match(/[\w-]+|[^\w-]/g) ?? [];
      for (let from = 0; from < words.length; from++) {
        let piece = '';
        for (const word of words.slice(from, from + MOST_WORDS)) {
          piece += word;
          if (piece.length > SHORT) counts.set(piece, (counts.get(piece) ?? 0) + (times[n] ?? 1));
        }
      }
    }
  const saved = (piece: string, count: number) => (piece.length - SHORT) * count - piece.length - DECLARED;
  const [best, most] = [...counts]
    .map(([piece, count]) => [piece, saved(piece, count)] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  return most > 0 ? best : undefined;
}

/** A text with marks as a template, another as it was. */
function template(text: string): string {
  if (!MARKS.test(text)) return text;
  const inner = text
    .slice(1, -1)
    .replace(new RegExp(MARKS, 'g'), (mark) => `\${${NAMES[mark.charCodeAt(0) - FIRST_MARK]}}`);
  return `\`${inner}\``;
}
