// The wire in a browser's page of its own, where the test is the gate: how requests end there, and how its functions look, beside what
// the browser itself does. Run in Chromium and in Firefox.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Refused } from '../../lib/gate/wire-protocol.ts';

/** What real desks set to be told of every request that they did not mean. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; img-src data:; connect-src 'self'; report-uri /reports";

interface World {
  gate: { answer(go: boolean, how?: Refused): void; holds: boolean };
  violations: string[];
  fetchLater?(url: string, init?: object): { activated: boolean };
}

/** A page with the wire, or without. */
export interface Alone {
  page: Page;
  /** What the console and the policy complained of since it was opened, and what it asked for. */
  complaints(): Promise<string[]>;
  /** From now on nobody answers: what is asked fails. */
  stop(): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens a page under a strict policy, with the wire of this extension where one is given. No other script of Baton's runs there. */
export async function alone(page: Page, extension?: string): Promise<Alone> {
  const reported: string[] = [];
  const wire = extension ? readFileSync(join(extension, 'wire.js'), 'utf8').replaceAll('</script', '<\\/script') : '';
  const html = `<!doctype html><link rel="icon" href="data:,"><script>(${playGate})()</script><script>${wire}</script><p>The desk`;
  const server = createServer((request, response) => {
    if (request.url === '/reports') reported.push('reported');
    const first = request.url === '/';
    response.setHeader('content-type', first ? 'text/html' : 'application/json');
    if (first) response.setHeader('content-security-policy', POLICY);
    request.resume().on('end', () => response.end(first ? html : '{"no":1}'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // Not by the number that the tests' desks have: a browser's patterns for scripts may know no ports.
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  page.on('console', (message) => reported.push(message.text()));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((stopped) => server.close(stopped));
  };
  return {
    page,
    stop,
    complaints: async () => [
      ...reported,
      ...(await page.evaluate(() => (globalThis as unknown as World).violations)),
      ...(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))),
    ],
    close: async () => {
      await page.close();
      await stop();
    },
  };
}

/** Goes into the page as text: the gate at the other end of the private element. What is asked about `/held…` is held. */
function playGate(): void {
  const world = globalThis as unknown as World;
  world.violations = [];
  addEventListener('securitypolicyviolation', ({ blockedURI }) => world.violations.push(blockedURI));
  const element = document.createElement('i');
  let n = 0;
  element.addEventListener('ask', (event) => {
    const asked = JSON.parse((event as CustomEvent<string>).detail);
    if (!asked.url.includes('/held') || (asked.body && !world.gate.holds)) return;
    event.preventDefault();
    n = asked.n;
  });
  element.addEventListener('ping', (event) => event.preventDefault());
  world.gate = {
    holds: true,
    answer: (go, how) =>
      element.dispatchEvent(new CustomEvent('answer', { detail: JSON.stringify({ n, go, ...how }) })),
  };
  const give = () => document.dispatchEvent(new MouseEvent('baton-handover', { relatedTarget: element }));
  document.addEventListener('baton-hello', give, { once: true });
}

interface Ended {
  heard: string[];
  shown: Record<string, unknown>;
}

/** All that a request tells and shows: each event with the state at it, and the end. */
function xhrEnds(page: Page, path: string, how: { answer?: Refused; abort?: true } = {}): Promise<Ended> {
  return page.evaluate(
    ({ to, end }) =>
      new Promise<Ended>((resolve) => {
        const xhr = new XMLHttpRequest();
        const heard: string[] = [];
        const types = ['readystatechange', 'loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];
        const { upload } = xhr;
        for (const type of types)
          for (const target of [xhr, upload])
            target.addEventListener(type, (event) => {
              const kind = event instanceof ProgressEvent ? 'progress' : event.constructor.name;
              const flags = [event.bubbles, event.cancelable, event.composed, event.target === target].join();
              heard.push([target === upload ? 'upload' : '', type, xhr.readyState, xhr.status, kind, flags].join(' '));
            });
        xhr.addEventListener('loadend', () => setTimeout(() => resolve({ heard, shown: shown(xhr) }), 50));
        const shown = (one: XMLHttpRequest) => ({
          state: one.readyState,
          status: one.status,
          statusText: one.statusText,
          text: one.responseText,
          response: one.response,
          xml: one.responseXML,
          url: new URL(one.responseURL || 'x:').pathname.length > 1,
          type: one.getResponseHeader('content-type'),
          tag: one.getResponseHeader('etag'),
          again: Object.keys(one),
        });
        xhr.open('POST', to);
        xhr.send('a=b');
        const { gate } = globalThis as unknown as World;
        if (end.answer) gate.answer(false, end.answer);
        if (end.abort) xhr.abort();
      }),
    { to: path, end: how },
  );
}

/** Which end of a request that is given up a page hears of that has a handler for failures alone. */
const handlerHears = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.onerror = ({ type }) => resolve(type);
        xhr.open('POST', '/held');
        xhr.send('a=b');
        (globalThis as unknown as World).gate.answer(false, { abort: true });
      }),
  );

