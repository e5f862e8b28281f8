import { describe, expect, it } from 'vitest';
import { Site } from '../../lib/model/site.ts';
import { sites } from '../../lib/sites/all.ts';
import { factsOf } from '../setup/site-files.ts';
import { missingParts, readmeRows } from '../setup/site-table.ts';
import { text } from './files.ts';

// What stands for all other desks has nothing of its own to lack.

describe.each(sites.map((site) => [site.id, site] as const))('the site %s', (_, site) => {
  it('is what a site is, and lacks no part', () => {
    expect(Site.safeParse(site).error).toBeUndefined();
    expect(missingParts(factsOf(site))).toEqual([]);
  });
});

it('the README says of every desk how it was checked, and no more', () => {
  const lines = text('README.md').split('\n');
  const from = lines.indexOf('<!-- desks -->');
  const rows = lines.slice(from + 3, lines.indexOf('<!-- /desks -->'));
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  expect(rows.map(cells)).toEqual(readmeRows(sites).map(cells));
});
