// A case that is hard to read: one article is open at a time, mail stands in a shadow root, notes differ by a class alone, the sidebar comes later.
import type { Page } from '@playwright/test';
import { complete } from '../checklist.ts';
import { type Baton, closes, expect, openCase } from '../practice.ts';
import { keepsContract } from './contract.ts';
import { one, press } from './modes.ts';
import { test } from './twin.ts';

type Sighting = {
  snapshot: { fields: { field: string; value: string }[]; entries: { id: string; kind: string; text: string }[] };
};
const seen = async (baton: Baton) => (await baton.rows<Sighting>('sightings'))[0]?.snapshot;
const open = (page: Page, n: number) => page.click(`#article-${n} [data-open]`);

test('articles: all that was opened is read, wherever its text stands, and what comes later too', async ({
  page,
  desk,
  baton,
}) => {
  const { messages } = await desk.read('cases/1');
  const [mail, note] = [
    messages.findIndex(({ kind }) => kind === 'customer'),
    messages.findIndex(({ kind }) => kind === 'note'),
  ];
  await openCase(page, '/rig/articles/1');
  for (const n of [note, mail]) {
    await open(page, n + 1);
    await expect.poll(async () => (await seen(baton))?.entries.map(({ id }) => id)).toContain(`article-${n + 1}`);
  }
  const read = await seen(baton);
  const entry = (n: number) => read?.entries.find(({ id }) => id === `article-${n + 1}`);
  expect([entry(mail)?.kind, entry(note)?.kind]).toEqual(['customer', 'internal']);
  const flat = (text = '') => text.replace(/\s+/g, ' ');
  for (const n of [mail, note]) expect(flat(entry(n)?.text)).toBe(flat(messages[n]?.text));

  const fields = async () => (await seen(baton))?.fields.map(({ field }) => field);
  await expect.poll(fields).toEqual(expect.arrayContaining(['severity', 'environment', 'steps', 'requester']));
});

const team = (page: Page, to: string) => press(page, `[data-team="${to}"]`);
const mode = one('articles', 'Conversation in pieces', {
  act: (page) => team(page, 'engineering'),
  harmless: (page) => team(page, 'sales'),
  complete,
});
test('articles: the contract of its door', closes(mode.hole), ({ page, desk, baton, plainly }) =>
  keepsContract(mode, { page, desk, baton, plainly }),
);