const fetchEnds = (page: Page, path: string, how?: Refused): Promise<unknown> =>
  page.evaluate(
    async ([to, answer]) => {
      const asked = fetch(to as string, { method: 'POST', body: 'a=b' });
      if (answer) (globalThis as unknown as World).gate.answer(false, answer as Refused);
      return asked.then(
        async (response) => [response.status, response.ok, response.headers.get('content-type'), await response.text()],
        (error: Error) => [error instanceof TypeError, error instanceof DOMException, error.name, error.message],
      );
    },
    [path, how] as const,
  );

export async function endsAsTheBrowserEnds({ page, complaints, stop }: Alone): Promise<void> {
  const ours = {
    failed: await xhrEnds(page, '/held', { answer: {} }),
    aborted: await xhrEnds(page, '/held', { answer: { abort: true } }),
    givenUp: await xhrEnds(page, '/held', { abort: true }),
    answered: await xhrEnds(page, '/held', { answer: { no: '{"no":1}' } }),
    fetchFailed: await fetchEnds(page, '/held', {}),
    fetchAborted: await fetchEnds(page, '/held', { abort: true }),
    fetchAnswered: await fetchEnds(page, '/held', { no: '{"no":1}' }),
    handled: await handlerHears(page),
  };
  await test.step('no policy reports it, no console line tells of it, no request is seen', async () => {
    expect(await complaints()).toEqual([]);
  });
  await test.step('the page hears and sees what it would of the browser’s own', async () => {
    // Asked of the same page, whose own requests nobody holds.
    expect(ours.aborted).toEqual(await xhrEnds(page, '/slow', { abort: true }));
    expect(ours.givenUp).toEqual(ours.aborted);
    expect(ours.handled).toBe('error');
    expect(ours.answered).toEqual(await xhrEnds(page, '/answer'));
    expect(ours.fetchAnswered).toEqual(await fetchEnds(page, '/answer'));
    expect(ours.fetchAborted).toEqual([false, true, 'AbortError', 'The user aborted a request.']);
    await stop();
    const { heard, shown } = await xhrEnds(page, '/answer');
    // Firefox tells the address of a server that is not there, and of no other failure.
    expect(ours.failed).toEqual({ heard, shown: { ...shown, url: false } });
    expect(ours.fetchFailed).toEqual(await fetchEnds(page, '/answer'));
  });
}

