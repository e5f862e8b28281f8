import { EVERY } from '../../model/case-key';
import type { Evidence, SiteField, SitePage, Write } from '../../model/site';

const seen: Evidence = { where: 'test/desks/practice/rig/parts', when: '2026-11', sure: 'run' };
type Changes = Write['changes'];
type Made = Pick<Write, 'id' | 'path' | 'case' | 'changes'> & Partial<Write>;

const write = (made: Made): Write => ({ doors: ['wire'], methods: ['POST'], kind: 'ticket', ...made, seen });

/** A pop-up window whose address names its case shows nothing of it. */
export const partPages: SitePage[] = [
  { id: 'rig-window', path: '/rig/window/:#id/:what', case: { path: 'id' }, kind: 'ticket', shows: [], seen },
];

/** Lists of people by their logins, and by their numbers. */
export const partDirectory = [
  { field: 'owner', options: 'select[name=login] option' },
  { field: 'owner', options: 'select[name=person] option' },
];

/** A field that is the list in which it is chosen. */
export const partFields: SiteField[] = [
  { field: 'team', certainty: 'certain', tries: [{ css: 'form.edit select[name=team]', read: 'value', seen }] },
];

/** Who works on a case: JSON inside one field. */
const actor = (field: string, type: string): Changes[number] => ({
  field,
  to: { body: '_actors', json: `assign.[itemtype=${type}].items_id` },
});

/** Writes of the rig's parts. `plain`: fields of a case as forms and flat JSON name them. */
export const partWrites = (plain: Changes): Write[] => {
  const byForm = (id: string, path: string, of: Write['case']) =>
    write({ id, doors: ['form'], path, case: of, changes: plain });
  const inline = (field: string) =>
    write({
      id: `inline-${field}`,
      methods: ['GET'],
      path: '/rig/inline',
      query: { action: ['save'], field: [field] },
      case: { query: 'record' },
      changes: [{ field, to: { query: 'value' } }],
    });
  const quick = (what: string, change: Changes[number]) =>
    write({
      id: `quick-${what}`,
      doors: ['link'],
      methods: ['GET'],
      path: '/rig/quick/:id',
      query: { do: [what] },
      case: { path: 'id' },
      changes: [change],
    });
  const values: Changes = plain.map(({ field }) => ({ field, to: { json: `values.${field}` } }));
  return [
    byForm('window', '/rig/window/:#id/:what', { path: 'id' }),
    byForm('window-unnamed', '/rig/window/:what', { body: 'id' }),
    byForm('native', '/rig/native/:#id/:how', { path: 'id' }),
    byForm('native-mass', '/rig/native/mass', { body: 'ids', each: true }),
    { ...byForm('dialog', '/rig/:mode/:#id', { path: 'case' }), hash: '/cases/:#case/team' },
    inline('team'),
    inline('owner'),
    quick('mine', { field: 'owner', to: { is: '@me' } }),
    quick('close', { field: 'status', to: { value: 'closed' } }),
    write({ id: 'whole', path: '/rig/whole/:id', needs: { do: ['store'] }, case: { path: 'id' }, changes: plain }),
    write({
      id: 'actors',
      path: '/rig/actors/:id',
      case: { path: 'id' },
      changes: [actor('team', 'Group'), actor('owner', 'User')],
    }),
    write({
      id: 'mass-ids',
      path: '/rig/mass',
      needs: { ids: [] },
      case: { json: 'ids', each: true },
      changes: values,
    }),
    write({
      id: 'mass-all',
      path: '/rig/mass',
      needs: { 'where.status': [] },
      case: { value: EVERY },
      changes: values,
    }),
  ];
};
