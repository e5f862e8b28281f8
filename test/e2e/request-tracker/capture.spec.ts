// What the page already says: filled in, each with where it came from, and equal to what Request Tracker shows.
import type { Page } from '@playwright/test';
import type { CaseSnapshot } from '../../../lib/model/case.ts';
import { openRequestTracker as rtAs } from '../../desks/rt.ts';
import { rowsSeen, seenIn, snapshotOf } from '../sightings.ts';
import { chooseQueue, display, expect, panelOf, saveBasics, signIn, test, wellKept } from './desk.ts';

/** What people wrote: RT's own lines of what changed stand between them. */
const said = (snapshot?: CaseSnapshot) => (snapshot?.entries ?? []).filter(({ kind }) => kind !== 'event');

const RICH = 'Everything that a ticket shows';
/** RT's words for no value, in the languages of these tests. */
const NOTHING = ['', '(no value)', 'Not set', '(kein Wert)', 'Nicht angegeben'];
/** What unfolds a quote and what makes a link have words of their own. */
const UNSEEN = '.message-stanza-folder, .create { display: none !important }';
const rows = (page: Page) =>
  rowsSeen(page, '.inline-edit-display .form-row:not(.id)', ':scope > .label', ':scope > .value', NOTHING);

/** Opens a ticket with all of its history, which RT else loads as the reader comes to it. */
async function openWhole(page: Page, id: number): Promise<void> {
  await page.goto(display(id));
  await page.waitForSelector('div.transaction');
  await page.locator('#LoadAllHistory').evaluate((link: HTMLElement) => link.click());
}

/** The history as it stands, the oldest first: who, and what was said or done. */
function historySeen(page: Page): Promise<{ author: string; text: string; done: boolean }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('div.transaction')]
      .sort((a, b) => Number(a.dataset.transactionId) - Number(b.dataset.transactionId))
      .map((one) => {
        const [author = '', ...act] = (one.querySelector<HTMLElement>('.description')?.innerText ?? '').split(' - ');
        const done = !one.classList.contains('message');
        const from = one.querySelector<HTMLElement>('.message-header-value')?.innerText;
        const body = [...one.querySelectorAll<HTMLElement>('.messagebody')].find((part) => part.innerText.trim());
        const by = done || author !== 'The RT System itself' ? author : (from ?? author);
        return { author: by, text: done ? act.join(' - ') : (body?.innerText ?? ''), done };
      }),
  );
}

test('the panel shows the page’s own values, each with its source', async ({ amara, rt }) => {
  const id = await wellKept(rt, { content: 'The export has been blank since Monday.' });
  const asAmara = await rtAs('amara');
  await asAmara.addText(id, { internal: true, content: 'Looks like the currency table.' });
  await asAmara.addText(id, { internal: false, content: 'Thank you, we found the cause and write again on Friday.' });
  await amara.goto(display(id));
  await amara.waitForSelector('div.transaction');
  await chooseQueue(amara, 'Engineering');
  await saveBasics(amara);
  const panel = await panelOf(amara);

  await expect(panel.locator('h1')).toContainText('Support L1');
  await expect(panel.locator('h1')).toContainText('Engineering');
  const known = (label: string) => panel.locator('.known', { has: panel.getByText(label, { exact: true }) });
  await expect(known('Summary')).toContainText('Invoice PDF export returns blank page');
  await expect(known('Severity')).toContainText('S2');
  await expect(known('Severity')).toContainText('from Severity');
  await expect(known('Environment')).toContainText('Production / Chrome 126 / Windows 11');
  await expect(known('Environment')).toContainText('from Environment');
  await expect(known('Steps to reproduce')).toContainText('Open Billing > Invoices');
  await expect(known('Steps to reproduce')).toContainText('from Steps to reproduce');
  // What the customer was told last is offered, and waits for a person: only they know whether it answers the question.
  const guess = panel.locator('.part, section', { hasText: 'Read from the page, not certain' }).last();
  await expect(guess).toContainText('we found the cause and write again on Friday');
  await expect(guess).toContainText('from amara (Amara Okafor)’s message');
  await panel.getByRole('button', { name: /looks? right/ }).click();
  await expect(panel.locator('.bar-count')).toHaveText('3 missing');
});

