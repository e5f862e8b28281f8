// Tickets and pages that are not as they should be: clear words, nothing lost, nothing blocked wrongly.
import type { Page } from '@playwright/test';
import { openRequestTracker as rtAs } from '../../desks/rt.ts';
import {
  actsSince,
  chooseQueue,
  complete,
  display,
  expect,
  expectPassed,
  handOver,
  holdInBasics,
  openChecklist,
  overlayText,
  panelOf,
  RT_URL,
  saveBasics,
  test,
  wellKept,
} from './desk.ts';

const SCRIPT = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> &amp; "export"';
const HEBREW = 'ייצוא PDF מחזיר עמוד ריק בחשבוניות';

for (const [name, subject] of [
  ['markup and script', SCRIPT],
  ['right-to-left words', HEBREW],
] as const)
  test(`a subject with ${name} is shown as it is, and handed over`, async ({ baton, amara, rt }) => {
    const id = await wellKept(rt, { subject });
    const panel = await holdInBasics(amara, id);
    await expect(panel.locator('.head-title')).toHaveText(subject);
    await expect(panel.locator('[data-criterion=summary]')).toContainText(subject);
    expect(await panel.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await amara.evaluate(() => 'hacked' in window)).toBe(false);
    await complete(panel);
    await handOver(panel);
    await expect.poll(async () => (await rt.ticket(id)).queue).toBe('Engineering');
    await expect.poll(() => overlayText(amara)).toContain('Handed to Engineering');
    expect((await baton.events())[0]?.payload?.title).toBe(subject);
  });

test('a message of 200 kB neither stops the panel nor loses the rest of the conversation', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const asAmara = await rtAs('amara');
  await asAmara.addText(id, { internal: false, content: 'Log line that goes on and on. '.repeat(6_900) });
  await asAmara.addText(id, { internal: true, content: 'The log is above.' });
  const panel = await holdInBasics(amara, id);
  await complete(panel);
  await handOver(panel);
  await expect.poll(async () => (await rt.ticket(id)).queue).toBe('Engineering');
  const [sighting] = await baton.rows<{ snapshot: { entries: { kind: string; text: string }[] } }>('sightings');
  // RT itself shows no message of that length on the page.
  const said = sighting?.snapshot.entries.filter(({ kind }) => kind !== 'event');
  expect(said?.map(({ text }) => text)).toEqual([
    expect.any(String),
    expect.stringContaining('too large'),
    'The log is above.',
  ]);
});

test('a ticket with nothing filled in asks for all of it, and goes when it is there', async ({ amara, rt }) => {
  const id = await wellKept(rt, { subject: '(no)', content: '-', customFields: {} });
  const panel = await holdInBasics(amara, id);
  await expect(panel.locator('.bar-count')).toHaveText('8 missing');
  await complete(panel);
  await handOver(panel);
  await expect.poll(async () => (await rt.ticket(id)).queue).toBe('Engineering');
});

/** RT's page as a later version might send it: other names for what Baton reads. */
async function withOtherNames(page: Page, names: Record<string, string>): Promise<void> {
  await page.route('**/Ticket/Display.html*', async (route) => {
    const answer = await route.fetch();
    let body = await answer.text();
    for (const [name, other] of Object.entries(names)) body = body.replaceAll(name, other);
    await route.fulfill({ response: answer, body });
  });
}

test('a page that no longer fits in part says so, and is judged by its request all the same', async ({ amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await withOtherNames(amara, {
    'class="status form-row"': 'class="stand form-row"',
    'class="priority form-row"': 'class="rank form-row"',
  });
  const panel = await holdInBasics(amara, id);
  await expect(panel.getByText('Some parts of this page could not be read.')).toBeVisible();
  expect(await acts()).toEqual([]);
});

test('a page of which nothing fits says so too; what hands nothing over is not blocked by that', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await withOtherNames(amara, { 'inline-edit-display': 'shown-values', 'id="header"': 'id="top"' });
  const panel = await openChecklist(amara, id);
  await expect(panel.getByText('Baton could not read this page well. Nothing is blocked by that.')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).first().click();
  await chooseQueue(amara, 'General');
  await saveBasics(amara);
  await expect.poll(acts).toEqual(['amara: Set Queue 3 > 1']);
  await expectPassed(amara, baton);
});

test('a page that Baton does not know has no overlay, and its forms go through', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await amara.goto(`${RT_URL}/Ticket/ModifyDates.html?id=${id}`);
  await amara.fill('input[name=Starts_Date]', '2027-03-01 09:00:00');
  await amara.locator('form[name=ModifyDates] input[type=submit], input[value="Save Changes"]').last().click();
  await expect.poll(async () => (await acts()).length).toBe(1);
  expect(await amara.locator('baton-overlay').count()).toBe(0);
  await expectPassed(amara, baton);
  // And nothing of that keeps Baton from the next handoff.
  await amara.goto(display(id));
  await chooseQueue(amara, 'Engineering');
  await saveBasics(amara);
  await panelOf(amara);
});
