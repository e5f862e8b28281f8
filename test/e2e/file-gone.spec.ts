// A file that was removed or moved on the disk since it was chosen: Chromium sends nothing then. It is said within seconds, the draft is whole, and with a file that is there it goes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  asksKept,
  test as base,
  completeFirst,
  completeSupport,
  expect,
  handOver,
  openCase,
  overlayText,
  panelOf,
  states,
} from './practice.ts';

const test = base.extend<{ file: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  file: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-file-'));
    const path = join(folder, 'trace.txt');
    await writeFile(path, 'what the browser said');
    await use(path);
    await rm(folder, { recursive: true });
  },
});

const SOON = { timeout: 6_000 };
const FILE_GONE = 'a file that you chose is not where it was';
const WENT = 'Handed to Engineering';
const says = (page: Page, words: string) => expect.poll(() => overlayText(page), SOON).toContain(words);
const WHOLE = ['Find out why the export of mixed currencies is blank'];

/** A reply that gives the case to Engineering, with a file. */
async function reply(page: Page, file: string): Promise<void> {
  await page.fill('#reply-body', 'We hand this to Engineering.');
  await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
  await page.setInputFiles('#reply-attachment', file);
}
const send = (page: Page) => page.click('#reply-send', { noWaitAfter: true });

test('removed while the form is held', async ({ page, desk, baton, file }) => {
  await openCase(page);
  await reply(page, file);
  await send(page);
  const panel = await panelOf(page);
  await completeSupport(panel);
  await rm(file);
  await handOver(panel);
  await says(page, FILE_GONE);
  expect(await states(baton)).toEqual(['failed']);
  expect(await asksKept(baton)).toEqual(WHOLE);
  expect(await desk.writes()).toEqual([]);
  await expect(page.locator('#reply-body')).toHaveValue('We hand this to Engineering.');

  await writeFile(file, 'once more');
  await page.setInputFiles('#reply-attachment', file);
  await send(page);
  await says(page, WENT);
  expect(await states(baton)).toEqual(['failed', 'sent']);
  const [write, ...others] = await desk.writes();
  expect(others).toEqual([]);
  expect(write?.raw).toContain('once more');
});

test('removed before a press with nothing missing', async ({ page, desk, baton, file }) => {
  await completeFirst(page);
  await openCase(page);
  await reply(page, file);
  await rm(file);
  await send(page);
  await says(page, FILE_GONE);
  expect([await states(baton), await asksKept(baton), await desk.writes()]).toEqual([['failed'], WHOLE, []]);
});

test('of a form that a script sends by fetch', async ({ page, desk, baton, file }) => {
  await completeFirst(page);
  await openCase(page);
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#reply-form');
    document.querySelector('#reply-send')?.addEventListener('click', (event) => {
      event.preventDefault();
      if (form) void fetch(form.action, { method: 'POST', body: new FormData(form) }).catch(() => undefined);
    });
  });
  await reply(page, file);
  await rm(file);
  await send(page);
  await says(page, FILE_GONE);
  expect([await states(baton), await asksKept(baton), await desk.writes()]).toEqual([['failed'], WHOLE, []]);
});

for (const [what, change] of [
  ['that is there', async () => {}],
  ['that was changed since', (file: string) => writeFile(file, 'and what it said later')],
] as const)
  test(`a file ${what} goes with the handoff`, async ({ page, desk, baton, file }) => {
    await openCase(page);
    await reply(page, file);
    await send(page);
    const panel = await panelOf(page);
    await completeSupport(panel);
    await change(file);
    await handOver(panel);
    await says(page, WENT);
    expect(await states(baton)).toEqual(['sent']);
    const [write, ...others] = await desk.writes();
    expect(others).toEqual([]);
    expect(write?.raw).toContain('trace.txt');
  });
