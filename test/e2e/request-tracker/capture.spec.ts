// What the page already says: filled in, each with where it came from, and equal to what Request Tracker shows.
import { openRequestTracker as rtAs } from '../../desks/rt.ts';
import { chooseQueue, display, expect, panelOf, saveBasics, signIn, test, wellKept } from './desk.ts';

interface Sighting {
  snapshot: {
    fields: { field: string; value: string; where: string; certainty: string }[];
    entries: { kind: string; author: string; text: string }[];
    health: { light: string };
  };
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

  const seen = async () =>
    (await baton.rows<Sighting & { key: string }>('sightings')).find(({ key }) => key.endsWith(`|${id}`))?.snapshot;
  await expect.poll(async () => (await seen())?.entries.length).toBe(4);
  const snapshot = await seen();
  const fields = Object.fromEntries((snapshot?.fields ?? []).map(({ field, value }) => [field, value]));
  expect(fields).toEqual({
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
  expect(snapshot?.entries.map(({ kind, author, text }) => [kind, author, text])).toEqual([
    ['customer', 'root (Enoch Root)', 'First words of the customer.'],
    ['internal', 'amara (Amara Okafor)', 'Only for us: see the log.'],
    ['public', 'amara (Amara Okafor)', 'We are on it.'],
    ['internal', 'amara (Amara Okafor)', 'It is the rounding.\n\nBoth currencies.'],
  ]);
});

test('of a long conversation the newest are read first and then the older ones, and no hidden copy of a value', async ({
  baton,
  rt,
}) => {
  const id = await wellKept(rt);
  const asAmara = await rtAs('amara');
  for (let n = 1; n <= 22; n++) await asAmara.addText(id, { internal: n % 2 === 0, content: `Message number ${n}.` });
  const page = await signIn(baton, 'amara');
  await page.goto(display(id));
  await page.waitForSelector('div.transaction');
  // RT loads more of a long history as the reader comes to it.
  const seen = async () =>
    (await baton.rows<Sighting & { key: string }>('sightings')).find(({ key }) => key.endsWith(`|${id}`))?.snapshot;
  await expect
    .poll(
      async () => {
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        const texts = ((await seen())?.entries ?? [])
          .map(({ text }) => text)
          .filter((text) => /^Message number/.test(text));
        return [texts[0], texts.at(-1)];
      },
      { timeout: 15_000 },
    )
    .toEqual(['Message number 1.', 'Message number 22.']);
  const entries = ((await seen())?.entries ?? []).filter(({ text }) => /^Message number/.test(text));
  expect(entries.map(({ text }) => text)).toEqual(Array.from({ length: 22 }, (_, n) => `Message number ${n + 1}.`));
  expect(entries.map(({ kind }) => kind)).toEqual(
    Array.from({ length: 22 }, (_, n) => (n % 2 === 0 ? 'public' : 'internal')),
  );
});
