// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../records.ts';
import { type PracticeDesk, startPracticeDesk } from '../server.ts';
import type { LogEntry } from '../state.ts';
import { modes } from './modes.ts';

let desk: PracticeDesk;
beforeAll(async () => {
  desk = await startPracticeDesk({ port: 0 });
});
afterAll(() => desk.close());
beforeEach(() => send('POST', '/api/reset'));

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

function send(method: string, path: string, body?: unknown): Promise<Response> {
  const form = body instanceof URLSearchParams;
  return fetch(desk.url + path, {
    method,
    redirect: 'manual',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': form ? FORM : JSON_TYPE }, body: form ? body.toString() : JSON.stringify(body) }),
  });
}
const get = async <T>(path: string) => (await send('GET', path)).json() as Promise<T>;
const teamOf = async (id: number) => (await get<Case>(`/api/cases/${id}`)).team;
const writes = async () => (await get<LogEntry[]>('/api/log')).filter(({ wrote }) => wrote);

const rpc = (method: string, ids: number[], team: string) => ({
  jsonrpc: '2.0',
  id: 1,
  params: { model: 'helpdesk.ticket', method, args: [ids, { team }] },
});
const aura = (...names: string[]) =>
  new URLSearchParams({
    message: JSON.stringify({
      actions: names.map((name) => ({
        descriptor: `aura://RecordUiController/ACTION$${name}`,
        params: { recordId: '1', recordInput: { fields: { team: 'engineering' } } },
      })),
    }),
  });
const BULK =
  'mutation M { a1: updateCase(id: "1", input: {team: "sales"}) {id} a2: updateCase(id: "8", input: {team: "engineering"}) {id} }';

describe('every grammar changes what it says, by one write of one request, kept as it came', () => {
  const grammars: [string, string, string, unknown, Record<number, string>][] = [
    ['flat JSON', 'PATCH', '/rig/cases/1', { team: 'engineering' }, { 1: 'engineering' }],
    ['a form', 'POST', '/rig/cases/1', new URLSearchParams({ team: 'engineering' }), { 1: 'engineering' }],
    ['a JSON resource', 'PUT', '/rig/tickets/1', { ticket: { team: 'engineering' } }, { 1: 'engineering' }],
    ['a link', 'GET', '/rig/cases/1/assign?team=engineering', undefined, { 1: 'engineering' }],
    ['bulk by ids', 'POST', '/rig/bulk', { ids: [1, 8], team: 'sales' }, { 1: 'sales', 8: 'sales' }],
    [
      'bulk by rows',
      'POST',
      '/rig/bulk',
      {
        updates: [
          { id: 1, team: 'engineering' },
          { id: 8, team: 'sales' },
        ],
      },
      { 1: 'engineering', 8: 'sales' },
    ],
    ['one call', 'POST', '/rig/rpc', rpc('write', [1, 8], 'sales'), { 1: 'sales', 8: 'sales' }],
    [
      'a batch of calls, of which one reads',
      'POST',
      '/rig/rpc',
      [rpc('read', [1], 'sales'), rpc('write', [8], 'sales')],
      { 1: 'support-l1', 8: 'sales' },
    ],
    ['an envelope', 'POST', '/rig/aura', aura('getRecordWithFields', 'updateRecord'), { 1: 'engineering' }],
    [
      'a GraphQL operation with variables',
      'POST',
      '/rig/graphql',
      {
        query: 'mutation U($id: ID!, $input: CaseInput!) { updateCase(id: $id, input: $input) { id } }',
        variables: { id: '1', input: { team: 'engineering' } },
      },
      { 1: 'engineering' },
    ],
    ['aliased mutations', 'POST', '/rig/graphql', { query: BULK }, { 1: 'sales', 8: 'engineering' }],
  ];

  test.each(grammars)('%s', async (_, method, path, body, teams) => {
    expect((await send(method, path, body)).status).toBeLessThan(400);
    for (const [id, team] of Object.entries(teams)) expect(await teamOf(Number(id))).toBe(team);
    const raw = body === undefined ? '' : body instanceof URLSearchParams ? body.toString() : JSON.stringify(body);
    expect((await writes()).map((entry) => entry.raw)).toEqual([raw]);
  });

  test('a macro replies too', async () => {
    await send('PATCH', '/rig/cases/1', { team: 'engineering', status: 'waiting', reply: 'We look into it.' });
    const { status, messages } = await get<Case>('/api/cases/1');
    expect([status, messages.at(-2)?.text]).toEqual(['waiting', 'We look into it.']);
  });
});

describe('what cannot be done changes nothing and is answered in JSON', () => {
  const refused: [string, unknown, string][] = [
    ['/rig/bulk', { ids: [1, 99], team: 'sales' }, 'There is no case 99.'],
    [
      '/rig/bulk',
      {
        updates: [
          { id: 1, team: 'sales' },
          { id: 8, team: 'moon' },
        ],
      },
      '“moon” is not a known team.',
    ],
    ['/rig/rpc', rpc('read', [1], 'sales'), 'This request changes nothing'],
    ['/rig/aura', aura('getRecordWithFields'), 'This request changes nothing'],
    ['/rig/graphql', { query: '{ cases { id } }' }, 'This request changes nothing'],
    ['/rig/graphql', { query: 'mutation { updateCase(id: {) }' }, 'could not be read'],
  ];
  test.each(refused)('%s %j', async (path, body, words) => {
    const answer = await send('POST', path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(((await answer.json()) as { error: string }).error).toContain(words);
    expect(await writes()).toEqual([]);
    expect(await teamOf(1)).toBe('support-l1');
  });

  test('a fault meets the whole request', async () => {
    await send('POST', '/api/fault', { next: '500' });
    expect((await send('POST', '/rig/bulk', { ids: [1, 8], team: 'sales' })).status).toBe(500);
    expect(await writes()).toEqual([]);
  });
});

describe('pages', () => {
  test('each mode has one, and the index leads to it', async () => {
    const index = await (await send('GET', '/rig')).text();
    for (const { id, list } of modes) {
      expect(index).toContain(`href="/rig/${id}"`);
      const page = await send('GET', list ? `/rig/${id}` : `/rig/${id}/1`);
      expect([id, page.status]).toEqual([id, 200]);
    }
    expect((await send('GET', '/rig/pick-click')).headers.get('location')).toBe('/rig/pick-click/1');
  });

  test.each(['/rig/nowhere', '/rig/board/1', '/rig/dialog/99'])('there is none at %s', async (path) => {
    expect((await send('GET', path)).status).toBe(404);
  });
});
