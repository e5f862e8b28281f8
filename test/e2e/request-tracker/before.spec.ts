// Before and without a hold: the tab speaks as soon as a form shows a handoff, and what is complete goes through at once.
import {
  actsSince,
  choose,
  chooseQueue,
  complete,
  display,
  expect,
  overlayText,
  panelOf,
  panelShown,
  pressTab,
  reply,
  saveBasics,
  test,
  wellKept,
} from './desk.ts';
import { writeMessage } from './paths.ts';

test('the tab says how much is missing as soon as a queue is chosen, and counts down', async ({ amara, rt }) => {
  const id = await wellKept(rt);
  await amara.goto(display(id));
  await amara.waitForSelector('div.transaction');
  await chooseQueue(amara, 'Engineering');
  await expect.poll(() => overlayText(amara)).toBe('to Engineering: 4 missing');
  // A change in another form of the page, which hands nothing over, does not take that back.
  await amara.fill('#NewReminder-Subject', 'Call Dana');
  await amara.locator('#NewReminder-Subject').blur();
  await amara.evaluate(() => new Promise((done) => setTimeout(done)));
  expect(await overlayText(amara)).toBe('to Engineering: 4 missing');

  // The same ticket in another tab of the same person: answers given there count here.
  const other = await amara.context().newPage();
  await other.goto(display(id));
  await expect.poll(() => overlayText(other)).toBe('');
  await pressTab(other);
  const panel = await panelOf(other);
  await panel.getByRole('radio', { name: /A defect in the product/ }).click();
  await expect.poll(() => overlayText(amara)).toBe('to Engineering: 3 missing');
  await complete(panel);
  await expect.poll(() => overlayText(amara)).toBe('to Engineering: complete');

  await choose(amara, '.ticket-info-basics form.inline-edit', 'Queue', 'Support L1');
  await expect.poll(() => overlayText(amara)).toBe('');
});

test('the tab speaks in the reply form too, when the owner works in another team', async ({ amara, rt }) => {
  const id = await wellKept(rt);
  await amara.goto(display(id));
  await amara.waitForSelector('div.transaction');
  await expect.poll(() => overlayText(amara)).toBe('');
  await amara.goto(reply(id));
  await choose(amara, 'form[name=TicketUpdate]', 'Owner', /^jonas/);
  await expect.poll(() => overlayText(amara)).toBe('to Engineering: 4 missing');
  await choose(amara, 'form[name=TicketUpdate]', 'Owner', /^priya/);
  await expect.poll(() => overlayText(amara)).toBe('');
});

test('when nothing is missing to begin with, the press goes through, with a line and no panel', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await amara.goto(display(id));
  await amara.waitForSelector('div.transaction');
  await pressTab(amara);
  await complete(await panelOf(amara));
  const panel = await panelOf(amara);
  await expect(panel.locator('.need-met')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).first().click();
  await expect.poll(() => panelShown(amara)).toBe(false);

  await chooseQueue(amara, 'Engineering');
  await saveBasics(amara);
  await expect.poll(acts).toEqual(['amara: Set Queue 3 > 4']);
  await expect.poll(() => overlayText(amara)).toContain('Handed to Engineering');
  expect(await panelShown(amara)).toBe(false);
  const events = await baton.events();
  expect(events.map(({ kind }) => kind)).toEqual(['sending', 'sent']);
  expect(events[0]?.payload).toMatchObject({ wasHeld: false });
});

test('the same holds for a reply that gives the ticket to Engineering', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await amara.goto(display(id));
  await amara.waitForSelector('div.transaction');
  await pressTab(amara);
  await complete(await panelOf(amara));
  await expect((await panelOf(amara)).locator('.need-met')).toBeVisible();
  await amara.goto(reply(id));
  await writeMessage(amara, 'Engineering looks at it now.');
  await choose(amara, 'form[name=TicketUpdate]', 'Owner', /^jonas/);
  await amara.click('input[value="Update Ticket"]');
  await expect.poll(async () => (await acts()).length).toBe(2);
  await expect.poll(() => overlayText(amara)).toContain('Handed to Engineering');
  expect((await baton.events()).map(({ kind }) => kind)).toEqual(['sending', 'sent']);
  expect((await rt.texts(id)).at(-1)?.content).toContain('Engineering looks at it now.');
});
