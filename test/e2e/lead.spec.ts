// What a lead sees: the popup and the dashboard after a day with a handoff sent, one sent with things missing, a misfire and one taken back.
import type { Frame, Page } from '@playwright/test';
import {
  ASK,
  answer,
  type Baton,
  chooseTeam,
  completeSupport,
  expect,
  handOver,
  kinds,
  notNow,
  openCase,
  overlayText,
  PRACTICE_URL,
  panelOf,
  pressInPanel,
  saved,
  test,
} from './practice.ts';

const REASON = 'The whole bank waits for it';

async function hold(page: Page, id: number): Promise<Frame> {
  await openCase(page, `/case/${id}`);
  await chooseTeam(page);
  await page.click('#details-save', { noWaitAfter: true });
  return panelOf(page);
}

/** The desk's next page shows it, and Baton has seen that. */
async function handedOver(page: Page): Promise<void> {
  await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
}

/** A day of work: case 1 sent, case 2 sent with things missing, case 3 no handoff, case 4 taken back with a draft begun. */
async function day(page: Page, baton: Baton): Promise<void> {
  const first = await hold(page, 1);
  await completeSupport(first);
  await handOver(first);
  await handedOver(page);

  const second = await hold(page, 2);
  await second.getByRole('button', { name: 'Send anyway…' }).click();
  await answer(second, /Why send it now/, REASON);
  await pressInPanel(second, /^Send anyway$/);
  await handedOver(page);

  await pressInPanel(await hold(page, 3), /^Not a handoff/);
  await page.waitForSelector('#flash');

  const fourth = await hold(page, 4);
  await answer(fourth, ASK, 'Find out why');
  await saved(fourth);
  await notNow(fourth);
  const all = [
    'held',
    'sending',
    'sent',
    'held',
    'override',
    'sending',
    'sent',
    'held',
    'misfire',
    'held',
    'cancelled',
  ];
  await expect.poll(async () => kinds(await baton.events())).toEqual(all);
}

async function openPopupPage(baton: Baton): Promise<Page> {
  const popup = await baton.newPage();
  await popup.goto(`chrome-extension://${baton.launched.extensionId}/popup.html`);
  await expect(popup.getByRole('heading', { name: 'What this browser saw' })).toBeVisible();
  return popup;
}

const part = (popup: Page, title: RegExp) =>
  popup.locator('section').filter({ has: popup.getByRole('heading', { name: title, level: 3 }) });

test('the popup shows today’s handoffs, what was held and for what, overrides with their reasons, and open drafts', async ({
  page,
  baton,
}) => {
  await day(page, baton);
  const popup = await openPopupPage(baton);
  await expect(popup.locator('.sum').getByRole('listitem')).toHaveText([/^2 handoffs/, /^4 held/, /^1 /]);

  const handoffs = part(popup, /^Handoffs/);
  await expect(handoffs).toContainText('Scheduled exports arrive empty');
  await expect(handoffs).toContainText(REASON);
  await expect(handoffs).toContainText('What exactly you ask of Engineering');
  const held = part(popup, /^Held/);
  await expect(held.getByRole('listitem')).toHaveCount(4);
  await expect(held).toContainText('taken back');
  await expect(held).toContainText('What the customer was told');
  await expect(part(popup, /^Passed/)).toContainText('marked as no handoff');
  const drafts = part(popup, /^Your open drafts/);
  await expect(drafts).toContainText('help');
  await expect(drafts).toContainText('1 answer');
});

test('each line of the popup opens its case', async ({ page, baton }) => {
  await day(page, baton);
  for (const [title, case_] of [
    [/^Handoffs/, 2],
    [/^Held/, 4],
    [/^Passed/, 3],
    [/^Your open drafts/, 4],
  ] as const) {
    const popup = await openPopupPage(baton);
    const opened = baton.context.waitForEvent('page');
    await part(popup, title).getByRole('listitem').first().getByRole('link').click();
    const shown = await opened;
    await shown.waitForURL(`${PRACTICE_URL}/case/${case_}`);
    await shown.close();
  }
});

test('the dashboard tells of one case where it sat, who owned it, what was missing and why it went', async ({
  page,
  baton,
}) => {
  await day(page, baton);
  const dashboard = await baton.newPage();
  await dashboard.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html`);
  await expect(dashboard.getByText('Scheduled exports arrive empty').first()).toBeVisible();
  await dashboard.getByText('shows up in our invoice footer').first().click();
  await expect(dashboard.getByText('What was missing?')).toBeVisible();
  await expect(dashboard.getByText(REASON).first()).toBeVisible();
  await expect(dashboard.getByText('Why was it handed over?')).toBeVisible();
});
