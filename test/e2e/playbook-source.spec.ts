// A company's source of playbooks: looked at over https by the background alone, seen before it is taken, kept when it is gone.
import { builtInPlaybooks } from '../../lib/rules/playbooks/built-in.ts';
import { type HttpsSource, startHttpsSource } from '../desks/https-source.ts';
import { ensureBuild } from '../setup/build.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { launchGranting } from './granting.ts';
import { type Baton, expect, test } from './practice.ts';

let source: HttpsSource;
let profile: string;
let baton: Baton;

test.beforeAll(async () => {
  await ensureBuild('chromium');
});
test.beforeEach(async () => {
  source = await startHttpsSource();
  profile = await makeProfile();
  baton = await launchGranting(profile, 'https://127.0.0.1/*', ['--ignore-certificate-errors']);
});
test.afterEach(async () => {
  await baton?.launched.close();
  await removeProfile(profile, true);
  await source.close();
});

const [support] = builtInPlaybooks;
const file = (name: string, version = 1) =>
  JSON.stringify({ baton: 'playbooks', version, playbooks: [{ ...support, id: 'to-billing', name }] });

test('it is shown before the first use, brings what changes, and what it brought stays when it is gone', async () => {
  const list = await baton.newPage();
  await list.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#playbooks`);
  const look = async (url: string) => {
    await list.getByLabel('Address').fill(url);
    await list.getByRole('button', { name: 'Look what it brings' }).click();
  };
  await look(source.url.replace('https:', 'http:'));
  await expect(list.getByText('The address must begin with https://')).toBeVisible();
  expect(source.asked).toEqual([]);

  source.brings(file('To Billing', 9));
  await look(source.url);
  await expect(list.getByText('A newer Baton wrote this. Update Baton, then bring it in again.')).toBeVisible();

  source.brings(file('To Billing'));
  await look(source.url);
  const offered = list.getByRole('region', { name: `Playbooks from ${source.url}` });
  await expect(offered).toContainText('To Billing');
  await expect(list.getByLabel('How To Billing is used')).toHaveCount(0);
  await offered.getByRole('radio', { name: 'hold handoffs at once' }).check();
  await offered.getByRole('button', { name: 'Take them' }).click();
  await expect(list.getByLabel('How To Billing is used')).toHaveValue('armed');
  await expect(list.getByRole('listitem', { name: 'To Billing', exact: true })).toContainText('From the source');
  for (const { cookie, referer, origin } of source.asked)
    expect([cookie, referer, origin ?? 'none']).toEqual([undefined, undefined, expect.not.stringContaining('http')]);

  source.brings(file('To Accounts'));
  await list.getByRole('button', { name: 'Look again now' }).click();
  await expect(list.getByRole('listitem', { name: 'To Accounts', exact: true })).toBeVisible();

  source.brings(null);
  await list.getByRole('button', { name: 'Look again now' }).click();
  await expect(
    list.getByText(/There was no answer from this address\. .* What was read before stays in use\./),
  ).toBeVisible();
  await expect(list.getByRole('listitem', { name: 'To Accounts', exact: true })).toBeVisible();

  // No page of ours may ask anybody: where drafts are on the screen nothing can leave.
  expect(
    await list.evaluate(
      (url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      source.url,
    ),
  ).toBe('refused');

  await list.getByRole('button', { name: 'Leave this source' }).click();
  await expect(list.getByRole('listitem', { name: 'To Accounts', exact: true })).toHaveCount(0);
});
