// A page that wants its handoff to go: it forges, replaces and listens, and gains nothing by it.
import type { Page } from '@playwright/test';
import * as wire from '../../lib/gate/wire-protocol.ts';
import { lieInWait, replaceEverything } from './hostile-script.ts';
import { ASK, answer, type Desk, expect, kinds, PRACTICE_URL, panelOf, saved, test } from './practice.ts';
import { withScript } from './with-script.ts';

const TYPES = Object.values(wire).filter((value) => typeof value === 'string');

interface Trap {
  /** What the page caught of Baton's own: an element that is not the page's, or words of a request. */
  caught: string[];
}

const caught = (page: Page) => page.evaluate(() => (globalThis as unknown as Trap).caught);
const sent = (desk: Desk) => desk.requests('PATCH', '/api/cases/1');

function patch(page: Page): Promise<void> {
  return page.evaluate(() => {
    void fetch('/api/cases/1', { method: 'PATCH', body: '{"team":"engineering"}' }).catch(() => undefined);
  });
}

/** Something is held, and stays so after the page did what it could. */
async function staysHeld(page: Page, desk: Desk, attack: () => Promise<unknown>): Promise<void> {
  await patch(page);
  const panel = await panelOf(page);
  await attack();
  // A second request of the same kind is stopped as the first was: no pass was left open.
  await patch(page);
  await expect(panel.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
  expect(await sent(desk)).toEqual([]);
}

test('it never sees the private element, however early it listens', async ({ page, desk }) => {
  await withScript(
    page,
    (types) => {
      const { caught } = globalThis as unknown as Trap;
      for (const place of [window, document]) {
        for (const type of types) {
          const hear = (event: Event) => {
            const { relatedTarget, detail } = event as MouseEvent & CustomEvent;
            if (relatedTarget || detail) caught.push(`${type} ${String(relatedTarget)} ${String(detail)}`);
          };
          place.addEventListener(type, hear, { capture: true });
        }
      }
      document.dispatchEvent(new CustomEvent('baton-hello'));
    },
    TYPES,
  );
  await staysHeld(page, desk, () => page.evaluate(() => document.dispatchEvent(new CustomEvent('baton-hello'))));
  expect(await caught(page)).toEqual([]);
});

test('messages that it forges open nothing', async ({ page, desk }) => {
  await withScript(
    page,
    (types) => {
      // An element of its own, offered as the private one.
      const own = document.createElement('i');
      for (const type of types) own.addEventListener(type, (event) => event.preventDefault());
      document.dispatchEvent(new MouseEvent('baton-handover', { relatedTarget: own }));
    },
    TYPES,
  );
  await staysHeld(page, desk, () =>
    page.evaluate((types) => {
      const host = document.querySelector('baton-overlay') as Element;
      for (const place of [window, document, document.documentElement, host]) {
        for (const type of types) {
          for (let n = 0; n < 40; n++) {
            const detail = JSON.stringify({ n, go: true, status: 200 });
            place.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
            place.dispatchEvent(new MouseEvent(type, { relatedTarget: document.createElement('i'), detail: n }));
          }
        }
      }
      for (const message of [
        { tell: 'let-go', attempt: '*' },
        { call: 'panel/send', input: { nonce: '0'.repeat(32) } },
        { call: 'panel/misfire', input: {} },
        { news: 'state', tab: 1 },
      ]) {
        window.postMessage(message, '*');
        window.postMessage(JSON.stringify(message), '*');
        new BroadcastChannel('baton').postMessage(message);
      }
    }, TYPES),
  );
});

test('functions of the browser that it replaces after the start change nothing, and catch nothing', async ({
  page,
  desk,
}) => {
  await withScript(page, replaceEverything, null);
  await staysHeld(page, desk, () => caught(page));
  expect(await caught(page)).toEqual([]);
});

test('a page library that writes lists in its own way (Prototype.js) does not spoil what a form carries', async ({
  page,
  desk,
}) => {
  await withScript(
    page,
    () => {
      Object.defineProperty(Array.prototype, 'toJSON', {
        configurable: true,
        writable: true,
        value(this: unknown[]) {
          return `[${this.map(String).join(', ')}]`;
        },
      });
    },
    null,
  );
  await page.evaluate(() => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ body: 'Over to you', owner: 'jonas', status: '' }))
      form.append(name, value);
    form.append('attachment', new File(['x'], 'trace.txt'));
    void fetch('/case/1/reply', { method: 'POST', body: form });
  });
  const panel = await panelOf(page);
  await expect(panel.getByText('Jonas Lindqvist').first()).toBeVisible();
  expect(await desk.writes()).toEqual([]);
});

test('it reads no word of a draft, gets no hold of the panel, and changes nothing in Baton’s record', async ({
  page,
  desk,
  baton,
}) => {
  await withScript(page, lieInWait, null);
  await patch(page);
  const panel = await panelOf(page);
  // Too short to be enough: it stays a draft.
  await answer(panel, ASK, 'Quite a secret');
  await saved(panel);
  await page.keyboard.press('Escape');

  await test.step('wherever it looks', async () => {
    const search = (words: string) =>
      page.evaluate(
        (text) => (globalThis as unknown as { search(words: string): Promise<string[]> }).search(text),
        words,
      );
    expect(await search('Quite a secret')).toEqual([]);
    expect(await caught(page)).toEqual([]);
    // It did lie in wait: the element is one of its own kind, and it can find what is the page's.
    const own = () => document.querySelector('baton-overlay') instanceof (customElements.get('baton-overlay') as never);
    expect(await page.evaluate(own)).toBe(true);
    expect((await search('Scheduled exports arrive empty')).length).toBeGreaterThan(0);
  });
  await test.step('whatever it says to whoever may listen', async () => {
    const before = [await baton.rows('drafts'), await baton.events(), await baton.rows('handoffs')];
    await page.evaluate((id) => {
      const chromes = (globalThis as { chrome?: { runtime?: { sendMessage?(...args: unknown[]): void } } }).chrome;
      for (const call of ['panel/send', 'panel/override', 'panel/misfire', 'draft/save', 'case/seen', 'gate/outcome']) {
        chromes?.runtime?.sendMessage?.(id, { call, input: { nonce: '0'.repeat(32), attempt: '*', outcome: 'ok' } });
        for (let n = 0; n < window.length; n++) window[n]?.postMessage({ call }, '*');
      }
    }, baton.launched.extensionId);
    expect(kinds(await baton.events())).toEqual(['held']);
    expect([await baton.rows('drafts'), await baton.events(), await baton.rows('handoffs')]).toEqual(before);
    expect(await sent(desk)).toEqual([]);
  });
  await test.step('its own request, from where no extension can see it, goes as it always did', async () => {
    const status = await page.evaluate(async (url) => {
      const code = `fetch('${url}', { method: 'PATCH', headers: { 'content-type': 'application/json' },
        body: '{"team":"engineering"}' }).then(({ status }) => postMessage(status))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      return new Promise((done) => worker.addEventListener('message', ({ data }) => done(data)));
    }, `${PRACTICE_URL}/api/cases/1`);
    expect(status).toBe(200);
    expect((await desk.read('cases/1')).team).toBe('engineering');
    // Nothing calls it a handoff that Baton let go.
    expect(kinds(await baton.events())).toEqual(['held']);
    expect(await baton.rows('handoffs')).toEqual([]);
  });
});
