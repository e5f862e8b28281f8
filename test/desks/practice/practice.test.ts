// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Case, Deal } from './records.ts';
import { type PracticeDesk, startPracticeDesk } from './server.ts';
import type { LogEntry } from './state.ts';

let desk: PracticeDesk;

beforeAll(async () => {
  desk = await startPracticeDesk({ port: 0, slowMs: 150 });
});
afterAll(() => desk.close());
beforeEach(() => post('/api/reset'));

type Fields = Record<string, string>;

function send(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(desk.url + path, { redirect: 'manual', ...init });
}

function post(path: string, fields: Fields = {}, init: RequestInit = {}): Promise<Response> {
  return send(path, { method: 'POST', body: new URLSearchParams(fields), ...init });
}

function postMultipart(path: string, fields: Fields, file?: File): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('attachment', file);
  return send(path, { method: 'POST', body: form });
}

function patch(path: string, value: unknown): Promise<Response> {
  return send(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
}

async function get<T>(path: string): Promise<T> {
  return (await send(path)).json() as Promise<T>;
}

const caseOne = () => get<Case>('/api/cases/1');
const text = async (path: string, init?: RequestInit) => (await send(path, init)).text();
const log = () => get<LogEntry[]>('/api/log');

describe('writes change the state exactly once and are logged', () => {
  const writes: [string, () => Promise<Response>, number, Partial<Case>][] = [
    [
      'details form',
      () => post('/case/1/details', { team: 'engineering', owner: 'jonas', status: 'open', priority: 'urgent' }),
      303,
      { team: 'engineering', owner: 'jonas', priority: 'urgent' },
    ],
    [
      'reply',
      () => postMultipart('/case/1/reply', { body: 'Done.', visibility: 'public', owner: 'priya', status: 'solved' }),
      303,
      { owner: 'priya', status: 'solved' },
    ],
    ['list select', () => patch('/api/cases/1', { owner: 'jonas' }), 200, { owner: 'jonas' }],
    ['list select for the team', () => patch('/api/cases/1', { team: 'onboarding' }), 200, { team: 'onboarding' }],
    ['take link', () => send('/case/1/take', { headers: { cookie: 'desk_user=priya' } }), 303, { owner: 'priya' }],
    ['release link', () => send('/case/1/release'), 303, { owner: 'nobody' }],
  ];

  test.each(writes)('%s', async (_, act, status, expected) => {
    const response = await act();
    expect(response.status).toBe(status);
    expect(await caseOne()).toMatchObject({ ...expected, revision: 1 });
    expect((await log()).filter((entry) => entry.wrote)).toHaveLength(1);
  });

  test('a reply keeps text, kind, author and file names; the log keeps the fields', async () => {
    await postMultipart(
      '/case/1/reply',
      { body: 'For us only', visibility: 'internal', owner: '', status: '' },
      new File(['12345'], 'trace.txt'),
    );
    const record = await caseOne();
    expect(record).toMatchObject({ owner: 'amara', status: 'open', revision: 1 });
    expect(record.messages.at(-1)).toMatchObject({ kind: 'note', author: 'Amara Okafor', text: 'For us only' });
    expect(record.attachments.at(-1)).toEqual({ name: 'trace.txt', size: 5 });
    const entry = (await log()).find(({ path }) => path === '/case/1/reply');
    expect(entry).toMatchObject({
      method: 'POST',
      status: 303,
      wrote: true,
      user: 'amara',
      fields: { body: 'For us only', owner: '' },
    });
    expect(entry?.files).toMatchObject([{ field: 'attachment', name: 'trace.txt', size: 5 }]);
  });

  test('line ends of a form become plain ones, and empty lines paragraphs', async () => {
    await postMultipart('/case/1/reply', { body: 'One\r\ntwo\r\n\r\nthree', visibility: 'public' });
    expect((await caseOne()).messages.at(-1)?.text).toBe('One\ntwo\n\nthree');
    expect(await text('/case/1')).toContain('<p>One\ntwo</p><p>three</p>');
  });

  test('a new case', async () => {
    const response = await post('/new', {
      subject: 'Hello',
      requester_mail: 'a@b.example',
      body: 'Text',
      team: 'onboarding',
      tags: 'a, b',
    });
    expect(response.headers.get('location')).toBe('/case/9');
    expect(await get<Case>('/api/cases/9')).toMatchObject({
      subject: 'Hello',
      team: 'onboarding',
      owner: 'nobody',
      tags: ['a', 'b'],
      revision: 1,
    });
  });

  test('a deal: stage, details and notes', async () => {
    expect((await post('/api/deals/501/stage', { stage: 'closed-won' })).status).toBe(200);
    await post('/deal/501/details', { team: 'onboarding', owner: 'priya' });
    await post('/deal/501/notes', { body: 'Handed over.' });
    expect(await get<Deal>('/api/deals/501')).toMatchObject({
      stage: 'closed-won',
      team: 'onboarding',
      owner: 'priya',
      revision: 3,
    });
  });

  test('the page after a form says what was done, once', async () => {
    const response = await post('/case/1/details', { team: 'engineering' });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const shown = await send('/case/1', { headers: { cookie } });
    expect(await shown.text()).toContain('id="flash" role="status">Saved.');
    expect(shown.headers.get('set-cookie')).toContain('Max-Age=0');
  });
});

describe('requests that look like writes change nothing', () => {
  const whole = { body: 'Half a sentence', visibility: 'internal', owner: 'jonas', status: 'solved' };
  const lookalikes: [string, () => Promise<Response>][] = [
    ['save draft', () => postMultipart('/case/1/reply', { ...whole, draft: '1' })],
    ['autosave', () => send('/case/1/reply-draft', { method: 'PUT', body: new URLSearchParams(whole) })],
    ['preview', () => postMultipart('/case/1/preview', whole)],
    [
      'the same values again',
      () => post('/case/1/details', { team: 'support-l1', owner: 'amara', status: 'open', priority: 'high' }),
    ],
    ['taking what is mine', () => send('/case/1/take')],
    ['opening the form', () => send('/case/1?edit=details')],
  ];

  test.each(lookalikes)('%s', async (_, act) => {
    const before = await caseOne();
    expect((await act()).status).toBeLessThan(400);
    expect(await caseOne()).toEqual(before);
    expect((await log()).some((entry) => entry.wrote)).toBe(false);
  });

  test('a draft comes back to its writer only, and goes when the reply is sent', async () => {
    await send('/case/1/reply-draft', { method: 'PUT', body: new URLSearchParams(whole) });
    expect(await text('/case/1')).toContain('Half a sentence');
    expect(await text('/case/1', { headers: { cookie: 'desk_user=jonas' } })).not.toContain('Half a sentence');
    await postMultipart('/case/1/reply', { body: 'Whole.', visibility: 'public' });
    expect(await text('/case/1')).not.toContain('Half a sentence');
  });
});

describe('faults meet the next write, and only that', () => {
  test('500', async () => {
    await post('/api/fault', { next: '500' });
    await send('/case/1');
    const failed = await patch('/api/cases/1', { owner: 'jonas' });
    expect([failed.status, await failed.json()]).toEqual([
      500,
      { error: 'The desk could not save this. Please try again.' },
    ]);
    expect((await caseOne()).revision).toBe(0);
    expect((await patch('/api/cases/1', { owner: 'jonas' })).status).toBe(200);
  });

  test('drop: the request arrives, nothing is answered or changed', async () => {
    await patchFault('drop');
    await expect(post('/case/1/details', { team: 'engineering' })).rejects.toThrow();
    expect((await caseOne()).revision).toBe(0);
    expect((await log()).filter(({ path }) => path === '/case/1/details')).toMatchObject([{ status: 0, wrote: false }]);
  });

  test('slow: the write waits, then happens', async () => {
    await patchFault('slow');
    const start = performance.now();
    await patch('/api/cases/1', { owner: 'jonas' });
    expect(performance.now() - start).toBeGreaterThan(140);
    expect(await caseOne()).toMatchObject({ owner: 'jonas', revision: 1 });
  });

  function patchFault(next: string): Promise<Response> {
    return send('/api/fault', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ next }),
    });
  }
});

