// What Baton's own playbooks ask for, and what each desk fills in of it, as tables; and what is wrong with them. Pure.

/** One playbook in numbers: its exit criteria, how many block, how many of those a human must type, how many have a source. */
export interface PlaybookRow {
  name: string;
  criteria: number;
  block: number;
  typed: number;
  sourced: number;
  /** What the lint says. */
  problems: readonly string[];
}

/** So many of so many criteria. */
export interface Share {
  filled: number;
  of: number;
}

/** More than this are answered with junk. */
export const MOST_TYPED = 6;

const percent = ({ filled, of }: Share) => `${Math.round((100 * filled) / of)} %`;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The playbooks, one a line, each with the letter that the other tables call it by. */
export function playbookTable(rows: readonly PlaybookRow[]): string {
  return columns([
    ['', 'playbook', 'criteria', 'block', 'typed', 'with a source'],
    ...rows.map(({ name, criteria, block, typed, sourced }, n) => [
      `(${LETTERS[n]})`,
      name,
      `${criteria}`,
      `${block}`,
      `${typed}`,
      percent({ filled: sourced, of: criteria }),
    ]),
  ]);
}

/** What desks fill in, one a line: of each playbook so many of the criteria that are asked for there. In: the desks, each with its shares in the playbooks' order. */
export function shareTable(desks: readonly { name: string; shares: readonly (Share | undefined)[] }[]): string {
  const most = Math.max(0, ...desks.map(({ shares }) => shares.length));
  return columns([
    ['desk', ...[...LETTERS.slice(0, most)].map((letter) => `(${letter})`)],
    ...desks.map(({ name, shares }) => [
      name,
      ...shares.map((share) => (share ? `${share.filled}/${share.of} ${percent(share)}` : '-')),
    ]),
  ]);
}

/** What must be mended, in words; empty when all is sound. */
export function faultsIn(rows: readonly PlaybookRow[]): string[] {
  return rows.flatMap(({ name, typed, problems }) => [
    ...problems.map((problem) => `${name}: ${problem}`),
    ...(typed > MOST_TYPED ? [`${name}: ${typed} blocking criteria must be typed, more than ${MOST_TYPED}`] : []),
  ]);
}

function columns(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
