// The list of playbooks: one runs in the shadow and is armed with one press; others come by a file, seen before they are taken.
import type { Page } from '@playwright/test';
import { builtInPlaybooks } from '../../lib/rules/playbooks/built-in.ts';
import {
  ASK,
  type Baton,
  chooseTeam,
  expect,
  handOver,
  kinds,
  notNow,
  openCase,
  panelOf,
  panelShown,
  test,
  write,
} from './practice.ts';

const ID = 'support-to-engineering';

async function openList(baton: Baton): Promise<Page> {
  const page = await baton.newPage();
  await page.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#playbooks`);
  await expect(page.getByRole('heading', { name: 'Playbooks' })).toBeVisible();
  return page;
}

const row = (list: Page, name: string) => list.getByRole('listitem', { name, exact: true });

async function change(page: Page, id: number): Promise<void> {
  await openCase(page, `/case/${id}`);
  await chooseTeam(page);
  await page.click('#details-save', { noWaitAfter: true });
}

test('in the shadow a playbook holds nothing, counts what it would have held, and is armed with one press', async ({
  baton,
  page,
}) => {
  const list = await openList(baton);
  await list.getByLabel('How Support to Engineering is used').selectOption('In the shadow');
  await expect(row(list, 'Support to Engineering')).toContainText('Seen: 0 handoffs of 20.');

  await change(page, 1);
  await page.waitForSelector('#flash');
  expect(await panelShown(page)).toBe(false);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['shadow']);
  await expect(row(list, 'Support to Engineering')).toContainText('Seen: 1 handoff of 20. 1 would have been held.');
  await expect(row(list, 'Support to Engineering')).toContainText(
    /Filling one in takes about \d+ seconds\. Most often missing: /,
  );

  await list.getByRole('button', { name: 'Hold from now on' }).click();
  await expect(list.getByLabel('How Support to Engineering is used')).toHaveValue('armed');
  await change(page, 2);
  await notNow(await panelOf(page));
});

test('a file of playbooks says what it changes before it is taken, and one that is broken says where', async ({
  baton,
  page,
}) => {
  const list = await openList(baton);
  const choose = async (text: string) => {
    const chooser = list.waitForEvent('filechooser');
    await list.getByRole('button', { name: 'Bring in a file…' }).click();
    await (await chooser).setFiles({ name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  const [support] = builtInPlaybooks;
  if (!support) throw new Error('no playbook');
  const ask = support.exit.find(({ id }) => id === 'ask');
  const file = (playbooks: unknown[]) => JSON.stringify({ baton: 'playbooks', version: 1, playbooks }, null, 1);

  await choose(file([{ ...support, onMissing: 'never' }]));
  await expect(
    list.getByText(/Something in it is not as it should be: .* Line \d+: playbooks\.0\.onMissing/),
  ).toBeVisible();

  await choose(
    file([
      { ...support, exit: [ask], name: 'Only the ask' },
      {
        ...support,
        id: 'to-billing',
        name: 'To Billing',
        trigger: { kinds: ['ticket'], any: [{ field: 'team', to: ['Billing'] }] },
      },
    ]),
  );
  const offered = list.getByRole('region', { name: 'Playbooks in team.json' });
  await expect(offered).toContainText('“Severity” removed');
  await expect(offered).toContainText('New here. When the team changes to Billing.');
  expect(await baton.rows('playbooks')).toEqual([]);
  await offered.getByRole('button', { name: 'Take them' }).click();
  await expect(list.getByText('Taken: Only the ask · To Billing')).toBeVisible();
  await expect(list.getByLabel('How To Billing is used')).toHaveValue('shadow');

  await change(page, 1);
  const panel = await panelOf(page);
  await expect(panel.locator('.part-missing .entry')).toHaveCount(1);
  await expect(panel.locator('.part-missing')).toContainText(ask?.label ?? '');
  await notNow(panel);

  const saving = list.waitForEvent('download');
  await list.getByRole('button', { name: 'Save Only the ask as a file' }).click();
  expect((await saving).suggestedFilename()).toContain(ID);
});

test('what goes along with a handoff is set with one press where the page has a control for it, and leaves with it', async ({
  baton,
  page,
  desk,
}) => {
  const [support] = builtInPlaybooks;
  const ask = support?.exit.find(({ id }) => id === 'ask');
  const routing = [
    { field: 'status', to: 'Waiting' },
    { field: 'priority', to: 'Urgent' },
  ];
  await baton.inWorker(
    async (playbook) => {
      const opening = indexedDB.open('baton');
      await new Promise((done) => {
        opening.onsuccess = () => {
          opening.result.transaction('playbooks', 'readwrite').objectStore('playbooks').put(playbook).onsuccess = done;
        };
      });
      opening.result.close();
    },
    { ...support, exit: [ask], routing },
  );
  await change(page, 1);
  const panel = await panelOf(page);
  const line = (name: string) => panel.locator('.route-line').filter({ hasText: name });
  await expect(line('Status')).toHaveAttribute('data-state', 'can');
  await line('Status').getByRole('button').click();
  await expect(line('Status')).toHaveAttribute('data-state', 'set');
  await expect(line('Priority')).toContainText('To do on the page');
  await page.screenshot({ path: test.info().outputPath('routes.png') });
  await panel.getByRole('radio', { name: /A defect in the product/ }).click();
  await write(panel.getByRole('textbox', { name: ASK }), 'Find out why the export of mixed currencies is blank');
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).status).toBe('waiting');
  expect((await desk.writes()).map(({ fields }) => [fields['team'], fields['status']])).toEqual([
    ['engineering', 'waiting'],
  ]);
});
