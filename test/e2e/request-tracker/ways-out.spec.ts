// The quiet ways out of a hold, and taking the handoff along as text.
import type { Frame, Page } from '@playwright/test';
import {
  actsSince,
  ask,
  complete,
  expect,
  expectAsk,
  handOver,
  holdInBasics,
  kinds,
  needs,
  panelOf,
  panelShown,
  pressInPanel,
  pressTab,
  saveBasics,
  test,
  wellKept,
  write,
  writeAsk,
} from './desk.ts';

const MOVED = ['amara: Set Queue 3 > 4'];
const chosenQueue = (page: Page) =>
  page.locator('.ticket-info-basics form.inline-edit select[name=Queue] option:checked').textContent();

async function clickInPanel(panel: Frame, name: string): Promise<void> {
  await panel.getByRole('button', { name }).click();
}

test('Send anyway: RT is changed once, and the record holds the reason and what was missing', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  const panel = await holdInBasics(amara, id);
  await writeAsk(panel, 'Find out why the export of mixed currencies is blank');
  await clickInPanel(panel, 'Send anyway…');
  await expect(panel.getByText(/^Stays missing:/)).toContainText('What was tried, and what came of it');
  await write(panel.getByRole('textbox', { name: /Why send it now/ }), 'The customer’s whole site is down');
  await pressInPanel(panel, /^Send anyway$/);
  await expect.poll(acts).toEqual(MOVED);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'override', 'sending', 'sent']);
  const override = (await baton.events()).find(({ kind }) => kind === 'override');
  expect(override?.payload).toMatchObject({
    reason: 'The customer’s whole site is down',
    missing: [{ criterion: '@reason' }, { criterion: 'tried' }, { criterion: 'told' }],
  });
  expect(await acts()).toEqual(MOVED);
});

test('Not a handoff: RT is changed once, recorded as a misfire and not as a handoff', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  const panel = await holdInBasics(amara, id);
  await pressInPanel(panel, /^Not a handoff$/);
  await expect.poll(acts).toEqual(MOVED);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'misfire']);
  expect(await baton.rows('handoffs')).toEqual([]);
  await amara.waitForURL('**/Ticket/Display.html?id=*&results=*');
  expect(await acts()).toEqual(MOVED);
});

test('Not now: nothing leaves, form and draft stay, and Save is held again', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  const panel = await holdInBasics(amara, id);
  await writeAsk(panel, 'Find out why the export of mixed currencies is blank');
  await clickInPanel(panel, 'Not now');
  await expect.poll(() => panelShown(amara)).toBe(false);
  expect(await chosenQueue(amara)).toContain('Engineering');
  expect(await acts()).toEqual([]);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'cancelled']);

  await saveBasics(amara);
  await expect.poll(() => panelShown(amara)).toBe(true);
  await expectAsk(panel, 'Find out why the export of mixed currencies is blank');
  await expect.poll(() => kinds(baton)).toEqual(['held', 'cancelled', 'held']);
  await complete(panel);
  await handOver(panel);
  await expect.poll(acts).toEqual(MOVED);
});

test('Escape gives the page back; what is held waits and can still be handed over', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  const panel = await holdInBasics(amara, id);
  await ask(panel).click();
  await amara.keyboard.press('Escape');
  await expect.poll(() => panelShown(amara)).toBe(false);
  // The page is the person's again, keys and all.
  await amara.fill('#NewReminder-Subject', 'Call Dana');
  await expect(amara.locator('#NewReminder-Subject')).toHaveValue('Call Dana');
  expect(await acts()).toEqual([]);

  await pressTab(amara);
  const back = await panelOf(amara);
  await expect.poll(() => panelShown(amara)).toBe(true);
  await complete(back);
  await handOver(back);
  await expect.poll(acts).toEqual(MOVED);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'sent']);
});

test('Copy as text puts a readable handoff on the clipboard', async ({ baton, amara, rt }) => {
  const id = await wellKept(rt);
  const panel = await holdInBasics(amara, id);
  await complete(panel);
  await expect(needs(panel)).toContainText('Your change is waiting to go');
  await clickInPanel(panel, 'Copy as text');
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();

  const paper = await baton.newPage();
  await paper.setContent('<textarea></textarea>');
  await paper.locator('textarea').focus();
  await paper.keyboard.press('ControlOrMeta+v');
  const text = await paper.locator('textarea').inputValue();
  for (const part of [
    'Invoice PDF export returns blank page',
    `/Ticket/Display.html?id=${id}`,
    'Engineering',
    'A defect in the product',
    'Find out why the export of mixed currencies is blank',
    'Exported again in a private window',
    'Production / Chrome 126 / Windows 11',
  ])
    expect(text).toContain(part);
});