/** How the browser's functions look to a page, and what they throw. */
function portrait(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const world = globalThis as unknown as World;
    const places: [object, string][] = [
      [globalThis, 'fetch'],
      [globalThis, 'fetchLater'],
      [XMLHttpRequest.prototype, 'open'],
      [XMLHttpRequest.prototype, 'send'],
      [XMLHttpRequest.prototype, 'abort'],
      [HTMLFormElement.prototype, 'submit'],
      [Navigator.prototype, 'sendBeacon'],
    ];
    const caught = async (work: () => unknown) => {
      try {
        return String(await work());
      } catch (error) {
        const { name, message } = error as Error;
        return [Object.prototype.toString.call(error), error instanceof Error, name, message];
      }
    };
    const found: Record<string, unknown> = {};
    for (const [owner, name] of places) {
      const described = Object.getOwnPropertyDescriptor(owner, name);
      const fn = described?.value as ((...args: unknown[]) => unknown) | undefined;
      if (!fn) continue;
      found[name] = {
        ...described,
        value: 0,
        name: fn.name,
        length: fn.length,
        members: Reflect.ownKeys(fn),
        printed: [fn.toString(), String(fn), `${fn}`, fn.toString.toString(), fn.toString.name],
        native: /^function \(?\w*\(?\) \{\s+\[native code\]\s+\}$/.test(Function.prototype.toString.call(fn)),
        type: typeof fn,
        called: Object.prototype.toString.call(fn),
        isFunction: fn instanceof Function,
        // As error trackers look for the browser's own fetch.
        tracked: /^function\s+\w+\(\)\s+\{\s+\[native code\]\s+\}$/.test(fn.toString()),
        noConstructor: await caught(() => Reflect.construct(fn, [])),
        wrongThis: await caught(() => fn.call({}, '/held')),
        wrongThisWithMore: await caught(() => fn.call({}, '/held', '/held')),
        nothing: await caught(() => fn.call(name === 'sendBeacon' ? navigator : undefined)),
      };
    }
    found['errors'] = [
      await caught(() => fetch('http://[')),
      await caught(() => fetch('/held', { method: 'TRACE' })),
      await caught(() => fetch('/held', { method: 'GET', body: 'x' })),
      await caught(() => fetch('/held', { method: 'POST', body: Symbol('x') as never })),
      await caught(() => fetch('/held', { signal: AbortSignal.abort() })),
      await caught(() => new XMLHttpRequest().send()),
      await caught(() => new XMLHttpRequest().open('TRACE', '/held')),
      await caught(() => navigator.sendBeacon('http://[')),
      await caught(() => world.fetchLater?.('/held', { activateAfter: -1 })),
      await caught(() => world.fetchLater?.('/held', { method: 'POST', body: 'x'.repeat(70_000) })),
      await caught(() => Object.prototype.toString.call(world.fetchLater?.('/held', { method: 'POST', body: 'x' }))),
    ];
    return found;
  });
}

/** `other`: without the wire. */
export async function looksLikeTheBrowser({ page }: Alone, other: Alone): Promise<void> {
  const [ours, plain] = [await portrait(page), await portrait(other.page)];
  expect(Object.keys(plain).length).toBeGreaterThan(6);
  expect(ours).toEqual(plain);
}

/** Wrappers as error trackers, zone.js and service mocks put them around the browser's functions, some of them before Baton. */
export async function worksWithWrappers({ page }: Alone): Promise<void> {
  const ended = await page.evaluate(async () => {
    const { gate } = globalThis as unknown as World;
    const seen: string[] = [];
    const native = globalThis.fetch;
    globalThis.fetch = async function tracked(this: unknown, ...args: Parameters<typeof fetch>) {
      seen.push(`fetch ${String(args[0])}`);
      try {
        const response = await native.apply(this as never, args);
        seen.push(`answered ${response.status}`);
        return response;
      } catch (error) {
        seen.push((error as Error).name);
        throw error;
      }
    } as typeof fetch;
    const { open, send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
      seen.push(`open ${args[1]}`);
      this.addEventListener('readystatechange', () => this.readyState === 4 && seen.push(`done ${this.status}`));
      return open.apply(this, args as never);
    } as typeof open;
    XMLHttpRequest.prototype.send = function (...args) {
      // What a tracker puts on each request, and how zone.js replaces the handlers.
      Object.defineProperty(this, 'onerror', { configurable: true, value: null, writable: true });
      return send.apply(this, args);
    };
    const viaXhr = (to: string) =>
      new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', to);
        xhr.addEventListener('loadend', () => resolve(xhr.status));
        xhr.send('a=b');
        if (to === '/held') gate.answer(false);
      });
    const refused = fetch('/held', { method: 'POST', body: 'a' }).catch(() => undefined);
    gate.answer(false);
    await refused;
    const released = fetch('/held', { method: 'POST', body: 'a' });
    gate.answer(true);
    await released;
    await fetch('/free');
    await viaXhr('/held');
    await viaXhr('/free');
    // A mock that answers itself: nobody is asked.
    globalThis.fetch = async () => new Response('mocked');
    seen.push(await (await fetch('/held')).text());
    return seen;
  });
  expect(ended).toEqual([
    ...['fetch /held', 'TypeError'],
    ...['fetch /held', 'answered 200'],
    ...['fetch /free', 'answered 200'],
    ...['open /held', 'done 0'],
    ...['open /free', 'done 200'],
    'mocked',
  ]);
}
