// @vitest-environment node
// What the practice desk is like once a test has told it: a session that ended, a lock that expired, a form that leads on, a form that is refused.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Case } from './records.ts';
import { type PracticeDesk, startPracticeDesk } from './server.ts';

let desk: PracticeDesk;
beforeAll(async () => {
  desk = await startPracticeDesk({ port: 0, slowMs: 300 });
});
afterAll(() => desk.close());
beforeEach(() => post('/api/reset'));

const send = (path: string, init: RequestInit = {}) => fetch(desk.url + path, { redirect: 'manual', ...init });
const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
const json = { 'content-type': 'application/json' };
const patch = () => send('/api/cases/1', { method: 'PATCH', headers: json, body: '{"team":"engineering"}' });
const tell = (how: object) => send('/api/lasting', { method: 'POST', headers: json, body: JSON.stringify(how) });
const details = (headers = {}) => post('/case/1/details', { team: 'engineering' }, headers);
const team = async () => (desk.state.cases.get(1) as Case).team;
const leads = (response: Response) => response.headers.get('location');

describe('a session that has ended', () => {
  test('leads every request to the page where one signs in, and from there back to where the person was', async () => {
    await tell({ session: 'login' });
    expect(leads(await send('/case/1'))).toBe('/login?back=%2Fcase%2F1');
    expect(leads(await details({ referer: `${desk.url}/case/1` }))).toBe('/login?back=%2Fcase%2F1');
    expect((await patch()).status).toBe(303);
    const login = await (await send('/login?back=%2Fcase%2F1')).text();
    expect(login).toContain('type="password"');
    expect(login).not.toContain('signed-in-user');
    expect(leads(await post('/login', { name: 'amara', back: '/case/1' }))).toBe('/case/1');
    expect((await patch()).status).toBe(200);
  });

  test('or is forbidden, in JSON where a script asks', async () => {
    await tell({ session: 'forbidden' });
    expect((await details()).status).toBe(403);
    expect(await (await patch()).json()).toEqual({ error: 'Your session has ended. Sign in again.' });
    expect(await team()).toBe('support-l1');
  });

  test('leads nowhere else than into the desk', async () => {
    expect(leads(await post('/login', { back: '//elsewhere.example' }))).toBe('/');
  });
});

test('a lock that has expired refuses every request, until a page is loaded again', async () => {
  await tell({ lock: 'expired' });
  const refused = await patch();
  expect([refused.status, await refused.json()]).toEqual([409, { error: expect.stringContaining('lock') }]);
  expect((await patch()).status).toBe(409);
  await send('/case/1');
  expect([(await patch()).status, await team()]).toEqual([200, 'engineering']);
});

test('a form that meets a lock that has expired is drawn again with what was sent, and saves then', async () => {
  await tell({ lock: 'expired' });
  const refused = await details();
  const page = await refused.text();
  expect([refused.status, await team()]).toEqual([409, 'support-l1']);
  expect(page).toContain('your lock on this record has expired');
  expect(page).toMatch(/<select id="details-team"[^>]*>[\s\S]*?<option value="engineering" selected>/);
  expect([(await details()).status, await team()]).toEqual([303, 'engineering']);
});

test('a lock that expires while the desk is slow refuses what is on its way', async () => {
  await post('/api/fault', { next: 'slow' });
  const saving = details();
  await expect.poll(() => desk.state.fault).toBeUndefined();
  await tell({ lock: 'expired' });
  expect([(await saving).status, await team()]).toEqual([409, 'support-l1']);
});

test.each([
  ['case', '/case/1'],
  ['next', '/case/2'],
  ['list', '/'],
  ['other', '/rig'],
] as const)('a saved form leads to the %s', async (after, to) => {
  await tell({ after });
  expect(leads(await details())).toBe(to);
});

test('a form that is refused comes back at its own address, with what was sent as if it had always been so', async () => {
  await post('/api/fault', { next: 'refuse' });
  const response = await details();
  const page = await response.text();
  expect([response.status, await team()]).toEqual([200, 'support-l1']);
  expect(page).toContain('This was not saved');
  expect(page).toMatch(/<select id="details-team"[^>]*>[\s\S]*?<option value="engineering" selected>/);
  await post('/api/fault', { next: 'refuse' });
  expect((await patch()).status).toBe(422);
});

test('what the desk cannot be is refused', async () => {
  expect((await tell({ session: 'lost' })).status).toBe(400);
  expect((await tell({ constructor: 'x' })).status).toBe(400);
});
