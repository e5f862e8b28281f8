// The checklist of a live desk's ticket as a person fills it in, and what Baton has on record of it.
import type { Frame, Page } from '@playwright/test';
import type { Playbook } from '../../lib/model/playbook.ts';
import { type Baton, expect, panelShown, write } from './harness.ts';

/** The exact ask, which only a person can write. */
export const ask = (panel: Frame) => panel.getByRole('textbox', { name: /What exactly you ask/ });

/** Writes the ask and waits until the panel says that it is saved. */
export async function writeAsk(panel: Frame, text: string): Promise<void> {
  await write(ask(panel), text);
  await expect(panel.locator('.saving')).toContainText(/^Saved \d/);
}

/** Shown to be kept: in its field, or among what is filled in. */
export async function expectAsk(panel: Frame, text: string, timeout = 5_000): Promise<void> {
  const shown = () =>
    panel
      .locator('[data-criterion=ask]')
      .evaluate((item) => item.querySelector('textarea')?.value ?? item.querySelector('.known-value')?.textContent)
      .catch(() => undefined);
  await expect.poll(shown, { timeout }).toBe(text);
}

/** The kinds of everything on Baton's record, in order. */
export const kinds = async (baton: Baton) => (await baton.events()).map(({ kind }) => kind);

/** Opens cases that were sent together, each until what it shows has proven it sent: a page that is left before it is read tells nothing. */
export async function seenOneByOne(page: Page, baton: Baton, addresses: readonly string[]): Promise<void> {
  for (const [n, address] of addresses.entries()) {
    await page.goto(address);
    const sent = async () => (await kinds(baton)).filter((kind) => kind === 'sent').length;
    await expect.poll(sent).toBeGreaterThan(n);
  }
}

/** Nothing of Baton's came up, and its record knows of no handoff. */
export async function expectPassed(page: Page, baton: Baton): Promise<void> {
  expect(await panelShown(page)).toBe(false);
  expect(await kinds(baton)).not.toContain('held');
  expect(await baton.rows('handoffs')).toEqual([]);
}

/** The sentence that says what a held handoff still needs. */
export const needs = (panel: Frame) => panel.locator('.need');

const ANSWERS: [RegExp, string][] = [
  [/^Summary/, 'Invoice PDF export returns blank page'],
  [/^Environment/, 'Production / Chrome 126 / Windows 11'],
  [/^Step, row 1/, 'Open Billing > Invoices'],
  [/^Step, row 2/, 'Click "Export PDF"'],
  [/^Tried, row 1/, 'Exported again in a private window'],
  [/^Result, row 1/, 'The same blank page'],
  [/What exactly you ask/, 'Find out why the export of mixed currencies is blank'],
  [/What the customer was told/, 'We look into it and write again on Friday'],
];

/** Answers all that is asked: four things on a well-kept ticket, everything for a case that Baton has never seen. */
export async function complete(panel: Frame): Promise<void> {
  await panel.getByRole('radio', { name: /A defect in the product/ }).click();
  const severity = panel.getByRole('radio', { name: /^S2/ });
  if (await severity.isVisible()) await severity.click();
  for (const [name, text] of ANSWERS) {
    const field = panel.getByRole('textbox', { name });
    if (await field.isVisible()) await write(field, text);
  }
  const right = panel.getByRole('button', { name: /looks? right/ });
  if (await right.isVisible()) await right.click();
  await expect(panel.locator('.need-met')).toBeVisible();
}

/** What a person says to one criterion: a text, day or name; the id of an option; a tick; or rows of cells. */
export type Said = string | true | readonly (readonly string[])[];

/** Answers these criteria of a playbook as a person does, by pointing and typing; then confirms what Baton only guesses. */
export async function fillIn(
  panel: Frame,
  playbook: Playbook,
  answers: Readonly<Record<string, Said>>,
  reason?: string,
): Promise<void> {
  const chosen = playbook.reason.choices.find(({ id }) => id === reason);
  if (chosen) await panel.getByRole('radio', { name: chosen.label }).click();
  for (const [id, said] of Object.entries(answers)) {
    const criterion = playbook.exit.find((one) => one.id === id);
    const item = panel.locator(`[data-criterion="${id}"]`);
    if (criterion?.kind === 'choice') {
      const option = criterion.options.find((one) => one.id === said);
      await item.getByRole('radio', { name: option?.label ?? '' }).click();
    } else if (said === true) await item.getByRole('checkbox').check();
    else if (typeof said === 'string') await write(item.locator('input, textarea'), said);
    else for (const [n, cell] of said.flat().entries()) await write(item.locator('.row input').nth(n), cell);
  }
  const right = panel.getByRole('button', { name: /looks? right/ });
  if (await right.isVisible()) await right.click();
  await expect(panel.locator('.need-met')).toBeVisible();
}

/** A day so many days from now, as a date field takes it. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
