// A desk that nobody described: its page is read by what it says of itself, and nothing is ever held there.
import { type OnePageDesk, startOnePageDesk } from '../desks/one-page.ts';
import { ensureBuild } from '../setup/build.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { launchGranting } from './granting.ts';
import { openPopup } from './popup.ts';
import { type Baton, expect, kinds, overlayText, panelOf, panelShown, pressTab, test } from './practice.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Crane 4 stops in rain · Harbour</title></head><body>
<nav><a href="/requests/1">Other</a></nav><main><h1>Crane 4 stops in rain</h1>
<dl><dt>State</dt><dd>Waiting for parts</dd><dt>Submitted by</dt><dd>Ines Duarte</dd><dt>Assignee</dt><dd>Tom Vega</dd>
<dt>Environment</dt><dd>Quay 2, firmware 3.1</dd></dl>
<ol><li class="message"><b>Ines Duarte</b> <time datetime="2026-11-19T08:00:00Z">19 Nov</time><p>Crane 4 stops whenever it rains.</p></li>
<li class="message"><b>Tom Vega</b> <time datetime="2026-11-19T09:10:00Z">19 Nov</time><p>We look at it this afternoon and write again.</p></li></ol>
<form method="post" action="/requests/118"><label>Group <select name="team" id="team"><option selected>Support</option><option>Engineering</option></select></label>
<button id="save">Save</button></form></main></body></html>`;

let desk: OnePageDesk;
let profile: string;
let baton: Baton;

test.beforeAll(async () => {
  await ensureBuild('chromium');
});
test.beforeEach(async () => {
  desk = await startOnePageDesk(PAGE);
  profile = await makeProfile();
  baton = await launchGranting(profile, 'http://127.0.0.1/*');
});
test.afterEach(async () => {
  await baton.launched.close();
  await removeProfile(profile, true);
  await desk.close();
});

test('allowed from the popup, it shows title, people and thread in the panel as guesses, and holds no save', async () => {
  const page = await baton.newPage();
  await page.goto(`${desk.origin}/requests/118`);
  const popup = await openPopup(baton, page);
  await expect.poll(() => popup.text()).toContain('Baton does not know this desk. Read this page anyway?');
  const loaded = page.waitForEvent('load');
  await popup.press('Read this page');
  await loaded;
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await expect.poll(() => overlayText(page)).toContain('It only reads this site');

  type Sighting = {
    snapshot: {
      site: string;
      fields: { field: string; value: string; certainty: string }[];
      entries: { author: string }[];
    };
  };
  const seen = async () => (await baton.rows<Sighting>('sightings'))[0]?.snapshot;
  await expect
    .poll(async () => (await seen())?.entries.map(({ author }) => author))
    .toEqual(['Ines Duarte', 'Tom Vega']);
  const fields = (await seen())?.fields ?? [];
  expect(Object.fromEntries(fields.map(({ field, value }) => [field, value]))).toEqual({
    subject: 'Crane 4 stops in rain',
    status: 'Waiting for parts',
    requester: 'Ines Duarte',
    owner: 'Tom Vega',
    environment: 'Quay 2, firmware 3.1',
    team: 'Support',
  });
  expect(fields.filter(({ certainty }) => certainty === 'certain')).toEqual([]);

  await pressTab(page);
  const panel = await panelOf(page);
  await expect(panel.locator('.head-title')).toHaveText('Crane 4 stops in rain');
  const guesses = panel.locator('.items-guesses');
  await expect(guesses).toContainText('Crane 4 stops in rain');
  await expect(guesses).toContainText('Quay 2, firmware 3.1');
  await expect(guesses).toContainText('Crane 4 stops whenever it rains.');
  // Nothing on the page says that the customer read it.
  await expect(guesses).not.toContainText('We look at it this afternoon and write again.');
  await panel
    .getByText(/optional/i)
    .first()
    .click();
  await expect(panel.getByText('Ines Duarte', { exact: true }).first()).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Copy as text' })).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).first().click();
  await expect.poll(() => panelShown(page)).toBe(false);

  await page.selectOption('#team', { label: 'Engineering' });
  const next = page.waitForEvent('load');
  await page.click('#save');
  await next;
  expect(desk.saves).toEqual(['/requests/118']);
  expect(await panelShown(page)).toBe(false);
  expect(kinds(await baton.events())).toEqual(['desk-allowed']);
});
