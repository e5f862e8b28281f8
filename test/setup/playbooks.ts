// `npm run playbooks`: what Baton's own playbooks ask for, and what each desk fills in of it; ends non-zero where one is unsound or asks too much.
import { createServer } from 'vite';
import { livePages } from './live-pages.ts';
import { ROOT } from './places.ts';
import type { Expected, PageFacts } from './playbook-shares.ts';
import { faultsIn, playbookTable, shareTable } from './playbook-table.ts';
import { fixturesOf } from './site-files.ts';

// The rules are read as the build reads them: their imports name no endings.
const server = await createServer({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true },
});
const load = <T>(path: string) => server.ssrLoadModule(path) as Promise<T>;
const { sites } = await load<typeof import('../../lib/sites/all.ts')>('/lib/sites/all.ts');
const { builtInPlaybooks } = await load<typeof import('../../lib/rules/playbooks/built-in.ts')>(
  '/lib/rules/playbooks/built-in.ts',
);
// Patterns are judged too.
await load('/lib/rules/re2.ts');
const { pageOf, rowOf, sharesOf } = await load<typeof import('./playbook-shares.ts')>('/test/setup/playbook-shares.ts');
await server.close();

const fixtures: PageFacts[] = sites.flatMap((site) =>
  fixturesOf(site.id).flatMap(({ expected }) => {
    const page = site.pages.find(({ id }) => id === (expected as { page?: string }).page);
    return expected.known && expected.case ? [pageOf(site.id, page?.kind ?? 'ticket', expected as Expected)] : [];
  }),
);
const rows = builtInPlaybooks.map((playbook) => rowOf(playbook, fixtures));
console.log(playbookTable(rows));
console.log('\nblock: must be there. typed: of those, what a human must type. with a source: may be filled in.');

const shares = (pages: readonly PageFacts[]) => {
  const all = builtInPlaybooks.map((playbook) => sharesOf(playbook, pages));
  return [...new Set(pages.map(({ site }) => site))]
    .sort()
    .map((name) => ({ name, shares: all.map((one) => one.get(name)) }));
};
console.log(
  '\nFilled in on the fullest page among the fixtures of each desk, of the criteria that are asked for there:\n',
);
console.log(shareTable(shares(fixtures)));

console.log('\nFilled in on running desks:\n');
const { pages, notRunning } = await livePages().catch((error: unknown) => {
  console.log(`(nothing could be read: ${error instanceof Error ? error.message.split('\n')[0] : error})`);
  return { pages: [], notRunning: ['practice', 'request-tracker', 'redmine'] };
});
if (pages.length > 0) console.log(shareTable(shares(pages)));
for (const name of notRunning) console.log(`${name}  not running`);

const faults = faultsIn(rows);
for (const fault of faults) console.log(`WRONG  ${fault}`);
console.log(`\n${rows.length} playbooks, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
