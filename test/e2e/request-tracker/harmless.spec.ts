// What looks like a handoff and is none: it goes through untouched, and nobody waits for it.
import { type Delay, figures, measureDelays } from './delays.ts';
import { actsSince, choose, comment, display, expect, expectPassed, RT_URL, reply, test, wellKept } from './desk.ts';
import { writeMessage } from './paths.ts';

const UPDATE = 'form[name=TicketUpdate]';
const isPreview = (url: string) => url.includes('/Helpers/PreviewScrips');

test('a reply with all that comes with it: previews, attachments, Enter in the subject', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await amara.goto(reply(id));
  const preview = amara.waitForResponse((one) => isPreview(one.url()) && one.ok());
  await writeMessage(amara, 'Could you send us the file?');
  await choose(amara, UPDATE, 'Status', 'open');
  await preview;
  // An owner in another team is in the form while RT previews its mails: the preview is no handoff.
  await choose(amara, UPDATE, 'Owner', /^jonas/);
  await amara.waitForResponse((one) => isPreview(one.url()) && one.ok());
  await choose(amara, UPDATE, 'Owner', /Unchanged/);

  // Hidden where files can be dropped; Enter in a field of the form presses it all the same.
  await amara.dispatchEvent('input[name=AddMoreAttach]', 'click');
  await amara.waitForLoadState('load');
  await amara.press('input[name=UpdateSubject]', 'Enter');
  await amara.waitForLoadState('load');
  expect(await acts()).toEqual([]);
  await amara.click('input[value="Update Ticket"]');
  await expect.poll(acts).toEqual(['amara: Correspond']);
  expect((await rt.texts(id)).at(-1)?.content).toContain('Could you send us the file?');
  await expectPassed(amara, baton);
});

test('pressing Enter in the subject with a handoff filled in saves nothing, so it is not held', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await amara.goto(reply(id));
  await choose(amara, UPDATE, 'Owner', /^jonas/);
  const posted = amara.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/Ticket/Update.html'));
  await amara.press('input[name=UpdateSubject]', 'Enter');
  await posted;
  await amara.waitForLoadState('load');
  expect(await acts()).toEqual([]);
  await expectPassed(amara, baton);
});

test('comments, resolving, Last Contact and reminders', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await amara.goto(comment(id));
  await writeMessage(amara, 'Only for us.');
  await amara.click('input[value="Update Ticket"]');
  await expect.poll(acts).toEqual(['amara: Comment']);
  await amara.goto(display(id));
  await amara.click('a[href*="Action=SetTold"]');
  await expect.poll(async () => (await acts()).length).toBe(2);
  await amara.fill('#NewReminder-Subject', 'Ask again');
  await amara.click('#UpdateReminders input[type=submit]');
  await expect.poll(async () => (await acts()).length).toBe(3);
  await amara.goto(`${RT_URL}/Ticket/Update.html?Action=Comment&DefaultStatus=resolved&id=${id}`);
  await amara.click('input[value="Update Ticket"]');
  await expect.poll(async () => (await rt.ticket(id)).status).toBe('resolved');
  await expectPassed(amara, baton);
});

test('searching, an article, and a new ticket, even one for Engineering', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await amara.goto(reply(id));
  await choose(amara, UPDATE, 'Owner', /^jonas/);
  // What RT's own handler does when an article is chosen: the form is submitted by a script, to be filled with it.
  const posted = amara.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/Ticket/Update.html'));
  await amara.dispatchEvent('select[name=IncludeArticleId]', 'change');
  await posted;
  await amara.waitForLoadState('load');
  expect(await acts()).toEqual([]);

  await amara.fill('#simple-search input[name=q]', String(id));
  await amara.press('#simple-search input[name=q]', 'Enter');
  await amara.waitForURL(`**/Ticket/Display.html?id=${id}`);
  const queue = (await rt.queues()).Engineering;
  await amara.goto(`${RT_URL}/Ticket/Create.html?Queue=${queue}`, { referer: `${RT_URL}/` });
  await amara.fill('form[name=TicketCreate] input[name=Subject]', 'New for Engineering');
  await amara.click('form[name=TicketCreate] input[name=SubmitTicket]');
  await amara.waitForURL('**/Ticket/Display.html?id=*');
  await expect(amara.locator('#header h1')).toContainText('New for Engineering');
  await expectPassed(amara, baton);
});

test('no request of the desk but a handoff waits more than 5 ms', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const all: Delay[] = [];
  const measured = await measureDelays(amara);
  await amara.goto(display(id));
  await amara.waitForSelector('div.transaction');
  await amara.goto(reply(id));
  await writeMessage(amara, 'Thank you.');
  // The desk's own previews, many of them; RT answers the first few itself.
  let answered = 0;
  await amara.route(/PreviewScrips|ShowSimplifiedRecipients/, (route) =>
    ++answered > 4 ? route.fulfill({ body: '' }) : route.continue(),
  );
  for (const status of ['open', 'stalled', 'new', 'open']) await choose(amara, UPDATE, 'Status', status);
  await expect
    .poll(
      async () => {
        await amara.dispatchEvent(`${UPDATE} select[name=Status]`, 'change');
        return (await measured()).filter(({ kind }) => kind === 'xhr').length;
      },
      { intervals: [150], timeout: 15_000 },
    )
    .toBeGreaterThan(50);
  await amara.click('input[value="Update Ticket"]');
  await amara.waitForURL('**/Ticket/Display.html?id=*');
  // A list's inline edit that hands nothing over is read by the gate, body and all.
  await amara.goto(`${RT_URL}/Search/Results.html?Query=id%3D${id}`);
  const cell = amara.locator('td.editable', { has: amara.locator('select[name=Priority]') }).first();
  for (const words of ['High', 'Low']) {
    await cell.locator('.edit-icon').click({ force: true });
    const saved = amara.waitForResponse((one) => one.url().includes('/Helpers/TicketUpdate'));
    await cell.locator('.dropdown-menu.show a', { hasText: words }).click();
    await saved;
    await expect(cell.locator('.value')).toContainText(words);
  }
  all.push(...(await measured()));
  console.log(`    added by Baton to ${figures(all)}`);
  expect(all.length).toBeGreaterThanOrEqual(50);
  expect(all.filter(({ kind }) => kind === 'submit').length).toBeGreaterThan(0);
  expect(all.filter(({ url }) => url.includes('/Helpers/TicketUpdate')).length).toBe(2);
  expect(all.filter(({ ms }) => ms > 5)).toEqual([]);
  await expectPassed(amara, baton);
});