test('reset puts the seed back and forgets log, drafts and faults', async () => {
  await post('/case/1/details', { team: 'engineering' });
  await post('/api/fault', { next: '500' });
  await post('/api/reset');
  expect(await caseOne()).toMatchObject({ team: 'support-l1', revision: 0 });
  expect(await log()).toMatchObject([{ path: '/api/cases/1' }]);
  expect(desk.state.fault).toBeUndefined();
});

describe('pages', () => {
  test('hostile text is shown, never run', async () => {
    for (const path of ['/', '/case/2', '/queue/support-l1']) {
      const page = await text(path);
      expect(page).toContain('&lt;script&gt;alert(&quot;hello&quot;)&lt;/script&gt;');
      expect(page).not.toMatch(/<script>|<img|onerror="|<b>/);
    }
    await send('/case/1/reply-draft', {
      method: 'PUT',
      body: new URLSearchParams({ body: '</textarea><script>x</script>' }),
    });
    expect(await text('/case/1')).toContain('&lt;/textarea&gt;&lt;script&gt;');
  });

  test('a strict policy forbids inline code, and no page has any', async () => {
    for (const path of ['/', '/case/1', '/case/5', '/deal/501', '/new', '/nowhere']) {
      const response = await send(path);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(await response.text()).not.toMatch(/<script(?! src="\/desk\.js")|<style| style=| on\w+=/);
    }
  });

  test('every style sheet, script and icon that a page names is there', async () => {
    const names = [...(await text('/')).matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg))"/g)].map(
      (found) => found[1] ?? '',
    );
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect((await send(name)).status).toBe(200);
  });

  test('a case of 200 kB, one with almost nothing, and one from right to left', async () => {
    expect((await text('/case/5')).length).toBeGreaterThan(200_000);
    expect(await text('/case/4')).toContain('<dd class="empty">Not set</dd>');
    expect(await text('/case/3')).toContain('<h1 id="case-subject" dir="auto">لا يمكن');
  });

  test('the person can be changed and comes back to the same page', async () => {
    const response = await send('/as/jonas', { headers: { referer: `${desk.url}/case/1` } });
    expect(response.headers.get('location')).toBe('/case/1');
    expect(response.headers.get('set-cookie')).toContain('desk_user=jonas');
    expect(await text('/', { headers: { cookie: 'desk_user=jonas' } })).toContain('data-login="jonas"');
    const foreign = await send('/as/jonas', { headers: { referer: 'https://elsewhere.example/case/1' } });
    expect(foreign.headers.get('location')).toBe('/');
  });
});

