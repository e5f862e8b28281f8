// A desk that somebody taught comes as a file: seen before it is kept, offered on its host, held there, saved again, and taken away.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type OnePageDesk, startOnePageDesk } from '../desks/one-page.ts';
import { ensureBuild } from '../setup/build.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { launchGranting } from './granting.ts';
import { openPopup } from './popup.ts';
import { type Baton, expect, kinds, notNow, panelOf, test } from './practice.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Crane 4 stops in rain · Harbour</title></head><body>
<main><h1>Crane 4 stops in rain</h1><p>Handled by <b data-testid="agent">Tom Vega</b></p>
<form method="post" action="/requests/118"><label>Group <select name="team" id="team"><option value="7" selected>Support</option><option value="4">Engineering</option></select></label>
<button id="save">Save</button></form>
<p>Stage <b id="stage">New</b> <button id="next">Escalate</button></p><button id="store">Store</button></main>
<script>
next.onclick = () => { stage.textContent = 'Engineering'; };
store.onclick = () => navigator.sendBeacon('/rpc', 'opaque');
</script></body></html>`;

/** What a colleague would send. */
const siteOf = (host: string) => ({
  id: 'taught-harbour',
  name: 'Harbour desk',
  reality: { level: 'read', note: 'Taught on 2026-11-21 by pointing at a page and handing over once.' },
  hosts: [host],
  marks: [],
  pages: [{ id: 'case', path: '/requests/:#id', case: { path: 'id' }, kind: 'ticket', full: true }],
  me: [],
  fields: [
    { field: 'subject', tries: [{ css: 'h1', read: 'text' }], certainty: 'certain', anchor: 'h1' },
    { field: 'team', tries: [{ css: 'select[name="team"]', read: 'came' }], certainty: 'certain', anchor: '#team' },
    { field: 'owner', tries: [{ css: '[data-testid="agent"]', read: 'text' }], certainty: 'certain' },
  ],
  directory: [{ field: 'team', options: 'select[name="team"] option' }],
  rows: [],
  caseUrl: { ticket: '/requests/:id' },
  nobody: [],
  writes: [
    {
      id: 'handover',
      doors: ['form', 'wire'],
      methods: ['POST'],
      path: '/requests/:#id',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [{ field: 'team', to: { body: 'team' }, unchanged: [''] }],
    },
  ],
});

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

const fileOf = (site: unknown) => Buffer.from(JSON.stringify({ baton: 'site', version: 1, site }));
const kept = () =>
  baton.inWorker(async () => (await chrome.storage.local.get('taught-sites'))['taught-sites'] as unknown[] | undefined);

async function openDesks(): Promise<Page> {
  const page = await baton.newPage();
  await page.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#desks`);
  await expect(page.getByRole('button', { name: 'Bring in a site…' })).toBeVisible();
  return page;
}

async function choose(dashboard: Page, buffer: Buffer): Promise<void> {
  const chooser = dashboard.waitForEvent('filechooser');
  await dashboard.getByRole('button', { name: 'Bring in a site…' }).click();
  await (await chooser).setFiles({ name: 'harbour.json', mimeType: 'application/json', buffer });
}

/** A case's page, on a host that the popup offered as the desk that was brought in. */
async function allowed(): Promise<Page> {
  const page = await baton.newPage();
  await page.goto(`http://${desk.host}/requests/118`);
  const popup = await openPopup(baton, page);
  await expect.poll(() => popup.text()).toContain('This looks like Harbour desk');
  const loaded = page.waitForEvent('load');
  await popup.press('Use Baton on this site');
  await loaded;
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  return page;
}

