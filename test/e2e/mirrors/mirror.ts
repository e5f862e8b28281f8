// The mirrors as an agent uses them, with one browser for all tests of a worker; what a mirror itself says was written.
import { type Browser, chromium, type Frame, type Locator, type Page } from '@playwright/test';
import { mirrors } from '../../desks/mirrors/all.ts';
import type { Mirror, MirrorRecord } from '../../desks/mirrors/mirror.ts';
import type { MirrorRequest } from '../../desks/mirrors/server.ts';
import { ensureBrowser, launchWithExtension } from '../../setup/browsers.ts';
import { BUILDS, MIRROR_PORTS, type Mirrored, mirrorOrigin } from '../../setup/places.ts';
import { type Baton, test as base, batonOf, expect, ready, write } from '../harness.ts';
import { playbooks } from './playbooks.ts';

export { expect };

const PORT = MIRROR_PORTS[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? MIRROR_PORTS[0];

export interface MirrorDesk {
  readonly mirror: Mirror;
  readonly origin: string;
  /** Requests that changed a case, oldest first. */
  writes(): Promise<MirrorRequest[]>;
  /** All requests but those for pages. */
  requests(): Promise<MirrorRequest[]>;
  read(id: string): Promise<MirrorRecord>;
  /** The next write is refused in the desk's own way. */
  refuse(): Promise<void>;
  reset(): Promise<void>;
  /** What a page asks of these addresses is asked of the mirror. */
  answersFor(page: Page, addresses: string): Promise<void>;
}

export function deskOf(id: Mirrored): MirrorDesk {
  const ask = async <T>(what: string) =>
    (await (await fetch(`http://127.0.0.1:${PORT}/mirror/${id}/${what}`)).json()) as T;
  const requests = () => ask<MirrorRequest[]>('log');
  return {
    mirror: mirrors.find((one) => one.id === id) as Mirror,
    origin: mirrorOrigin(id, PORT),
    requests,
    writes: async () => (await requests()).filter(({ wrote }) => wrote),
    read: async (record) => (await ask<MirrorRecord[]>('records')).find((one) => one.id === record) as MirrorRecord,
    refuse: () => ask('refuse'),
    reset: () => ask('reset'),
    answersFor: async (page, addresses) => {
      await page.route(addresses, async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const body = route.request().postData();
        const answer = await fetch(`http://127.0.0.1:${PORT}${pathname}${search}`, {
          method: route.request().method(),
          headers: { 'x-mirror': id },
          ...(body === null ? {} : { body }),
        });
        const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
        await route.fulfill({ status: answer.status, headers, body: await answer.text() });
      });
    },
  };
}

interface Shared {
  /** A browser with Baton, for all tests of the worker. */
  shared: Baton;
  /** One without. */
  plain: Browser;
}

export const test = base.extend<{ baton: Baton; page: Page }, Shared>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const viewport = { width: 1400, height: 900 };
      const launched = await launchWithExtension({ extensionDir: BUILDS.e2e.extension, headless: true, viewport });
      const baton = batonOf(launched);
      await ready(baton);
      await use(baton);
      await launched.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  plain: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: (await ensureBrowser()).path });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  baton: async ({ shared }, use) => {
    await emptied(shared);
    await use(shared);
    await Promise.all(
      shared.context
        .pages()
        .slice(1)
        .map((page) => page.close()),
    );
  },
  page: async ({ baton }, use) => {
    await use(await baton.newPage());
  },
});

/** Nothing on record, and the playbooks of the mirrors. */
async function emptied(baton: Baton): Promise<void> {
  await baton.inWorker(async (own) => {
    await chrome.storage.session.clear();
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open('baton');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const names = [...opening.result.objectStoreNames];
        const all = opening.result.transaction(names, 'readwrite');
        for (const name of names) all.objectStore(name).clear();
        for (const one of own) all.objectStore('playbooks').put(one);
        all.oncomplete = () => {
          opening.result.close();
          done();
        };
        all.onerror = () => failed(all.error);
      };
    });
  }, playbooks);
}

/** Chooses in a list of the browser's own by keys, as a person does: what a script chooses there is nobody's choice. */
export async function chooseByKeys(list: Locator, word: string): Promise<void> {
  const words = await list.locator('option').allTextContents();
  await list.press('Home');
  for (const _ of words.slice(0, words.indexOf(word))) await list.press('ArrowDown');
  await expect(list.locator('option:checked')).toHaveText(word);
}

/** A page of the desk that shows a case, once Baton has read it. */
export async function openCase(page: Page, desk: MirrorDesk, path: string): Promise<void> {
  await page.goto(desk.origin + path);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
}

/** What Baton last read of a case: its fields, and its conversation as kinds and texts. */
export async function sightingOf(baton: Baton, id: string): Promise<Sighting | undefined> {
  const rows = await baton.rows<{ key: string; snapshot?: Snapshot }>('sightings');
  const snapshot = rows.find(({ key }) => key.endsWith(`|${id}`))?.snapshot;
  return (
    snapshot && {
      fields: Object.fromEntries(snapshot.fields.map(({ field, value }) => [field, value])),
      entries: snapshot.entries,
      health: snapshot.health,
    }
  );
}

interface Snapshot {
  fields: { field: string; value: string }[];
  entries: { author: string; kind: string; text: string }[];
  health: { light: string };
}
interface Sighting extends Omit<Snapshot, 'fields'> {
  fields: Record<string, string>;
}

/** The one question that the playbooks of the mirrors ask. */
export const answered = (panel: Frame): Promise<void> =>
  write(
    panel.getByRole('textbox', { name: /What exactly you ask/ }),
    'Take it from here, and tell Dana Whitlock on Friday',
  );
