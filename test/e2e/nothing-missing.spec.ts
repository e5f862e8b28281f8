// Everything was there: the press goes through, is on record before it leaves, and how it ended is known or said to be unknown.
import {
  completeFirst,
  expect,
  handOverInList,
  open,
  openCase,
  overlayText,
  PRACTICE_URL,
  panelShown,
  saveToEngineering,
  states,
  test,
} from './practice.ts';

interface Row {
  state: string;
  createdAt: number;
}

test.beforeEach(async ({ page }) => {
  await completeFirst(page);
});

const LINE_FAILED = 'The desk did not take this handoff';
const LINE_UNCONFIRMED = 'the desk has not confirmed it yet';
const drafts = async (baton: { rows<T>(table: string): Promise<T[]> }) => (await baton.rows('drafts')).length;

test('a press on Save goes through with a line that says so, and no checklist', async ({ page, desk, baton }) => {
  await openCase(page);
  await saveToEngineering(page);
  await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
  await expect.poll(() => states(baton)).toEqual(['sent']);
  expect(await panelShown(page)).toBe(false);
  expect(await desk.writes()).toHaveLength(1);
  expect((await desk.read('cases/1')).team).toBe('engineering');
  expect(await drafts(baton)).toBe(0);
});

test('the tab says before the press that nothing is missing', async ({ page }) => {
  await openCase(page);
  await page.click('#edit-details');
  await page.selectOption('#details-team', { label: 'Engineering' });
  await expect.poll(() => overlayText(page)).toContain('to Engineering: complete');
});

test('the handoff is in the database before the request reaches the desk', async ({ page, desk, baton }) => {
  await desk.fault('slow');
  await handOverInList(page);
  const patches = () => desk.requests('PATCH', '/api/cases/1');
  await expect.poll(async () => (await patches()).length).toBe(1);
  const [row] = await baton.rows<Row>('handoffs');
  expect(row?.state).toBe('sending');
  const [request] = await patches();
  expect(request?.wrote).toBe(false);
  expect(row?.createdAt).toBeLessThanOrEqual(Date.parse(request?.at ?? ''));
  await expect.poll(() => states(baton)).toEqual(['sent']);
  expect(await desk.writes()).toHaveLength(1);
});

test('a desk that answers with an error: it failed, the draft is kept, the desk’s own message stands', async ({
  page,
  desk,
  baton,
}) => {
  await desk.fault('500');
  await handOverInList(page);
  await expect.poll(() => overlayText(page)).toContain(LINE_FAILED);
  await expect(page.locator('.toast.error')).toContainText('was not saved');
  expect(await states(baton)).toEqual(['failed']);
  expect(await drafts(baton)).toBe(1);

  await openCase(page);
  expect(await desk.requests('PATCH')).toHaveLength(1);
  expect(await desk.writes()).toEqual([]);
  // The same again, by the person: all answers are still there.
  await handOverInList(page);
  await expect.poll(() => states(baton)).toEqual(['failed', 'sent']);
});

test('a form that the desk refuses with an error page: that page tells, and the draft is kept', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await desk.fault('500');
  await saveToEngineering(page);
  await expect(page.getByText('The desk could not save this')).toBeVisible();
  await expect.poll(() => states(baton)).toEqual(['failed']);
  expect(await drafts(baton)).toBe(1);
  expect(await desk.requests('POST', '/case/1/details')).toHaveLength(1);
});

test('a broken connection: not confirmed, not sent again, and settled at the next visit', async ({
  page,
  desk,
  baton,
}) => {
  await desk.fault('drop');
  await handOverInList(page);
  await expect.poll(() => overlayText(page)).toContain(LINE_UNCONFIRMED);
  expect(await states(baton)).toEqual(['unconfirmed']);
  expect(await drafts(baton)).toBe(1);

  await open(page, '/queue/support-l1');
  expect(await states(baton)).toEqual(['unconfirmed']);
  await openCase(page);
  await expect.poll(() => states(baton)).toEqual(['failed']);
  await expect.poll(() => overlayText(page)).toContain(LINE_FAILED);
  expect(await desk.requests('PATCH')).toHaveLength(1);
});

test('an answer that got lost after the desk had saved: the next visit finds that it arrived', async ({
  page,
  desk,
  baton,
}) => {
  await open(page, '/');
  await page.route(`${PRACTICE_URL}/api/cases/1`, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.selectOption('tr[data-case-id="1"] select[name="team"]', { label: 'Engineering' });
  await expect.poll(() => states(baton)).toEqual(['unconfirmed']);
  await openCase(page);
  await expect.poll(() => states(baton)).toEqual(['sent']);
  await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
  expect(await desk.writes()).toHaveLength(1);
  expect(await drafts(baton)).toBe(0);
});
