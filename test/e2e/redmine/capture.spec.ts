// What Baton reads of an issue equals what a person sees on its page: every row by its label, and the history, whatever the person's language, order and rights.
import type { Page } from '@playwright/test';
import type { CaseSnapshot } from '../../../lib/model/case';
import { rowsSeen, seenIn, snapshotOf } from '../sightings.ts';
import { display, expect, REDMINE_URL, signIn, test } from './desk.ts';

const RICH = 'Everything that an issue shows';
/** Words that stand unseen behind icons, and signs that come under the pointer: not what a person reads. */
const UNSEEN = '.icon-only, .wiki-anchor { display: none !important }';

/** What the page says outside of its rows, and under which name. */
const ELSEWHERE = {
  subject: '.subject h3',
  team: '#header .current-project',
  Private: '#content > .badge-private',
  Author: '.issue .author a.user',
  'Parent task': '.subject p',
  Subtasks: '#issue_tree table.issues',
  'Related issues': '#relations table.issues',
  Files: '.issue .attachments',
  Watchers: '#watchers ul',
};

const rows = (page: Page) =>
  rowsSeen(page, '.issue .attribute', ':scope > .label, :scope > p strong', ':scope > .value', ['', '-']);

/** Each save of the history as it stands: what was changed, then what was written; the oldest first. */
function historySeen(page: Page): Promise<Pick<CaseSnapshot['entries'][number], 'author' | 'kind' | 'text'>[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#tab-content-history > .journal')]
      .sort((a, b) => Number(a.id.slice('change-'.length)) - Number(b.id.slice('change-'.length)))
      .flatMap((journal) => {
        const author = journal.querySelector<HTMLElement>('h4 a.user')?.innerText ?? '';
        const isPrivate = journal.querySelector<HTMLElement>('h4 .badge-private') !== null;
        const part = (css: string, kind: 'event' | 'internal' | 'public') => {
          const text = journal.querySelector<HTMLElement>(css)?.innerText;
          return text ? [{ author, kind, text }] : [];
        };
        return [...part('ul.details', 'event'), ...part('.wiki', isPrivate ? 'internal' : 'public')];
      }),
  );
}

test('every row of an issue, its parts and its history are read as they are shown', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await redmine.seeded(RICH);
  await amara.goto(display(id));
  await expect.poll(() => snapshotOf(baton, id)).toBeDefined();
  const snapshot = (await snapshotOf(baton, id)) as CaseSnapshot;
  await amara.addStyleTag({ content: UNSEEN });

  const seen = await rows(amara);
  expect(Object.keys(seen).length).toBe(21);
  const { Tracker, Created, Updated, ...fields } = seenIn(snapshot, 'where');
  const elsewhere = await amara.evaluate(
    (parts) =>
      Object.fromEntries(
        Object.entries(parts).map(([name, css]) => [name, document.querySelector<HTMLElement>(css)?.innerText]),
      ),
    ELSEWHERE,
  );
  expect(fields).toEqual(seenIn({ ...seen, ...elsewhere }));
  expect({ Tracker, Created, Updated }).toEqual({
    Tracker: 'Support',
    Created: expect.stringMatching(/^\d\d\/\d\d\/\d{4} /),
    Updated: expect.stringMatching(/^\d\d\/\d\d\/\d{4} /),
  });
  expect(snapshot.attachments).toEqual(['order.txt', 'console.txt', 'invoice.pdf']);
  expect(snapshot.health).toEqual({ light: 'green', missing: [] });

  const [first, ...rest] = snapshot.entries;
  const description = await amara.locator('.issue .description .wiki').innerText();
  expect(first).toMatchObject({ author: 'Redmine Admin', kind: 'customer' });
  // The log is folded: its name stands there, and nothing of it.
  expect(description).toContain('Log');
  expect(seenIn({ ...first }).text).toBe(seenIn({ description }).description);
  expect(first?.text).not.toContain('TypeError');
  expect(rest.map(({ author, kind, text }) => seenIn({ author, kind, text }))).toEqual(
    (await historySeen(amara)).map((one) => seenIn(one)),
  );
  expect(rest.map(({ kind }) => kind).join(' ')).toBe('event event public event internal event public event');
});

test('of the history’s tabs what the chosen one shows is read: hours and changes of code too', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await redmine.seeded(RICH);
  await amara.goto(display(id));
  const read = async () =>
    ((await snapshotOf(baton, id))?.entries ?? []).slice(1).map(({ kind, text }) => `${kind}: ${text}`);
  await expect.poll(async () => (await read()).length).toBe(8);
  await amara.click('#tab-time_entries');
  await expect.poll(read).toEqual(['event: Spent time: 1:30 h', 'event: Reproduced']);
  await amara.click('#tab-changesets');
  await expect.poll(read).toEqual(['event: Ask the formatter twice']);
});

test('in German and with the newest first, the labels are the page’s and everything else is as in English', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await redmine.seeded(RICH);
  await amara.goto(display(id));
  await expect.poll(() => snapshotOf(baton, id)).toBeDefined();
  const english = (await snapshotOf(baton, id)) as CaseSnapshot;
  const page = await signIn(baton, 'greta');
  await page.goto(display(id));
  await expect
    .poll(async () => (await snapshotOf(baton, id))?.fields.find(({ field }) => field === 'status')?.where)
    .toBe('Status');
  await expect
    .poll(async () => (await snapshotOf(baton, id))?.fields.find(({ field }) => field === 'priority')?.where)
    .toBe('Priorität');
  const german = (await snapshotOf(baton, id)) as CaseSnapshot;
  await page.addStyleTag({ content: UNSEEN });
  expect(seenIn(german, 'where')).toMatchObject(seenIn(await rows(page)));
  expect(german.fields.map(({ field }) => field)).toEqual(english.fields.map(({ field }) => field));
  expect(german.entries.map(({ id: entry, kind }) => [entry, kind])).toEqual(
    english.entries.map(({ id: entry, kind }) => [entry, kind]),
  );
  expect(german.health.light).toBe('green');
});

test('who may only look at an issue without assignee, dates and the like sees no fault of Baton’s', async ({
  baton,
  redmine,
}) => {
  const id = await redmine.seeded('An issue that shows little');
  for (const person of ['lena', 'amara'] as const) {
    const page = await signIn(baton, person);
    await page.goto(display(id));
    await expect.poll(() => snapshotOf(baton, id)).toBeDefined();
    const snapshot = await snapshotOf(baton, id);
    expect(snapshot?.health).toEqual({ light: 'green', missing: [] });
    expect(Object.keys(seenIn(snapshot as CaseSnapshot))).toEqual([
      'subject',
      'team',
      'status',
      'priority',
      'Tracker',
      'Author',
      'Created',
    ]);
  }
});

test('of two hundred journals every one is read, in order', async ({ baton, amara, redmine }) => {
  const id = await redmine.seeded('An issue of two hundred journals');
  await amara.goto(`${REDMINE_URL}/issues/${id}`);
  await expect.poll(async () => (await snapshotOf(baton, id))?.entries.length).toBe(201);
  const entries = (await snapshotOf(baton, id))?.entries ?? [];
  expect(entries.map(({ text }) => text)).toEqual([
    'The first words.',
    ...Array.from({ length: 200 }, (_, n) => `Journal number ${n + 1}.`),
  ]);
  expect(new Set(entries.slice(1).map(({ kind }) => kind))).toEqual(new Set(['public', 'internal']));
});
