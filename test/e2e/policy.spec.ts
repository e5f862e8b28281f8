// What a company sets by policy, in a Chromium that really reads one.
import { launchWithExtension } from '../setup/browsers.ts';
import { type Company, companyFor } from '../setup/company.ts';
import { BUILDS } from '../setup/places.ts';
import { holdsByPolicy, isStopped, POLICY, showsPolicy } from './company.ts';
import { type Baton, batonOf, expect, ready, test } from './practice.ts';

let company: Company;
let baton: Baton;

test.beforeAll(async () => {
  company = await companyFor(BUILDS.e2e.extension, POLICY);
  const { extensionDir } = company;
  baton = batonOf(await launchWithExtension({ extensionDir, headless: true, viewport: { width: 1400, height: 900 } }));
  await ready(baton);
});
test.afterAll(async () => {
  await baton?.launched.close();
  await company?.remove();
});

test('its playbook holds a handoff, nobody may send it anyway, and what is complete goes', async ({ desk }) => {
  await holdsByPolicy(baton, desk);
});

test('what it sets cannot be changed, and what of it is broken takes nothing else with it', async ({ desk }) => {
  const page = await baton.newPage();
  expect(await isStopped(page)).toBe(true);
  // As by a person who knows where settings are kept.
  await baton.settings({ whenUnsure: 'open', identity: { name: 'Mira', team: 'Board' } });
  expect(await isStopped(page)).toBe(true);
  expect(await desk.writes()).toEqual([]);

  const dashboard = await baton.newPage();
  const root = `chrome-extension://${baton.launched.extensionId}/dashboard.html`;
  await dashboard.goto(`${root}#desks`);
  await showsPolicy(dashboard);
  await dashboard.goto(`${root}#teams`);
  await expect(dashboard.getByLabel('Your team')).toHaveValue('Support');
  await expect(dashboard.getByLabel('Your team')).not.toBeEditable();
  await expect(dashboard.getByLabel('Your name or login')).toHaveValue('Mira');
  await dashboard.goto(`${root}#record`);
  await expect(dashboard.getByRole('button', { name: 'Check all lines' })).toBeVisible();
  await expect(dashboard.getByRole('button', { name: /handoffs/i })).toHaveCount(0);
});

test('on other hosts than its desks there is nothing: no script, no offer', async () => {
  const origins = await baton.inWorker(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return [...new Set(scripts.flatMap(({ matches }) => matches ?? []))];
  });
  // A pattern names no port: of all the desks that the build brings it is this one's host alone.
  expect(origins).toEqual(['http://127.0.0.1/*']);
  const page = await baton.newPage();
  await page.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#desks`);
  await expect(page.locator('.row').filter({ hasText: '127.0.0.1' })).toHaveCount(1);
});
