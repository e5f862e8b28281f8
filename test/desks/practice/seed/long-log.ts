/** A customer's message of about 200 kB: an import log pasted in full. The same text at every start. */
export function longLog(): string {
  const lines = ['Here is the whole log of last night, I did not know which part you need.', ''];
  let size = 0;
  for (let row = 1; size < 200_000; row += 1) {
    const line = `02:${two(15 + (Math.floor(row / 60) % 44))}:${two(row % 60)} import[3.9] row ${row} ${outcome(row)}`;
    lines.push(line);
    size += line.length + 1;
  }
  return lines.join('\n');
}

function outcome(row: number): string {
  return row % 97 === 0
    ? `SKIPPED ean=0${4_000_000 + row} reason="no such article"`
    : `ok article=${10_000 + row} stock=${(row * 7) % 400}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
