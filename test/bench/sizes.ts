// The scripts as shipped, in bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILDS } from '../setup/places.ts';
import { BUDGETS } from './budgets.ts';
import { type Figure, figure } from './figures.ts';
import type { Measured } from './run-parts.ts';

const folder = BUILDS.chromium.extension;
const bytes = (file: string) => readFileSync(join(folder, file));

export async function measureSizes(): Promise<Measured> {
  const { site, ...scripts } = BUDGETS.sizes;
  const budgets = [
    ...Object.entries(scripts),
    ...readdirSync(join(folder, 'sites')).map((file): [string, number] => [`sites/${file}`, site]),
  ];
  const panel = panelFiles().map((file) => ({
    raw: bytes(file).length,
    gzip: gzipSync(bytes(file), { level: 9 }).length,
  }));
  const sum = (of: 'raw' | 'gzip') => panel.reduce((all, one) => all + one[of], 0);
  const figures: Figure[] = [
    ...budgets.map(([file, budget]) => figure(`size of ${file}`, bytes(file).length, 'B', budget)),
    figure("size of the panel's page (React's share and ours)", sum('raw'), 'B', BUDGETS.panelPage.raw),
    figure("size of the panel's page, gzip (React's share and ours)", sum('gzip'), 'B', BUDGETS.panelPage.gzip),
  ];
  return {
    title: 'Sizes, minified, as shipped',
    notes: [
      "The panel's budget is the one of test/repo: the design's 270 kB and 85 kB gzip cannot be kept with React 19.",
    ],
    figures,
  };
}

/** The panel's page and everything that loads with it; not what comes later, when a playbook asks for it. */
function panelFiles(): string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const code = bytes(file).toString();
    if (file.endsWith('.html')) for (const [, url] of code.matchAll(/(?:src|href)="\/([^"]+)"/g)) add(url ?? '');
    if (file.endsWith('.js'))
      for (const [, url] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) add(`chunks/${url}`);
  };
  add('panel.html');
  return [...files];
}
