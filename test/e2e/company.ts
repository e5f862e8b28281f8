// What a company sets in these tests: good parts, and two that are broken.
import type { Page } from '@playwright/test';
import type { Playbook } from '../../lib/model/playbook.ts';
import { writePlaybookFile } from '../../lib/playbooks/file.ts';
import {
  answer,
  type Baton,
  type Desk,
  expect,
  handOver,
  kinds,
  open,
  openCase,
  PRACTICE_URL,
  panelOf,
  saveToEngineering,
} from './practice.ts';

const COMPANY: Playbook = {
  id: 'company-handoff',
  version: 1,
  name: 'What our engineers need',
  because: 'Engineering loses an hour a day to tickets without a build number.',
  trigger: { kinds: ['ticket'], any: [{ field: 'team', to: ['Engineering'] }] },
  reason: {
    question: 'Why does it move?',
    choices: [
      { id: 'defect', label: 'A defect' },
      { id: 'question', label: 'A question' },
    ],
    implied: [{ when: { not: { reason: ['question'] } }, choice: 'defect' }],
  },
  receiver: { team: 'Engineering' },
  closedBy: 'receiver',
  exit: [
    {
      id: 'build',
      kind: 'text',
      label: 'Number of the build',
      why: 'So that they can look at it.',
      level: 'block',
      min: 3,
    },
  ],
  entry: [],
  // The playbook lets anybody; the policy does not.
  onMissing: 'override',
  acceptWithinMinutes: 60,
};

export const POLICY = {
  playbooks: [writePlaybookFile([COMPANY])],
  desks: [PRACTICE_URL],
  whenUnsure: 'closed',
  override: 'forbidden',
  identity: { team: 'Support' },
  roster: [{ team: 'Engineering', people: ['jonas', 'Jonas Lindqvist'] }],
  off: { features: ['export', 'walk'] },
  keepDays: -5,
};

/** The company's playbook holds a handoff, nobody may send it anyway, and what is complete goes. */
export async function holdsByPolicy({ newPage, events }: Pick<Baton, 'newPage' | 'events'>, desk: Desk): Promise<void> {
  const page = await newPage();
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await expect(panel.getByText(/an hour a day to tickets/)).toBeVisible();
  await expect(panel.getByRole('button', { name: /anyway/ })).toHaveCount(0);
  expect(await desk.writes()).toEqual([]);
  await answer(panel, /Number of the build/, '4.2.1-rc3');
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(async () => kinds(await events())).toEqual(['held', 'sending', 'sent']);
}

/** What the page is told that sends what Baton cannot read, a document: by the policy it is stopped. */
export async function isStopped(page: Page): Promise<boolean> {
  await open(page, '/');
  const answer = await page.evaluate(() => {
    const sent = new XMLHttpRequest();
    sent.open('POST', '/case/1/reply');
    return new Promise((said) => {
      sent.onload = () => said(`answered ${sent.status}`);
      sent.onerror = () => said('failed');
      sent.send(document.implementation.createDocument(null, 'reply'));
    });
  });
  return answer === 'failed';
}

/** The dashboard's place of desks says what the company set, and what of it is broken. */
export async function showsPolicy(dashboard: Page): Promise<void> {
  const all = dashboard.locator('main');
  for (const words of [
    'What our engineers need',
    `Desks that may be used${PRACTICE_URL}`,
    'Who may send anywayNobody',
    'Switched offexporting',
  ])
    await expect(all).toContainText(words);
  const broken = dashboard.locator('.policy-broken .notice');
  await expect(broken).toHaveCount(2);
  await expect(broken.filter({ hasText: 'keepDays' })).toContainText('cannot be used');
  await expect(broken.filter({ hasText: 'off.features[1]' })).toContainText('cannot be used');
  await expect(dashboard.getByRole('radio', { name: /Stop it/ })).toBeChecked();
  await expect(dashboard.getByRole('radio', { name: /Let it pass/ })).toBeDisabled();
  await expect(dashboard.locator('.unsure')).toContainText('Set by your company.');
}
