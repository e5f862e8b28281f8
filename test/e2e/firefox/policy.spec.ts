// What a company sets by policy, in a Firefox that really reads one.
import { type Company, companyFor } from '../../setup/company.ts';
import { BUILDS } from '../../setup/places.ts';
import { holdsByPolicy, isStopped, POLICY, showsPolicy } from '../company.ts';
import { expect } from '../practice.ts';
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
  await holdsByPolicy(own, desk);
});

test('what it sets cannot be changed, and what of it is broken takes nothing else with it', async ({ desk }) => {
  const page = await own.newPage();
  await own.settings({ whenUnsure: 'open' });
  expect(await isStopped(page)).toBe(true);
  expect(await desk.writes()).toEqual([]);
  await showsPolicy(await own.firefox.openOwn('dashboard.html#desks'));
});