test('what Baton read equals what RT shows: every field, and the conversation by kind and author', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt, { priority: 80, content: 'First words of the customer.' });
  const asAmara = await rtAs('amara');
  await asAmara.addText(id, { internal: true, content: 'Only for us: see the log.' });
  await asAmara.addText(id, { internal: false, content: 'We are on it.' });
  await asAmara.addText(id, { internal: true, content: 'It is the rounding.\n\nBoth currencies.' });
  // The history comes by a request of its own, after the page.
  const history = amara.waitForResponse((one) => one.url().includes('/Helpers/TicketHistory'));
  await amara.goto(display(id));
  await history;

  await expect.poll(async () => said(await snapshotOf(baton, id)).length).toBe(4);
  const snapshot = await snapshotOf(baton, id);
  const fields = Object.fromEntries((snapshot?.fields ?? []).map(({ field, value }) => [field, value]));
  expect(fields).toMatchObject({
    subject: 'Invoice PDF export returns blank page',
    team: 'Support L1',
    owner: 'amara (Amara Okafor)',
    status: 'open',
    priority: 'Medium',
    requester: 'Dana Whitlock <dana.whitlock@northwindclinic.example>',
    severity: 'S2 - Major',
    environment: 'Production / Chrome 126 / Windows 11',
    steps: '1. Open Billing > Invoices\n2. Click "Export PDF"',
  });
  expect(snapshot?.health.light).toBe('green');
  expect(said(snapshot).map(({ kind, author, text }) => [kind, author, text])).toEqual([
    ['customer', 'root (Enoch Root)', 'First words of the customer.'],
    ['internal', 'amara (Amara Okafor)', 'Only for us: see the log.'],
    ['public', 'amara (Amara Okafor)', 'We are on it.'],
    ['internal', 'amara (Amara Okafor)', 'It is the rounding.\n\nBoth currencies.'],
  ]);
});

test('every row of a ticket, its reminders and its history are read as they are shown', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await rt.seeded(RICH);
  await openWhole(amara, id);
  await expect.poll(async () => said(await snapshotOf(baton, id)).length).toBe(6);
  const snapshot = (await snapshotOf(baton, id)) as CaseSnapshot;
  await amara.addStyleTag({ content: UNSEEN });

  const seen = await rows(amara);
  expect(Object.keys(seen).length).toBe(38);
  const { Reminders, ...fields } = seenIn(snapshot, 'where');
  // Two rows have one label: RT's own, and a custom field.
  expect(fields).toEqual(seenIn({ ...seen, subject: RICH, Owner: 'Northwind Clinic Ltd' }));
  expect(seenIn(snapshot)).toMatchObject({ owner: 'amara (Amara Okafor)', Owner: 'Northwind Clinic Ltd' });
  expect(Reminders).toBe(
    `Call Dana\n${await amara.locator('[id^="reminder-"] .col-4').nth(1).innerText()}\namara (Amara Okafor)`,
  );
  expect(snapshot.attachments).toEqual(['console.txt']);
  expect(snapshot.health).toEqual({ light: 'green', missing: [] });

  const history = await historySeen(amara);
  expect(snapshot.entries.map(({ author, text, kind }) => seenIn({ author, text, done: kind === 'event' }))).toEqual(
    history.map((one) => seenIn(one)),
  );
  expect(
    said(snapshot)
      .map(({ kind }) => kind)
      .join(' '),
  ).toBe('customer public internal public customer internal');
  const texts = said(snapshot).map(({ text }) => text);
  // What is quoted is folded away.
  expect(texts[1]).toBe('Thank you, we look at it.\n\nOn Friday Dana wrote:\n\nMore tomorrow.');
  expect(texts.join()).not.toContain('quoted text');
});

test('in German and with the newest first, the labels are the page’s and everything else is as in English', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await rt.seeded(RICH);
  const read = async (page: Page, label: string) => {
    await openWhole(page, id);
    const isRead = (one?: CaseSnapshot) => one?.fields.some(({ where }) => where === label) && said(one).length === 6;
    await expect.poll(async () => isRead(await snapshotOf(baton, id))).toBe(true);
    return (await snapshotOf(baton, id)) as CaseSnapshot;
  };
  const english = await read(amara, 'Priority');
  const page = await signIn(baton, 'greta');
  const german = await read(page, 'Priorität');
  await page.addStyleTag({ content: UNSEEN });
  expect(seenIn(german, 'where')).toMatchObject(seenIn(await rows(page)));
  expect(german.fields.map(({ field }) => field)).toEqual(english.fields.map(({ field }) => field));
  const spoken = (one: CaseSnapshot) => said(one).map(({ at: _, ...entry }) => entry);
  expect(spoken(german)).toEqual(spoken(english));
  expect(german.health.light).toBe('green');
});

test('who may see no queue and no custom field sees no fault of Baton’s', async ({ baton, rt }) => {
  const id = await rt.seeded(RICH);
  const page = await signIn(baton, 'lena');
  await page.goto(display(id));
  await expect.poll(() => snapshotOf(baton, id)).toBeDefined();
  const snapshot = (await snapshotOf(baton, id)) as CaseSnapshot;
  expect(snapshot.health).toEqual({ light: 'green', missing: [] });
  expect(seenIn(snapshot, 'where')).toMatchObject(seenIn(await rows(page)));
  expect(Object.keys(seenIn(snapshot))).not.toContain('team');
});

test('of two hundred messages every one is read, in order', async ({ baton, amara, rt }) => {
  const id = await rt.seeded('A ticket of two hundred messages');
  await openWhole(amara, id);
  await expect.poll(async () => said(await snapshotOf(baton, id)).length).toBe(201);
  expect(said(await snapshotOf(baton, id)).map(({ kind, text }) => [kind, text])).toEqual([
    ['customer', 'The first words.'],
    ...Array.from({ length: 200 }, (_, n) => [n % 2 ? 'internal' : 'public', `Message number ${n + 1}.`]),
  ]);
});
