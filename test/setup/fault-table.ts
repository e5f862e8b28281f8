// The table of `npm run faults`: what each fault did at each step, from what the tests noted. A Playwright reporter, and what it prints as pure functions.
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** What one test found: a fault at one step and door, tried so often, and how many of those tries lost, doubled or blocked something. */
export interface FaultRow {
  fault: string;
  step: string;
  door: string;
  tried: number;
  lost: number;
  doubled: number;
  stuck: number;
}

const isClean = ({ tried, lost, doubled, stuck }: FaultRow) => tried > 0 && lost + doubled + stuck === 0;

/** One line for each fault and step: its doors together. In the order of the rows. */
export function joined(rows: readonly FaultRow[]): FaultRow[] {
  const lines = new Map<string, FaultRow>();
  for (const row of rows) {
    const key = `${row.fault}|${row.step}`;
    const line = lines.get(key);
    lines.set(
      key,
      line
        ? {
            ...line,
            door: `${line.door} ${row.door}`,
            tried: line.tried + row.tried,
            lost: line.lost + row.lost,
            doubled: line.doubled + row.doubled,
            stuck: line.stuck + row.stuck,
          }
        : row,
    );
  }
  return [...lines.values()];
}

/** What is wrong with the rows, in words; empty when every number but `tried` is zero, and nothing was left untried. */
export function broken(rows: readonly FaultRow[]): string[] {
  if (rows.length === 0) return ['no fault was tried'];
  return rows
    .filter((row) => !isClean(row))
    .map(({ fault, step, door, tried, lost, doubled, stuck }) =>
      tried === 0
        ? `${fault}, ${step}, by ${door}: could not be tried`
        : `${fault}, ${step}, by ${door}: lost ${lost}, doubled ${doubled}, stuck ${stuck} of ${tried}`,
    );
}

const WIDTHS = [20, 10, 15, 5, 4, 7, 5];

/** The rows as text, a line for each fault and step. */
export function tableOf(rows: readonly FaultRow[]): string {
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, i) =>
        typeof cell === 'number' ? String(cell).padStart(WIDTHS[i] ?? 0) : cell.padEnd(WIDTHS[i] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    line(['fault', 'step', 'doors', 'tried', 'lost', 'doubled', 'stuck']),
    ...joined(rows).map(({ fault, step, door, tried, lost, doubled, stuck }) =>
      line([fault, step, door, tried, lost, doubled, stuck]),
    ),
  ].join('\n');
}

/** Prints the table when all tests have ended, and fails the run where a number is not zero. */
export default class FaultTable implements Reporter {
  readonly #rows: FaultRow[] = [];

  onTestEnd(_: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations)
      if (type === 'fault' && description) this.#rows.push(JSON.parse(description));
  }

  async onEnd(): Promise<{ status: FullResult['status'] } | undefined> {
    const wrong = broken(this.#rows);
    console.log(`\n${tableOf(this.#rows)}\n`);
    for (const what of wrong) console.log(`NOT ZERO  ${what}`);
    const tried = this.#rows.reduce((sum, row) => sum + row.tried, 0);
    console.log(`\n${this.#rows.length} cells, ${tried} tries, ${wrong.length} of the cells not zero`);
    return wrong.length > 0 ? { status: 'failed' } : undefined;
  }
}
