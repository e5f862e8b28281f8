// What the bench says of its measurements: numbers, budgets, and whether they are kept. Pure.

/** One figure as it is written to .output/bench.json. `budget` null: it is told, and nothing is asked of it. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  budget: number | null;
  ok: boolean;
}

/** The value that this share of the numbers (0 to 1) does not exceed. Throws where there are none: no number is no good number. */
export function percentile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) throw new Error('nothing was measured');
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] as number;
}

/** The middle of the numbers; of an even count the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  if (numbers.length % 2 === 1) return percentile(numbers, 0.5);
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (percentile(sorted, 0.5) + (sorted[half] as number)) / 2;
}

/** A figure with its verdict. In: the value, its unit, and the most it may be (null: anything). The verdict is of the value as measured. */
export function figure(name: string, value: number, unit: string, budget: number | null = null): Figure {
  return {
    name,
    value: round(value),
    unit,
    budget,
    ok: Number.isFinite(value) && (budget === null || value <= budget),
  };
}

/** Three or four digits that count. Whole numbers as they are. */
function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(Math.abs(value) >= 1 ? 4 : 3));
}

/** One figure on one line. */
export function line({ name, value, unit, budget, ok }: Figure, width: number): string {
  const limit = budget === null ? '' : `  budget ${budget}${unit ? ` ${unit}` : ''}${ok ? '' : '  BROKEN'}`;
  return `  ${name.padEnd(width)}  ${String(value).padStart(9)} ${unit.padEnd(3)}${limit}`;
}

/** Columns of a table, for what is measured side by side. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  return all
    .map(
      (row) =>
        `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ')}`,
    )
    .join('\n');
}
