// Brings together what is known of each site: its data, its fixtures, and whether tests drive it in a browser.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../lib/model/site.ts';
import { ROOT } from './places.ts';
import type { Fixture, SiteFacts } from './site-table.ts';

/** The folders of tests that drive a site's real desk. */
const LIVE: Record<string, string> = {
  practice: 'test/e2e/rig',
  'request-tracker': 'test/e2e/request-tracker',
  redmine: 'test/e2e/redmine',
};

export function factsOf(site: Site): SiteFacts {
  const live = LIVE[site.id];
  return {
    site,
    fixtures: fixturesOf(site.id),
    driven: {
      live: live !== undefined && existsSync(join(ROOT, live)),
      mirrored: mirrors().includes(site.id),
    },
  };
}

/** The desks that the rig of mirrors is configured for. */
function mirrors(): string[] {
  const folder = join(ROOT, 'test/desks/mirrors');
  return existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.ts$/, '')) : [];
}

/** The fixtures of a site, in the order of their names; none where it has no folder. */
export function fixturesOf(id: string): Fixture[] {
  const folder = join(ROOT, 'test/sites', id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      name: file.replace('.html', ''),
      html: readFileSync(join(folder, file), 'utf8'),
      expected: JSON.parse(readFileSync(join(folder, file.replace(/html$/, 'expected.json')), 'utf8')),
    }));
}
