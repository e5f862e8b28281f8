import { describe, expect, it } from 'vitest';
import { Site } from '../../lib/model/site.ts';
import { sites } from '../../lib/sites/all.ts';
import { exportOf, listed, scaffold } from './site-scaffold.ts';
import { type Fixture, missingParts, readmeRows, rowOf, siteTable } from './site-table.ts';

const seen = { where: 'somewhere', when: '2026-11', sure: 'high' as const };
const WHOLE = Site.parse({
  id: 'desk',
  name: 'Desk',
  reality: { level: 'read', note: 'Fixtures only: never run against it.' },
  hosts: ['desk.example'],
  marks: [],
  pages: [{ id: 'case', path: '/case/:id', case: { path: 'id' }, kind: 'ticket', full: true, seen }],
  me: [],
  fields: [{ field: 'subject', certainty: 'certain', tries: [{ css: 'h1', seen }] }],
  directory: [],
  rows: [],
  caseUrl: {},
  nobody: [],
  writes: [
    {
      id: 'save',
      doors: ['wire'],
      methods: ['PUT'],
      path: '/case/:id',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [{ field: 'team', to: { json: 'team' } }],
      seen,
    },
  ],
  statuses: { sent: ['Open'] },
});
const fixture = (name: string, expected: Fixture['expected'], lang = 'en'): Fixture => ({
  name,
  html: `<html lang="${lang}">`,
  expected,
});
const FIXTURES = [
  fixture('case', { known: true, case: '1', attempts: { save: {} } }),
  fixture('list', { known: true, case: null }),
  fixture('look-alike', { known: false }),
  fixture('hostile', { known: true, case: '1' }, 'de'),
  fixture('moved', { known: true, case: '1', health: { light: 'amber' } }),
];
const NEVER = { live: false, mirrored: false };

describe('what a site lacks', () => {
  it('is nothing where every part is there', () => {
    expect(missingParts({ site: WHOLE, fixtures: FIXTURES, driven: NEVER })).toEqual([]);
  });

  it.each(FIXTURES.map(({ name }) => name))('is said when the fixture %s is missing', (name) => {
    const fixtures = FIXTURES.filter((one) => one.name !== name);
    expect(missingParts({ site: WHOLE, fixtures, driven: NEVER }).length).toBeGreaterThan(1);
  });

  it.each(['live', 'mirrored'] as const)('is the proof, when it claims to be %s and nothing drives it', (level) => {
    const site = { ...WHOLE, reality: { ...WHOLE.reality, level } };
    expect(missingParts({ site, fixtures: FIXTURES, driven: NEVER })).toHaveLength(1);
    expect(missingParts({ site, fixtures: FIXTURES, driven: { ...NEVER, [level]: true } })).toEqual([]);
  });

  it('is evidence, wherever a part does not say where it was seen', () => {
    const bare = JSON.parse(JSON.stringify(WHOLE, (key, value) => (key === 'seen' ? undefined : value)));
    expect(missingParts({ site: bare, fixtures: FIXTURES, driven: NEVER })).toEqual([
      'evidence for the page case',
      'evidence for the field subject',
      'evidence for the write save',
    ]);
  });
});

describe('the table of sites', () => {
  it('has the best known first, and says when each was last checked', () => {
    const rows = [WHOLE, { ...WHOLE, id: 'another', reality: { ...WHOLE.reality, level: 'live' as const } }].map(
      (site) => rowOf({ site, fixtures: FIXTURES, driven: NEVER }),
    );
    const lines = siteTable(rows).split('\n');
    expect(lines.slice(1).map((line) => line.split(/\s+/))).toEqual([
      ['another', 'live', '1', '1', '5', '2026-11'],
      ['desk', 'read', '1', '1', '5', '2026-11'],
    ]);
    expect(readmeRows([WHOLE])).toEqual(['| Desk | read | Fixtures only: never run against it. |']);
  });
});

describe('a new site', () => {
  const { id, files } = scaffold('Help Scout & Co.', new Date('2026-11-21'));

  it('has an id that folders and scripts can bear, and every kind of fixture', () => {
    expect([id, exportOf(id)]).toEqual(['help-scout-co', 'helpScoutCo']);
    const names = Object.keys(files).filter((path) => path.endsWith('.html'));
    expect(names).toHaveLength(6);
    for (const path of names) expect(files[path]).toMatch(/^<!-- URL: https:\/\/help-scout-co\.example/);
  });

  it('is refused with what to do when its name gives no id', () => {
    for (const name of ['', '---', '7']) expect(() => scaffold(name, new Date())).toThrow(/takes the desk's name/);
  });

  it('takes its place in the list, in the order of ids', () => {
    const list = `import type { Site } from '../model/site';\nimport { jira } from './jira/site';\n\n/** Every desk. */\nexport const sites: readonly Site[] = [jira];\n`;
    expect(listed(list, 'asana')).toBe(
      `import type { Site } from '../model/site';\nimport { asana } from './asana/site';\nimport { jira } from './jira/site';\n\n/** Every desk. */\nexport const sites: readonly Site[] = [\n  jira,\n  asana,\n];\n`,
    );
    expect(() => listed('nothing', 'asana')).toThrow(/by hand/);
  });

  it('no two sites have one id, and none is another’s host', () => {
    expect(new Set(sites.map((site) => site.id)).size).toBe(sites.length);
    const hosts = sites.flatMap((site) => site.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});