test('brought in, it is offered on its host and holds there; saved it is the same file; removed it holds nothing', async () => {
  const site = siteOf(desk.host);
  const dashboard = await openDesks();
  await choose(dashboard, fileOf(site));
  const asked = dashboard.getByRole('region', { name: 'Bring in “Harbour desk”?' });
  await expect(asked).toContainText(desk.host);
  await expect(asked).toContainText('/requests/…');
  await expect(asked).toContainText('title, team, owner');
  await expect(asked).toContainText('POST /requests/… when it changes team');
  expect(await kept()).toBeUndefined();
  await asked.getByRole('button', { name: 'Bring it in' }).click();
  await expect(dashboard.getByText(`“Harbour desk” is here. Open ${desk.host}`)).toBeVisible();
  expect(await kept()).toEqual([site]);

  const page = await allowed();
  await page.selectOption('#team', { label: 'Engineering' });
  await page.click('#save', { noWaitAfter: true });
  const panel = await panelOf(page);
  await expect(panel.locator('.head-title')).toHaveText('Crane 4 stops in rain');
  await notNow(panel);
  expect(desk.saves).toEqual([]);
  expect(kinds(await baton.events())).toEqual(['desk-allowed', 'held', 'cancelled']);

  await dashboard.bringToFront();
  const download = dashboard.waitForEvent('download');
  await dashboard.getByRole('button', { name: 'Save Harbour desk as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^baton-taught-harbour-\d{4}-\d{2}-\d{2}\.json$/);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual({ baton: 'site', version: 1, site });

  await dashboard.getByRole('button', { name: 'Remove Harbour desk…' }).click();
  expect(await kept()).toHaveLength(1);
  await dashboard.getByRole('button', { name: 'Remove it' }).click();
  await expect(dashboard.getByText('A desk that Baton does not know', { exact: true })).toBeVisible();
  await expect.poll(kept).toEqual([]);
  await page.bringToFront();
  await page.reload();
  await page.selectOption('#team', { label: 'Engineering' });
  const next = page.waitForEvent('load');
  await page.click('#save');
  await next;
  expect(desk.saves).toEqual(['/requests/118']);
});

test('a file that is not as it should be is refused, says where, and is not kept', async () => {
  const dashboard = await openDesks();
  const broken = structuredClone(siteOf(desk.host));
  Object.assign(broken.fields[1]?.tries[0] ?? {}, { css: 'select[' });
  await choose(dashboard, fileOf(broken));
  await expect(dashboard.getByText('not as a site should be: fields[1].tries[0].css')).toBeVisible();
  await choose(dashboard, fileOf({ ...siteOf(desk.host), id: 'zendesk' }));
  await expect(dashboard.getByText('It is not a site that somebody taught.')).toBeVisible();
  await choose(dashboard, Buffer.from('{'));
  await expect(dashboard.getByText('This file cannot be read.')).toBeVisible();
  await choose(dashboard, fileOf(siteOf(desk.host)));
  await dashboard.getByRole('button', { name: 'Leave it' }).click();
  await expect(dashboard.getByRole('button', { name: 'Bring in a site…' })).toBeFocused();
  expect(await kept()).toBeUndefined();
});

test('where a place is gone and a later one works, that is proposed, and taken at one press', async () => {
  const site = siteOf(desk.host);
  const [gone, works] = [{ css: '#agent', read: 'text' }, site.fields[2]?.tries[0]];
  Object.assign(site.fields[2] ?? {}, { tries: [gone, works] });
  const dashboard = await openDesks();
  await choose(dashboard, fileOf(site));
  await dashboard.getByRole('button', { name: 'Bring it in' }).click();
  await expect(dashboard.getByText('is here. Open')).toBeVisible();
  const page = await allowed();
  const tab = await baton.inWorker(async (url) => (await chrome.tabs.query({ url }))[0]?.id, page.url());

  const reading = await baton.newPage();
  await reading.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#reading/${tab}`);
  await expect(reading.getByText('Baton finds owner only at a later place')).toBeVisible();
  expect(await kept()).toEqual([site]);
  await reading.getByRole('button', { name: 'Look there first' }).click();
  await expect(reading.getByText('What is held stays as it was taught.')).toBeVisible();
  const [, , owner] = (((await kept()) ?? []) as (typeof site)[])[0]?.fields ?? [];
  expect(owner?.tries).toEqual([works, gone]);
});

test('what a request does not say is held at the control, by what the page shows', async () => {
  const site = siteOf(desk.host);
  const [subject] = site.fields;
  const stage = { field: 'team', tries: [{ css: '#stage', read: 'text' }], certainty: 'certain' };
  const control = {
    id: 'handover',
    css: '#store',
    on: ['click'],
    kind: 'ticket',
    case: { page: true },
    differs: ['team'],
  };
  Object.assign(site, { fields: [subject, stage], directory: [], writes: [], holdAt: [control] });
  const dashboard = await openDesks();
  await choose(dashboard, fileOf(site));
  await expect(dashboard.getByText('#store when it is pressed and team changed')).toBeVisible();
  await dashboard.getByRole('button', { name: 'Bring it in' }).click();
  await expect(dashboard.getByText('is here. Open')).toBeVisible();
  const page = await allowed();
  await expect.poll(async () => (await baton.rows('sightings')).length).toBe(1);
  await page.click('#store');
  await expect.poll(() => desk.saves).toEqual(['/rpc']);
  await page.click('#next');
  await page.click('#store');
  await expect((await panelOf(page)).locator('.head-title')).toHaveText('Crane 4 stops in rain');
  expect(desk.saves).toEqual(['/rpc']);
});
