// What is known of each desk, as a table; and what a site still lacks. Pure but for the fixtures that it is given.
import type { Evidence, Site } from '../../lib/model/site.ts';

/** A fixture of a site: its name, its page, and what is expected of it. */
export interface Fixture {
  name: string;
  html: string;
  expected: { known: boolean; case?: string | null; health?: { light: string }; fields?: object; attempts?: object };
}

export interface SiteFacts {
  site: Site;
  fixtures: readonly Fixture[];
  /** Are there tests that drive the real desk, or a copy of it, in a browser? */
  driven: { live: boolean; mirrored: boolean };
}

/** In: a site and what is there to prove it. Out: what is missing, in words for whoever writes it; empty when it is whole. */
export function missingParts({ site, fixtures, driven }: SiteFacts): string[] {
  const has = (what: (fixture: Fixture) => boolean) => fixtures.some(what);
  // Of a desk that nobody described, nothing but its reading can be proven.
  const unknown = site.generic === true;
  const parts: [string, boolean][] = [
    ['a host, or marks by which a page of it is known', unknown || site.hosts.length + site.marks.length > 0],
    ['a page that shows a case in full', unknown || site.pages.some(({ full, case: place }) => full && place)],
    ['a name for a stage of a handoff’s life (statuses)', unknown || Object.keys(site.statuses ?? {}).length > 0],
    ['a note on what was and was not checked (reality)', site.reality.note.length > 20],
    ['tests that drive the real desk: it says that it is live', site.reality.level !== 'live' || driven.live],
    ['a mirror that is driven in a browser', site.reality.level !== 'mirrored' || driven.mirrored],
    ['five fixtures', fixtures.length >= 5],
    ['a fixture of a look-alike host', has(({ expected }) => !expected.known)],
    ['a fixture of a page that shows no case', has(({ expected }) => expected.known && expected.case === null)],
    ['a fixture of a hostile page', has(({ name }) => name.startsWith('hostile'))],
    [
      'a fixture with a part missing or moved (health amber)',
      has(({ expected }) => expected.health?.light === 'amber'),
    ],
    ['a fixture in a language other than English', has(({ html }) => /<html[^>]* lang="(?!en)[a-z]/.test(html))],
    ['a fixture with an attempt', unknown || has(({ expected }) => Object.keys(expected.attempts ?? {}).length > 0)],
  ];
  return [...parts.filter(([, there]) => !there).map(([what]) => what), ...withoutEvidence(site)];
}

/** The parts of a site that do not say where they were seen. */
function withoutEvidence(site: Site): string[] {
  const seen = (what: string, ...evidence: (Evidence | undefined)[]): string[] =>
    evidence.some(Boolean) ? [] : [`evidence for ${what}`];
  return [
    ...site.pages.flatMap((page) => seen(`the page ${page.id}`, page.seen)),
    ...site.fields.flatMap(({ field, tries }) => seen(`the field ${field}`, ...tries.map((one) => one.seen))),
    ...site.writes.flatMap((write) => seen(`the write ${write.id}`, write.seen)),
    ...(site.holdAt ?? []).flatMap((control) => seen(`the control ${control.id}`, control.seen)),
    ...site.rows.flatMap((row) => seen(`the rows ${row.css}`, row.seen)),
    ...site.marks.flatMap((mark) => seen(`the mark ${mark.css}`, mark.seen)),
    ...(site.labelled ?? []).flatMap((rows) => seen(`the named places ${rows.row}`, rows.seen)),
    ...(site.submits ?? []).flatMap((submit) => seen(`the submit ${submit.css ?? submit.keys}`, submit.seen)),
    ...(site.conversation ? seen('the conversation', site.conversation.seen) : []),
    ...(site.attachments ? seen('the attachments', site.attachments.seen) : []),
    ...(site.me.length > 0 ? seen('who is signed in', ...site.me.map((one) => one.seen)) : []),
    ...(site.note ? seen('the note editor', site.note.seen) : []),
    ...(site.refusal ? seen('how a refusal looks', site.refusal.seen) : []),
  ];
}

/** Every piece of evidence in a site, wherever it stands. */
function evidenceIn(part: unknown): Evidence[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'seen' in part ? [part.seen as Evidence] : [];
  return [...own.filter(Boolean), ...Object.values(part).flatMap(evidenceIn)];
}

export interface SiteRowFacts {
  id: string;
  name: string;
  reality: Site['reality']['level'];
  fields: number;
  writes: number;
  fixtures: number;
  /** The newest month or day in its evidence. */
  checked: string;
  missing: string[];
}

/** One line of the table. Fields are counted by name; writes with the controls that are held at their own event. */
export function rowOf(facts: SiteFacts): SiteRowFacts {
  const { site, fixtures } = facts;
  return {
    id: site.id,
    name: site.name,
    reality: site.reality.level,
    fields: new Set(site.fields.map(({ field }) => field)).size,
    writes: site.writes.length + (site.holdAt?.length ?? 0),
    fixtures: fixtures.length,
    checked:
      evidenceIn(site)
        .map(({ when }) => when)
        .sort()
        .at(-1) ?? 'never',
    missing: missingParts(facts),
  };
}

const ORDER = ['live', 'mirrored', 'read'];

/** The table as text, the best known desks first. */
export function siteTable(rows: readonly SiteRowFacts[]): string {
  const sorted = [...rows].sort(
    (a, b) => ORDER.indexOf(a.reality) - ORDER.indexOf(b.reality) || a.id.localeCompare(b.id),
  );
  const lines = [
    ['site', 'reality', 'fields', 'writes', 'fixtures', 'last checked'],
    ...sorted.map((row) => [row.id, row.reality, `${row.fields}`, `${row.writes}`, `${row.fixtures}`, row.checked]),
  ];
  const widths = lines[0]?.map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The lines of the README's table of desks. */
export function readmeRows(all: readonly Site[]): string[] {
  return [...all]
    .sort((a, b) => ORDER.indexOf(a.reality.level) - ORDER.indexOf(b.reality.level) || a.name.localeCompare(b.name))
    .map(({ name, reality }) => `| ${name} | ${reality.level} | ${reality.note} |`);
}
