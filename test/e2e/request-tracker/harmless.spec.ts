// What looks like a handoff and is none: it goes through untouched, and nobody waits for it.
import {
  actsSince,
  choose,
  closes,
  comment,
  display,
  expect,
  expectPassed,
  RT_URL,
  reply,
  test,
  wellKept,
} from './desk.ts';
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

test(
  'pressing Enter in the subject with a handoff filled in saves nothing, so it is not held',
  closes('Enter, or a button that only looks like another'),
  async ({ baton, amara, rt }) => {
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
  },
);

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
