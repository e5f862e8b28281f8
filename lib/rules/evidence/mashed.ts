/** What fingers find without looking: rows of QWERTY, QWERTZ and AZERTY. Pairs count in both directions. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const FORWARD = new Set(ROWS.flatMap(pairs));
const BACKWARD = new Set(ROWS.map((row) => [...row].reverse().join('')).flatMap(pairs));

/** Whether a word (bare, without spaces) is one letter over and over, a short unit over and over, or runs along the keyboard. */
export function isMashed(word: string): boolean {
  if (/^\d+$/.test(word)) return /^(\d)\1{3,}$/.test(word) || '1234567890'.startsWith(word.padEnd(3, 'x'));
  // Digits among the letters make a version or an address ("1.1.1", "a1a1a1"), which may well repeat.
  return !/\p{N}/u.test(word) && (repeats(word) || runsAlong(word, 4));
}

function repeats(word: string): boolean {
  if (word.length >= 3 && hasPeriod(word, 1)) return true;
  if ([2, 3, 4].some((period) => word.length >= period * 3 && hasPeriod(word, period))) return true;
  return word.length >= 6 && hasPeriod(word, 3) && runsAlong(word.slice(0, 3), 3);
}

function hasPeriod(word: string, period: number): boolean {
  for (let at = period; at < word.length; at += 1) if (word[at] !== word[at - period]) return false;
  return true;
}

/** Whether the whole word is runs of neighbouring keys, each at least `shortest` long and in one direction. */
function runsAlong(word: string, shortest: number): boolean {
  let at = 0;
  while (at < word.length) {
    const run = Math.max(runLength(word, at, FORWARD), runLength(word, at, BACKWARD));
    if (run < shortest) return false;
    at += run;
  }
  return word.length > 0;
}

function runLength(word: string, from: number, neighbours: ReadonlySet<string>): number {
  let at = from;
  while (neighbours.has(word.slice(at, at + 2))) at += 1;
  return at - from + 1;
}

function pairs(row: string): string[] {
  return [...row].slice(1).map((key, at) => row.charAt(at) + key);
}