describe('what cannot be done is answered clearly and changes nothing', () => {
  const refusals: [string, () => Promise<Response>, number, string][] = [
    ['unknown case', () => send('/case/99'), 404, 'There is no case 99.'],
    ['unknown deal', () => send('/deal/1'), 404, 'There is no deal 1.'],
    ['unknown page', () => send('/nowhere'), 404, 'There is no page at /nowhere.'],
    ['unknown queue', () => send('/queue/moon'), 404, 'There is no queue “moon”.'],
    ['unknown person', () => send('/as/root'), 404, 'Nobody here has the login “root”.'],
    ['wrong method', () => post('/case/1/take'), 405, 'POST is not possible here.'],
    ['unknown team', () => post('/case/1/details', { team: 'moon' }), 422, '“moon” is not a known team.'],
    ['empty reply', () => postMultipart('/case/1/reply', { body: ' ', owner: 'jonas' }), 422, 'The reply is empty.'],
    ['a case without a subject', () => post('/new', { body: 'x' }), 422, 'A case needs a subject'],
    [
      'broken JSON',
      () => send('/api/cases/1', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{' }),
      400,
      'not valid JSON',
    ],
    ['JSON that is no object', () => patch('/api/cases/1', ['owner']), 400, 'must be a JSON object'],
    ['a number for a name', () => patch('/api/cases/1', { owner: 7 }), 400, 'must be a text'],
    ['another field', () => patch('/api/cases/1', { status: 'solved' }), 400, 'nothing else can be changed here'],
    [
      'a body of unknown type',
      () => send('/case/1/details', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }),
      415,
      'is not understood',
    ],
    [
      'a broken form',
      () =>
        send('/case/1/reply', {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          body: 'y',
        }),
      400,
      'could not be read',
    ],
    ['too much', () => post('/case/1/details', { team: 'x'.repeat(51_000_000) }), 413, 'larger than 48 MB'],
    ['unknown fault', () => post('/api/fault', { next: 'fire' }), 400, 'must be one of'],
  ];

  test.each(refusals)('%s', async (_, act, status, words) => {
    const response = await act();
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
    expect((await caseOne()).revision).toBe(0);
  });

  test('a port that is taken is named', async () => {
    const port = Number(new URL(desk.url).port);
    await expect(startPracticeDesk({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is already in use.`);
  });
});
