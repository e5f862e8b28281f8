// What a company sets by policy, in a Firefox that really reads one.
import { type Company, companyFor } from '../../setup/company.ts';
import { BUILDS } from '../../setup/places.ts';
import { isStopped, POLICY, showsPolicy } from '../company.ts';
import { answer, expect, handOver, openCase, panelOf, saveToEngineering } from '../practice.ts';
import { type FirefoxBaton, startBaton, test } from './harness.ts';

let company: Company;
let own: FirefoxBaton;

test.beforeAll(async () => {
  company = await companyFor(BUILDS.firefoxE2e.extension, POLICY);
  own = await startBaton(undefined, company.home);
});
test.afterAll(async () => {
  await own?.firefox.close();
  await company?.remove();
});

test('its playbook holds a handoff, nobody may send it anyway, and what is complete goes', async ({ desk }) => {
  const page = await own.newPage();
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await expect(panel.getByText(/an hour a day to tickets/)).toBeVisible();
  await expect(panel.getByRole('button', { name: /anyway/ })).toHaveCount(0);
  expect(await desk.writes()).toEqual([]);
  await answer(panel, /Number of the build/, '4.2.1-rc3');
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(async () => (await own.events()).map(({ kind }) => kind)).toEqual(['held', 'sending', 'sent']);
});

test('what it sets cannot be changed, and what of it is broken takes nothing else with it', async ({ desk }) => {
  const page = await own.newPage();
  await own.settings({ whenUnsure: 'open' });
  expect(await isStopped(page)).toBe(true);
  expect(await desk.writes()).toEqual([]);
  await showsPolicy(await own.firefox.openOwn('dashboard.html#desks'));
});
