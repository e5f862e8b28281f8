// From the press to the panel's painting: the first time on a page, and again on the same page.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median } from './figures.ts';
import type { Bench, Measured } from './run-parts.ts';

const PAGES = 11;
const AGAIN = 4;
/** Between pressing a list and choosing from it nobody is faster, in milliseconds. */
const CHOOSES_AFTER = 200;
/** The case of each time again: the one of the time before, another, that one again, … */
const CASES = [1, 2, 2, 1];
const MAIN_BUTTON = 'button:has-text("Hand over to")';

/**
 * The list's own select saves by a request: no form is filled in before. The person presses it, and chooses. Every second time
 * again it is another case than the time before, whose checklist is not drawn yet.
 */
export async function measurePanel({ baton, desk }: Bench): Promise<Measured> {
  const first: number[] = [];
  const again: number[] = [];
  for (let n = 0; n < PAGES; n += 1) {
    const page = await baton.newPage();
    await page.goto(`${desk.url}/`);
    await page.waitForTimeout(700);
    const pressed = await choose(page, 1);
    const panel = await frameOf(page);
    first.push((await firstPainting(panel)) - pressed);
    await shown(panel);
    for (let more = 0; more < AGAIN; more += 1) {
      await takeBack(page, panel);
      await watchPaintings(panel);
      const pressedAgain = await choose(page, CASES[more % CASES.length] ?? 1);
      again.push((await paintingAfter(panel, pressedAgain)) - pressedAgain);
      await shown(panel);
    }
    await takeBack(page, panel);
    await page.close();
  }
  return {
    title: `The panel on screen after a hold, from the choice in a list's select, ${CHOOSES_AFTER} ms after it was pressed (${first.length} pages; ${again.length} times again, half of them for another case)`,
    figures: [
      figure('panel: first time on a page', median(first), 'ms', BUDGETS.panelFirst),
      figure('panel: again on that page', median(again), 'ms', BUDGETS.panelAgain),
    ],
  };
}

/** Presses the select of a row and chooses Engineering by keys; gives when it was chosen, by the clock that all processes share. */
async function choose(page: Page, row: number): Promise<number> {
  await page.evaluate(() => {
    const chosen = new Promise<number>((resolve) => {
      const note = ({ timeStamp }: Event) => resolve(performance.timeOrigin + timeStamp);
      addEventListener('change', note, { capture: true, once: true });
    });
    Object.assign(globalThis, { chosen });
  });
  await page.click(`tr[data-case-id="${row}"] select[name="team"]`);
  await page.waitForTimeout(CHOOSES_AFTER);
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  return page.evaluate(() => (globalThis as unknown as { chosen: Promise<number> }).chosen);
}

/** The panel's frame, once it is there. Nothing is asked of it: what is asked of a page it does before it paints. */
async function frameOf(page: Page): Promise<Frame> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
    const panel = page.frames().find((frame) => frame.url().includes('/panel.html'));
    if (panel) return panel;
  }
  throw new Error('the panel did not come');
}

/** What was painted is the panel, on the page. Looking for its button is work of its page too: not while that is measured. */
async function shown(panel: Frame): Promise<void> {
  await panel.waitForSelector(MAIN_BUTTON);
  if (!(await (await panel.frameElement()).isVisible())) throw new Error('the panel was painted and is not shown');
}

/** The panel's page paints nothing before its checklist: its first contentful painting is what a person waits for. */
function firstPainting(panel: Frame): Promise<number> {
  return panel.evaluate(async () => {
    for (;;) {
      const [painting] = performance.getEntriesByName('first-contentful-paint');
      if (painting) return performance.timeOrigin + painting.startTime;
      await new Promise((later) => setTimeout(later, 10));
    }
  });
}

/** A frame that is hidden is not drawn: what is drawn from now on is the panel shown again. */
async function watchPaintings(panel: Frame): Promise<void> {
  await panel.evaluate(() => {
    const drawn: number[] = [];
    Object.assign(globalThis, { drawn });
    const note = () => {
      // What was shown last stays drawn, out of sight, until there is something to show.
      const main = [...document.querySelectorAll('button')].some(
        (one) => one.textContent?.startsWith('Hand over to') && one.checkVisibility({ opacityProperty: true }),
      );
      // After this task of drawing, the frame is on its way to the screen; what else waits in this page comes after.
      const drew = () => {
        if (main) drawn.push(performance.timeOrigin + performance.now());
        if (drawn.length === 0) requestAnimationFrame(note);
      };
      void scheduler.postTask(drew, { priority: 'user-blocking' });
    };
    requestAnimationFrame(note);
  });
}

async function paintingAfter(panel: Frame, pressed: number): Promise<number> {
  const times = await panel.evaluate(async () => {
    const { drawn } = globalThis as unknown as { drawn: number[] };
    while (drawn.length === 0) await new Promise((later) => setTimeout(later, 10));
    return drawn;
  });
  const time = times.find((drawn) => drawn >= pressed);
  if (time === undefined) throw new Error('the panel was drawn before the press: it was not hidden');
  return time;
}

async function takeBack(page: Page, panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'Not now' }).click();
  const element = await panel.frameElement();
  for (const end = Date.now() + 5_000; await element.isVisible(); await sleep(20))
    if (Date.now() > end) throw new Error('the panel did not go');
  // The desk has taken its select back, and nothing of the first hold is under way.
  await page.waitForTimeout(300);
}
