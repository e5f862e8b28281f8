import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { checkRedmine } from './redmine.ts';
import { checkRequestTracker } from './rt.ts';

type Answer = [status: number, body: unknown];
let close = () => {};
afterEach(() => close());

/** A desk that answers so; `written` are the bodies of what it was sent. */
async function stub(answer: (request: IncomingMessage, body: Record<string, unknown>) => Answer): Promise<string> {
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const part of request) text += part;
    const [status, body] = answer(request, text.startsWith('{') ? JSON.parse(text) : {});
    const cookie = { 'set-cookie': 'session=one' };
    response.writeHead(status, request.url === '/NoAuth/Login.html' ? cookie : {});
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Request Tracker as the tests need it, but for the answers that `other` gives. */
function requestTracker(other: (request: IncomingMessage) => Answer | undefined) {
  let subject = '';
  return stub((request, body) => {
    const answer = other(request);
    if (answer) return answer;
    if (request.method === 'POST' && request.url === '/REST/2.0/ticket') return [201, { id: '9' }];
    if (request.method === 'PUT') {
      subject = String(body.Subject);
      return [200, ['changed']];
    }
    if (request.url?.startsWith('/REST/2.0/ticket/9'))
      return [200, { Queue: { Name: 'Onboarding' }, Owner: { id: '' }, Subject: subject, CustomFields: [] }];
    return [200, { items: [], total: 0 }];
  });
}

const said: string[] = [];
const check = async (url: string) => {
  said.length = 0;
  return checkRequestTracker(url, '5.0.3+dfsg-3~deb12u7', (line) => said.push(line)).then(
    () => '',
    ({ message }: Error) => message,
  );
};

describe('the start of a live desk', () => {
  it('says which desk of which version works', async () => {
    expect(await check(await requestTracker(() => undefined))).toBe('');
    expect(said).toEqual([
      'Request Tracker 5.0.3+dfsg-3~deb12u7: signing in, a read, a write, reading what was written work as the tests need them',
    ]);
  });

  it('fails in one line that names desk, version and answer where writes are refused', async () => {
    const page = '<html>\n<body><h1>Forbidden</h1>\n<p>Cross-site request forgery protection</p></body></html>';
    const url = await requestTracker(({ method, url }) =>
      method === 'POST' && url === '/REST/2.0/ticket' ? [403, page] : undefined,
    );
    const message = await check(url);
    expect(message).toBe(
      'Request Tracker 5.0.3+dfsg-3~deb12u7 does not work as the tests need it: a write: Request Tracker refused POST ticket: 403 Forbidden Cross-site request forgery protection',
    );
    expect(said).toEqual([]);
  });

  it.each([
    ['a read is refused', 500, 'a read: Request Tracker refused GET queues/all'],
    ['it answers what is no answer', 200, 'a read: '],
  ])('fails so too where %s', async (_, status, why) => {
    const url = await requestTracker((request) =>
      request.url?.includes('queues/all') ? [status, `Trouble\n${'x'.repeat(2_000)}`] : undefined,
    );
    const message = await check(url);
    expect(message).toContain(`Request Tracker 5.0.3+dfsg-3~deb12u7 does not work as the tests need it: ${why}`);
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(500);
  });

  it('fails where what was written is not what it shows', async () => {
    const url = await requestTracker(({ method }) => (method === 'PUT' ? [200, ['nothing changed']] : undefined));
    expect(await check(url)).toMatch(/reading what was written: it shows "" for "Checked at the start, /);
  });

  it('fails where nobody answers', async () => {
    const url = await requestTracker(() => undefined);
    close();
    expect(await check(url)).toMatch(/^Request Tracker 5\.0\.3\+dfsg-3~deb12u7 .*: signing in: /);
  });

  it('is checked for Redmine in the same way', async () => {
    const url = await stub(({ method, url }) => {
      const kind = url?.split('?')[0]?.slice(1, -'.json'.length) ?? '';
      const names = ['Onboarding', 'Support', 'Normal'].map((name, id) => ({ id: id + 1, name }));
      return method === 'GET' ? [200, { [kind]: names }] : [422, { errors: ['Tracker is not included\nin the list'] }];
    });
    const message = await checkRedmine(url, '5.0.4-5', () => {}).catch(({ message: told }: Error) => told);
    expect(message).toMatch(/^Redmine 5\.0\.4-5 does not work as the tests need it: a write: .*422.*Tracker/);
    expect(message).not.toContain('\n');
  });
});
