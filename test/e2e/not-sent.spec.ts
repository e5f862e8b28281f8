// What was let go and sent nothing: it is said within seconds, the draft is whole, and the same press leaves at once. What is sent late leaves once and counts.
import type { Page } from '@playwright/test';
import {
  asksKept,
  completeFirst,
  completeSupport,
  expect,
  handOver,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  saveToEngineering,
  states,
  test,
} from './practice.ts';

/** Within five seconds of the release, and the time that a busy machine takes to say it. */
const SOON = { timeout: 7_000 };
const NOT_SENT = 'The handoff to Engineering was not sent';
const GONE = 'Press the same button again';
const WENT = 'Handed to Engineering';

const says = (page: Page, words: string) => expect.poll(() => overlayText(page), SOON).toContain(words);
const WHOLE = ['Find out why the export of mixed currencies is blank'];

/** The details form is taken over by a script of the page: it refuses it, or sends it so much later, in milliseconds. */
async function takenOver(page: Page, how: 'refused' | number): Promise<void> {
  await page.evaluate((late) => {
    const form = document.querySelector<HTMLFormElement>('#details-form');
    const refuse = (event: Event) => {
      event.preventDefault();
      if (typeof late === 'number') setTimeout(() => form?.submit(), late);
    };
    form?.addEventListener('submit', refuse);
    Object.assign(globalThis, { giveBack: () => form?.removeEventListener('submit', refuse) });
  }, how);
}

/** A button of the page that hands the case over by a request; `reports` counts its presses. */
async function withButton(page: Page): Promise<void> {
  await page.evaluate(() => {
    const bar = document.createElement('div');
    bar.dataset['covers'] = '';
    const draw = () => {
      const button = document.createElement('button');
      button.id = 'escalate';
      button.dataset['team'] = 'engineering';
      button.textContent = 'Escalate';
      button.addEventListener('click', () => {
        const body = JSON.stringify({ team: 'engineering' });
        void fetch('/api/cases/1', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body });
      });
      bar.replaceChildren(button);
    };
    draw();
    document.querySelector('main')?.prepend(bar);
    Object.assign(globalThis, { draw, clearBar: () => bar.replaceChildren() });
  });
}
const run = (page: Page, name: 'draw' | 'clearBar' | 'giveBack') =>
  page.evaluate((what) => (globalThis as unknown as Record<string, () => void>)[what]?.(), name);

test('a form that the page’s own script refuses: it is said, and the next press leaves at once', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await takenOver(page, 'refused');
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await completeSupport(panel);
  await handOver(panel);
  await says(page, NOT_SENT);
  expect(await states(baton)).toEqual(['failed']);
  expect(await asksKept(baton)).toEqual(WHOLE);
  expect(await desk.writes()).toEqual([]);

  await run(page, 'giveBack');
  await page.click('#details-save', { noWaitAfter: true });
  await says(page, WENT);
  expect(await states(baton)).toEqual(['failed', 'sent']);
  expect(await desk.writes()).toHaveLength(1);
});

test('the same where nothing was missing, and no checklist was shown', async ({ page, desk, baton }) => {
  await completeFirst(page);
  await openCase(page);
  await takenOver(page, 'refused');
  await saveToEngineering(page);
  await says(page, NOT_SENT);
  expect(await panelShown(page)).toBe(false);
  expect([await states(baton), await asksKept(baton), await desk.writes()]).toEqual([['failed'], WHOLE, []]);
});

test('a form that the page sends by itself three seconds later leaves once, and nothing else is said', async ({
  page,
  desk,
  baton,
}) => {
  await completeFirst(page);
  await openCase(page);
  await takenOver(page, 3_000);
  await saveToEngineering(page);
  await says(page, WENT);
  expect(await states(baton)).toEqual(['sent']);
  expect(await desk.requests('POST', '/case/1/details')).toHaveLength(1);
});

test('one that it sends after it was said leaves once too, and counts', async ({ page, desk, baton }) => {
  await completeFirst(page);
  await openCase(page);
  await takenOver(page, 7_000);
  await saveToEngineering(page);
  await says(page, NOT_SENT);
  await expect.poll(() => overlayText(page), { timeout: 10_000 }).toContain(WENT);
  expect(await overlayText(page)).not.toContain(NOT_SENT);
  expect(await states(baton)).toEqual(['failed', 'sent']);
  expect(await desk.requests('POST', '/case/1/details')).toHaveLength(1);
});

test('a desk that takes six seconds to answer a form lost nothing', async ({ page, desk, baton }) => {
  await completeFirst(page);
  await openCase(page);
  const said: string[] = [];
  const look = async () => {
    said.push(await overlayText(page));
    return said.at(-1);
  };
  await page.route('**/case/1/details', async (route) => {
    await new Promise((later) => setTimeout(later, 6_000));
    await route.continue();
  });
  await saveToEngineering(page);
  await expect.poll(look, { timeout: 15_000 }).toContain(WENT);
  expect(said.join()).not.toMatch(/not sent|did not/);
  expect(await states(baton)).toEqual(['sent']);
  expect(await desk.writes()).toHaveLength(1);
});

test('a button that the page draws again while it is held is pressed', async ({ page, desk, baton }) => {
  await openCase(page);
  await withButton(page);
  await page.click('#escalate');
  const panel = await panelOf(page);
  await run(page, 'draw');
  await completeSupport(panel);
  await handOver(panel);
  await says(page, WENT);
  expect(await states(baton)).toEqual(['sent']);
  expect(await desk.writes()).toHaveLength(1);
});

test('a button that is gone by then: it is said at once, and the next press leaves at once', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await withButton(page);
  await page.click('#escalate');
  const panel = await panelOf(page);
  await run(page, 'clearBar');
  await completeSupport(panel);
  await handOver(panel);
  await says(page, GONE);
  expect(await states(baton)).toEqual(['failed']);
  expect(await asksKept(baton)).toEqual(WHOLE);

  await run(page, 'draw');
  await page.click('#escalate');
  await says(page, WENT);
  expect(await panelShown(page)).toBe(false);
  expect(await states(baton)).toEqual(['failed', 'sent']);
  expect(await desk.writes()).toHaveLength(1);
});

test('a form that the page draws again while it is held, filled in as it was, is sent', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#details-form');
    const again = form?.cloneNode(true) as HTMLFormElement;
    form?.replaceWith(again);
    const team = again.querySelector<HTMLSelectElement>('#details-team');
    if (team) team.value = 'engineering';
  });
  await completeSupport(panel);
  await handOver(panel);
  await says(page, WENT);
  expect(await states(baton)).toEqual(['sent']);
  expect(await desk.writes()).toHaveLength(1);
});
