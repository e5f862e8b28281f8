// Each page that is read is checked: what of it is where the site says, and what that means. Nothing is ever blocked by it.
import type { Page } from '@playwright/test';
import { openPopup } from './popup.ts';
import {
  type Baton,
  chooseTeam,
  expect,
  openCase,
  PRACTICE_URL,
  panelOf,
  saveToEngineering,
  test,
} from './practice.ts';

interface Row {
  snapshot?: { health: object };
}
const health = async (baton: Baton) => (await baton.rows<Row>('sightings')).at(-1)?.snapshot?.health;

/** The desk's page of case 1, changed on its way as by an update of the desk. */
async function changed(page: Page, ...changes: [from: RegExp, to: string][]): Promise<void> {
  await page.unroute(`${PRACTICE_URL}/case/1`).catch(() => undefined);
  await page.route(`${PRACTICE_URL}/case/1`, async (route) => {
    const answer = await route.fetch();
    let body = await answer.text();
    for (const [from, to] of changes) body = body.replace(from, to);
    await route.fulfill({ response: answer, body });
  });
}

test('the light of this very page, in the popup and in the panel', async ({ page, baton }) => {
  test.slow();
  const lit = (light: string, more = {}) => expect.poll(() => health(baton)).toEqual({ light, missing: [], ...more });
  const popup = async (words: string) => {
    const shown = await openPopup(baton, page);
    await expect.poll(() => shown.text()).toContain(words);
    return shown.text();
  };

  await test.step('green where all of it is there', async () => {
    await openCase(page);
    await lit('green');
    expect(await popup('Reads this case well')).not.toContain('Nothing is blocked');
    await saveToEngineering(page);
    await expect((await panelOf(page)).getByText('This page was read well')).toBeVisible();
  });

  await test.step('amber where a part is not found, and says which', async () => {
    await changed(page, [/<div data-field="owner">/, '<div data-field="assigned">']);
    await openCase(page);
    await lit('amber', { missing: ['owner'] });
    expect(await popup('Not found on this page: owner')).toContain('Nothing is blocked by this.');
  });

  await test.step('amber where there are two that say different things', async () => {
    await changed(page, [
      /(<div data-field="team">)/,
      '<div data-field="team"><dt>Before</dt><dd><span class="value">Sales</span></dd></div>$1',
    ]);
    await openCase(page);
    await lit('amber', { ambiguous: ['team'] });
    expect(await popup('Found more than once, with different values: team')).toContain('Reads this case in part');
  });

  await test.step('amber where a form goes somewhere unknown, and the change made there is not stopped', async () => {
    await changed(page, [/action="\/case\/1\/details"/, 'action="/case/1/v2/details"']);
    await openCase(page);
    await lit('amber', { writes: ['details'] });
    await popup('A form that saves this case is not where Baton knows it');
    await chooseTeam(page);
    const gone = page.waitForRequest(`${PRACTICE_URL}/case/1/v2/details`);
    await page.click('#details-save', { noWaitAfter: true });
    await gone;
  });

  await test.step('red where nothing of it is known any more; the panel says it, and what is held can still be let go', async () => {
    await changed(page, [/id="case-subject"/, 'id="title"'], [/id="details-shown"/, 'id="facts"']);
    await openCase(page);
    await expect.poll(() => health(baton)).toMatchObject({ light: 'red' });
    await popup('Cannot read this case');
    await page.locator('#edit-details').click();
    await page.locator('#details-form').evaluate((form) => form.removeAttribute('hidden'));
    await page.selectOption('#details-team', { label: 'Engineering' });
    await page.click('#details-save', { noWaitAfter: true });
    const panel = await panelOf(page);
    await expect(panel.getByText('Baton could not read this page well')).toBeVisible();
    await expect(panel.getByRole('button', { name: /not a handoff/i })).toBeEnabled();
  });
});
