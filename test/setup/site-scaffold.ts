// What `npm run new:site` writes. Pure: a name in, files out.

/** In: what people call the desk. Out: its id, and each file by its path. Throws, with what to do, on a name that gives none. */
export function scaffold(name: string, today: Date): { id: string; files: Record<string, string> } {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (!/^[a-z]/.test(id))
    throw new Error(
      `npm run new:site takes the desk's name, such as "Help Scout"; "${name}" gives no id that begins with a letter`,
    );
  const files: Record<string, string> = {
    [`lib/sites/${id}/site.ts`]: siteFile(id, name, today.toISOString().slice(0, 7)),
  };
  for (const [fixture, { html, expected }] of Object.entries(fixtures(name))) {
    files[`test/sites/${id}/${fixture}.html`] = html;
    files[`test/sites/${id}/${fixture}.expected.json`] = `${JSON.stringify(expected, null, 2)}\n`;
  }
  return { id, files };
}

/** `help-scout` → `helpScout`. */
export function exportOf(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The list of sites with one more, in the order of their ids. Throws where the list does not look as it should. */
export function listed(list: string, id: string): string {
  const names = /readonly Site\[\] = \[([^\]]*)\]/.exec(list);
  if (!names) throw new Error('lib/sites/all.ts holds no list of sites: put the line in by hand');
  const line = `import { ${exportOf(id)} } from './${id}/site';`;
  const imports = list.split('\n').filter((one) => /^import \{/.test(one));
  const sorted = [...imports, line].sort((a, b) => folderOf(a).localeCompare(folderOf(b)));
  const all = [...(names[1] ?? '').split(','), exportOf(id)].map((one) => one.trim()).filter(Boolean);
  const body = list.slice(list.indexOf('/**')).replace(names[0], `readonly Site[] = [\n  ${all.join(',\n  ')},\n]`);
  return `import type { Site } from '../model/site';\n${sorted.join('\n')}\n\n${body}`;
}

const folderOf = (line: string) => /'\.\/([^/]+)\//.exec(line)?.[1] ?? '';

function siteFile(id: string, name: string, month: string): string {
  return `import type { Evidence, Site } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'low'): Evidence => ({ where, when: '${month}', sure });

export const ${exportOf(id)}: Site = {
  id: '${id}',
  name: ${JSON.stringify(name)},
  reality: { level: 'read', note: 'Fixtures only: never run against the desk itself.' },
  hosts: ['${id}.example'],
  marks: [],
  pages: [
    {
      id: 'case',
      path: '/tickets/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      seen: seen('where is it known from?'),
    },
    { id: 'list', path: '/tickets', seen: seen('where is it known from?') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: 'h1',
      tries: [{ css: 'h1', seen: seen('where is it known from?') }],
    },
  ],
  directory: [],
  rows: [],
  caseUrl: { ticket: '/tickets/:id' },
  nobody: ['Unassigned'],
  writes: [
    {
      id: 'update',
      doors: ['wire'],
      methods: ['PUT'],
      path: '/api/tickets/:#id',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [{ field: 'team', to: { json: 'team' } }],
      seen: seen('where is it known from?'),
    },
  ],
  statuses: { sent: ['Open'], accepted: ['In progress'], closed: ['Closed'] },
};
`;
}

/** One page of each kind that every site needs: each is to be made a true one of the desk. */
function fixtures(name: string): Record<string, { html: string; expected: object }> {
  const page = (lang: string, body: string, path = '/tickets/7', host = '') =>
    `<!-- URL: https://${host || idOf(name)}.example${path} -->\n<!DOCTYPE html>\n<html lang="${lang}">\n<body>\n${body}\n</body>\n</html>\n`;
  const read = (fields: Record<string, string>, health: object) => ({
    known: true,
    page: 'case',
    case: '7',
    fields,
    entries: [],
    health,
  });
  const green = { light: 'green', missing: [] };
  const moved = {
    'a write is still seen': {
      request: { method: 'PUT', url: '/api/tickets/7', json: { team: 'Engineering' } },
      changes: ['7 team: ? → Engineering (Engineering)'],
    },
  };
  return {
    case: {
      html: page('en', '<h1>Invoice: blank page</h1>'),
      expected: read({ subject: 'Invoice: blank page' }, green),
    },
    list: {
      html: page('en', '<ul><li>Invoice: blank page</li></ul>', '/tickets'),
      expected: { known: true, page: 'list', case: null },
    },
    'look-alike': {
      html: page('en', '<h1>Invoice</h1>', '/tickets/7', `${idOf(name)}.example.evil`),
      expected: { known: false },
    },
    hostile: {
      html: page('en', '<h1 hidden>A lie</h1><h1>Invoice &lt;b&gt;</h1>'),
      expected: read({ subject: 'Invoice <b>' }, green),
    },
    moved: {
      html: page('en', '<h2>Invoice</h2>'),
      expected: { ...read({}, { light: 'red', missing: ['subject'] }), attempts: moved },
    },
    german: {
      html: page('de', '<h1>Rechnung: leere Seite</h1>'),
      expected: read({ subject: 'Rechnung: leere Seite' }, green),
    },
  };
}

const idOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
