// A hostile page in Firefox: it listens, forges and replaces, and neither reads a draft nor lets a handoff go.
import type { Page } from '@playwright/test';
import * as wire from '../../../lib/gate/wire-protocol.ts';
import { replaceEverything } from '../hostile-script.ts';
import {
  ASK,
  answer,
  closes,
  completeSupport,
  expect,
  handOver,
  kinds,
  openCase,
  panelFrame,
  panelOf,
} from '../practice.ts';
import { withScript } from '../with-script.ts';
import { test } from './harness.ts';

const TYPES = Object.values(wire).filter((value) => typeof value === 'string');

const caught = (page: Page) => page.evaluate(() => (globalThis as unknown as { caught: string[] }).caught);

function patch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const headers = { 'content-type': 'application/json' };
    const change = fetch('/api/cases/1', { method: 'PATCH', body: '{"team":"engineering"}', headers });
    void change.catch(() => undefined);
  });
}

test('keys typed in the panel reach no listener of the page, and its own press on "Hand over" does nothing', async ({
  page,
  desk,
  baton,
}) => {
  await withScript(
    page,
    () => {
      const { caught } = globalThis as unknown as { caught: string[] };
      const types = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'compositionend', 'change'];
      for (const type of types)
        for (const place of [window, document])
          place.addEventListener(type, (event) => caught.push(type + (event as KeyboardEvent).key), { capture: true });
    },
    null,
  );
  await patch(page);
  const panel = await panelOf(page);
  await answer(panel, ASK, 'Our secret is 4711');
  expect(await caught(page)).toEqual([]);
  // What is typed in its own field it does hear: the trap works.
  await page.locator('#reply-body').press('x');
  expect(await caught(page)).toContain('keydownx');
  await completeSupport(panel);

  // By a script, as a page would if it got hold of the button: no person did that.
  await panel.getByRole('button', { name: /^Hand over to/ }).evaluate((button: HTMLElement) => button.click());
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.contentWindow?.postMessage('hand over', '*');
  });
  expect(await page.evaluate(() => document.querySelector('baton-overlay')?.shadowRoot ?? null)).toBeNull();
  await expect(panel.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
  expect(kinds(await baton.events())).toEqual(['held']);
  expect(await desk.writes()).toEqual([]);
  await handOver(panel);
  await expect.poll(async () => (await desk.writes()).length).toBe(1);
});

test('messages that it forges open nothing', async ({ page, desk }) => {
  await withScript(
    page,
    (types) => {
      const { caught } = globalThis as unknown as { caught: string[] };
      for (const place of [window, document])
        for (const type of types)
          place.addEventListener(
            type,
            (event) => {
              const { relatedTarget, detail } = event as MouseEvent & CustomEvent;
              if (relatedTarget || detail) caught.push(`${type} ${String(relatedTarget)} ${String(detail)}`);
            },
            { capture: true },
          );
      // An element of its own, offered as the private one.
      const own = document.createElement('i');
      for (const type of types) own.addEventListener(type, (event) => event.preventDefault());
    },
    TYPES,
  );
  await patch(page);
  const panel = await panelOf(page);
  expect(await caught(page)).toEqual([]);
  await page.evaluate((types) => {
    const host = document.querySelector('baton-overlay') as Element;
    for (const place of [window, document, document.documentElement, host])
      for (const type of types)
        for (let n = 0; n < 40; n++) {
          const detail = JSON.stringify({ n, go: true, status: 200 });
          place.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
          place.dispatchEvent(new MouseEvent(type, { relatedTarget: document.createElement('i'), detail: n }));
        }
    for (const message of [
      { tell: 'let-go', attempt: '*' },
      { call: 'panel/send', input: { nonce: '0' } },
    ])
      window.postMessage(message, '*');
  }, TYPES);
  await patch(page);
  await expect(panel.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
  expect(await desk.requests('PATCH', '/api/cases/1')).toEqual([]);
});

test('functions of the browser that it replaces change nothing, and catch nothing', async ({ page, desk }) => {
  await withScript(page, replaceEverything, null);
  await patch(page);
  await expect.poll(() => panelFrame(page) !== undefined).toBe(true);
  await patch(page);
  await expect.poll(() => caught(page)).toEqual([]);
  expect(await desk.requests('PATCH', '/api/cases/1')).toEqual([]);
});

for (const kind of ['without an address', 'with an address of the desk', 'written into it'])
  test(
    `a frame ${kind} that the page makes later is gated too`,
    closes('Frame created later'),
    async ({ page, desk }) => {
      await openCase(page);
      await page.evaluate(async (how) => {
        const frame = document.createElement('iframe');
        if (how === 'with an address of the desk') frame.src = '/case/2';
        if (how === 'written into it') frame.srcdoc = '<p>A frame</p>';
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        if (how !== 'without an address') await loaded;
        const send = (frame.contentWindow as Window & typeof globalThis).fetch;
        void send('/api/cases/1', {
          method: 'PATCH',
          body: '{"team":"engineering"}',
          headers: { 'content-type': 'application/json' },
        });
      }, kind);
      const panel = await panelOf(page);
      await expect(panel.getByRole('button', { name: /^Hand over to .* missing/ })).toBeVisible();
      expect(await desk.writes()).toEqual([]);
    },
  );
