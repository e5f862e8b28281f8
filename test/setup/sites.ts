// `npm run sites`: what is known of each desk, and how; ends non-zero when a site lacks a part. `-- --readme` writes the README's table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { ROOT } from './places.ts';
import { factsOf } from './site-files.ts';
import { readmeRows, rowOf, siteTable } from './site-table.ts';

// The list of sites is read as the build reads it: its imports name no endings.
const server = await createServer({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true },
});
const { sites } = (await server.ssrLoadModule('/lib/sites/all.ts')) as typeof import('../../lib/sites/all.ts');
const { Site } = (await server.ssrLoadModule('/lib/model/site.ts')) as typeof import('../../lib/model/site.ts');
await server.close();

const rows = sites.map((site) => rowOf(factsOf(site)));
console.log(siteTable(rows));
console.log(
  '\nlive: driven against the real desk in our tests. mirrored: against a small copy of it. read: fixtures only.',
);

if (process.argv.includes('--readme')) {
  const readme = join(ROOT, 'README.md');
  const table = [
    '| desk | how it was checked | what was run, and what is not covered |',
    '| --- | --- | --- |',
    ...readmeRows(sites),
  ];
  const text = readFileSync(readme, 'utf8').replace(
    /<!-- desks -->[\s\S]*<!-- \/desks -->/,
    () => `<!-- desks -->\n${table.join('\n')}\n<!-- /desks -->`,
  );
  writeFileSync(readme, text);
}

let lacking = 0;
for (const site of sites) {
  const { error } = Site.safeParse(site);
  const missing = [...(error ? [`data that the schema takes: ${error.message}`] : []), ...rowOf(factsOf(site)).missing];
  for (const what of missing) console.log(`MISSING  ${site.id}: ${what}`);
  lacking += missing.length;
}
console.log(`\n${rows.length} sites, ${lacking} parts missing`);
process.exitCode = lacking > 0 ? 1 : 0;
