// `npm run holes`: runs every test that proves a way around the gate closed, in real browsers on real desks, and prints the table.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HOLES, holeRows, NOT_CLOSABLE, openHoles, tableOf } from './hole-table.ts';
import { REPORTS } from './places.ts';
import { failuresInPlaywright } from './results.ts';
import { runTool } from './run.ts';

const report = join(REPORTS, 'holes.json');
rmSync(report, { force: true });
const { code, output } = await runTool(
  'playwright',
  ['test', '--config', 'test/playwright.config.ts', '--grep', '@hole', '--reporter', 'json', ...process.argv.slice(2)],
  { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
);
let text: string;
try {
  text = readFileSync(report, 'utf8');
} catch {
  console.error(output.trim());
  process.exit(code || 1);
}

// What kept the tests from running at all, such as a desk that did not start.
for (const { message } of (JSON.parse(text) as { errors: { message?: string }[] }).errors) console.error(message);
const rows = holeRows(text);
console.log(tableOf(rows));
console.log('\nWhat no extension can hold; Baton sees it when the case is next read, and records it as ungated:');
for (const what of NOT_CLOSABLE) console.log(`  ${what}`);
for (const { name, errors } of failuresInPlaywright(text)) console.log(`\n${name}\n${errors.join('\n')}`);

const open = openHoles(rows);
for (const what of open) console.log(`OPEN  ${what}`);
console.log(`\n${HOLES.length} ways around the gate, ${rows.length} proofs, ${open.length} open`);
process.exitCode = open.length > 0 || code !== 0 ? 1 : 0;
