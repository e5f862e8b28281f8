// A case that changed hands where no Baton was: seen when it is next opened, recorded once, and said calmly.
import { openPopup } from './popup.ts';
import {
  type Baton,
  chooseTeam,
  completeFirst,
  expect,
  handOverInList,
  kinds,
  open,
  openCase,
  overlayText,
  PRACTICE_URL,
  panelOf,
  pressInPanel,
  pressTab,
  saveToEngineering,
  states,
  test,
} from './practice.ts';

const CAME = 'This case came to Engineering without a handoff';
interface Row {
  key: string;
  settled?: Record<string, { value: { label: string } }>;
  values: Record<string, { label: string }>;
}
/** Case 1 as Baton last saw it: what the page showed, and what the desk itself gave. */
const sighting = async (baton: Baton) => (await baton.rows<Row>('sightings')).find(({ key }) => key.endsWith('|1'));
const shown = async (baton: Baton, field = 'team') => (await sighting(baton))?.values[field]?.label;
const settled = async (baton: Baton, field = 'team') => (await sighting(baton))?.settled?.[field]?.value.label;
const read = (baton: Baton) => expect.poll(() => settled(baton)).toBe('Support L1');

test('a change by the API: recorded as ungated on arrival, once, however often it is read', {
  tag: '@hole',
  annotation: { type: 'hole', description: 'API, mobile app, another browser: recorded as ungated on arrival' },
}, async ({ page, desk, baton }) => {
  await openCase(page);
  await read(baton);
  await desk.patch(1, { team: 'engineering' });

  await test.step('the page says it, to whoever had the case, with what to do', async () => {
    await page.reload();
    await expect.poll(() => overlayText(page)).toContain(`${CAME}. Open Baton's tab to add what Engineering needs.`);
  });

  await test.step('the record says from where to where, and when and by whom it was last seen before', async () => {
    const [event] = await baton.events();
    expect(event).toMatchObject({
      kind: 'ungated',
      actor: 'baton',
      payload: { found: 'arrival', from: 'Support L1', to: 'Engineering', seenBy: 'Amara Okafor' },
    });
    expect(event?.payload?.['seenAt']).toBeLessThan(Date.now());
  });

  await test.step('reloads and another tab add nothing, and say nothing more', async () => {
    await page.reload();
    await page.waitForSelector('baton-overlay', { state: 'attached' });
    const other = await baton.newPage();
    await Promise.all([openCase(other), page.reload()]);
    await expect.poll(() => overlayText(page)).not.toContain(CAME);
    expect(kinds(await baton.events())).toEqual(['ungated']);
    await other.close();
  });

  await test.step('popup and dashboard show it', async () => {
    const popup = await openPopup(baton, page);
    await expect.poll(() => popup.text()).toContain('1 without a handoff');
    expect(await popup.text()).toContain('no handoff');
    const dashboard = await baton.newPage();
    await dashboard.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html`);
    await expect(dashboard.getByRole('link', { name: /Scheduled exports/ })).toBeVisible();
  });
});

test('two tabs that see it in the same moment record it once; a new owner may be a new team', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await read(baton);
  await desk.patch(1, { owner: 'jonas' });
  const other = await baton.newPage();
  await Promise.all([page.reload(), openCase(other)]);
  // Jonas works in Engineering: with him the case changed teams.
  await expect.poll(async () => (await baton.events()).map(({ payload }) => payload?.['to'])).toEqual(['Engineering']);
  await other.close();
  await page.reload();
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await expect.poll(async () => kinds(await baton.events())).toEqual(['ungated']);
});

test('to the person who had it, the tab opens the checklist of that handoff', async ({ page, desk, baton }) => {
  await openCase(page);
  await read(baton);
  await desk.patch(1, { team: 'engineering' });
  await page.reload();
  await expect.poll(() => overlayText(page)).toContain(CAME);
  await pressTab(page);
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Support L1');
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('Engineering');
});

test('what records nothing', async ({ page, desk, baton }) => {
  const nothing = async () => expect(kinds(await baton.events()).filter((kind) => kind === 'ungated')).toEqual([]);

  await test.step('a case that is seen for the first time', async () => {
    await desk.patch(2, { team: 'engineering' });
    await openCase(page, '/case/2');
    await expect.poll(async () => (await baton.rows('sightings')).length).toBe(1);
    await nothing();
  });

  await test.step('a change that hands nothing over', async () => {
    await openCase(page);
    await read(baton);
    await desk.patch(1, { owner: 'priya' });
    await page.reload();
    await expect.poll(() => settled(baton, 'owner')).toBe('Priya Raman');
    await nothing();
  });

  await test.step('a page that shows a change before it is saved, or that never is', async () => {
    await page.evaluate(() => {
      const shown = document.querySelector('#details-shown [data-field="team"] .value');
      if (shown) shown.textContent = 'Engineering';
    });
    // Nobody did anything: the page's own change counts as shown, and is compared only when the page is opened again.
    await expect.poll(() => shown(baton)).toBe('Engineering');
    await page.reload();
    await expect.poll(() => shown(baton)).toBe('Support L1');
    await chooseTeam(page);
    await nothing();
  });

  await test.step('Baton’s own handoff', async () => {
    await completeFirst(page);
    await handOverInList(page);
    await expect.poll(() => states(baton)).toEqual(['sent']);
    await openCase(page);
    await expect.poll(() => shown(baton)).toBe('Engineering');
    await nothing();
  });
});

test('what a person marked as no handoff is no arrival either', async ({ page, baton }) => {
  await openCase(page);
  await read(baton);
  await saveToEngineering(page);
  await pressInPanel(await panelOf(page), /not a handoff/i);
  await page.waitForURL(`${PRACTICE_URL}/case/1`);
  await expect.poll(() => settled(baton)).toBe('Engineering');
  await open(page, '/');
  await openCase(page);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'misfire']);
});
