export type Rows = string[][];

const MAX_ROWS = 50;
const MAX_CELL = 4000;
/** "1.", "2)", "-", "•" before a pasted line. */
const LIST_MARK = /^\s*(?:\(?\d{1,3}[.)]|[-*•‣·–—])\s+/;

/** At least `min` rows, each with all its cells, so that there is something to type into. */
export function padRows(rows: Rows, columns: number, min: number): Rows {
  const full = rows.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? ''));
  while (full.length < Math.max(1, min)) full.push(Array<string>(columns).fill(''));
  return full;
}

export function setCell(rows: Rows, at: number, column: number, text: string): Rows {
  return rows.map((row, i) => (i === at ? row.map((cell, c) => (c === column ? text : cell)) : row));
}

export function addRow(rows: Rows, after: number): Rows {
  if (rows.length >= MAX_ROWS) return rows;
  const blank = Array<string>(rows[0]?.length ?? 1).fill('');
  return [...rows.slice(0, after + 1), blank, ...rows.slice(after + 1)];
}

export function dropRow(rows: Rows, at: number): Rows {
  return rows.length > 1 ? rows.filter((_, i) => i !== at) : rows;
}

export function isBlank(row: readonly string[] | undefined): boolean {
  return row?.every((cell) => cell === '') ?? true;
}

/** Blank rows at the end are room to type, not answers. */
export function trimRows(rows: Rows): Rows {
  const last = rows.findLastIndex((row) => !isBlank(row));
  return rows.slice(0, last + 1);
}

/**
 * Pasted lines as rows, from the cell they were pasted into; tabs (from a spreadsheet) part cells. Null for a single
 * line without tabs, which is pasted as any text is.
 */
export function pasteRows(rows: Rows, at: number, column: number, text: string): Rows | null {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
  if (lines.length < 2 && !text.includes('\t')) return null;
  const columns = rows[0]?.length ?? 1;
  const pasted = lines.map((line) => {
    const cells = line.replace(LIST_MARK, '').split('\t');
    const row = Array<string>(columns).fill('');
    for (const [i, cell] of cells.entries()) {
      // More cells than columns: what is left over stays with the last one.
      const to = Math.min(column + i, columns - 1);
      row[to] = [row[to], cell.trim()].filter(Boolean).join(' ').slice(0, MAX_CELL);
    }
    return row;
  });
  const target = rows[at];
  const [first, ...others] = pasted;
  const merged = target?.map((cell, c) => (c < column ? cell : [cell, first?.[c]].filter(Boolean).join(' ')));
  return [...rows.slice(0, at), ...(merged ? [merged] : []), ...others, ...rows.slice(at + 1)].slice(0, MAX_ROWS);
}
