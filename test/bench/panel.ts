// From the press to the panel's painting: the first time on a page, and again on the same page.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';
import { BUDGETS } from './budgets.ts';
import { figure, median } from './figures.ts';
import type { Bench, Measured } from './run-parts.ts';

const PAGES = 7;
const AGAIN = 3;
const MAIN_BUTTON = 'button:has-text("Hand over to")';

/**
 * The list's own select saves by a request: nothing speaks before the press, so the panel's page is not fetched ahead, which it is
 * where a form is filled in first. This is the slowest way to a panel.
 */
export async function measurePanel({ baton, desk }: Bench): Promise<Measured> {
  const first: number[] = [];
  const again: number[] = [];
  for (let n = 0; n < PAGES; n += 1) {
    const page = await baton.newPage();
    await page.goto(`${desk.url}/`);
    await page.waitForTimeout(700);
    const pressed = await press(page);
    const panel = await shown(page);
    first.push((await firstPainting(panel)) - pressed);
    for (let more = 0; more < AGAIN; more += 1) {
      await takeBack(page, panel);
      await watchPaintings(panel);
      const pressedAgain = await press(page);
      await shown(page);
      again.push((await paintingAfter(panel, pressedAgain)) - pressedAgain);
    }
    await takeBack(page, panel);
    await page.close();
  }
  return {
    title: `The panel on screen after a hold (${first.length} pages; ${again.length} times again), from the choice in the list's select`,
    figures: [
      figure('panel: first time on a page', median(first), 'ms', BUDGETS.panelFirst),
      figure('panel: again on that page', median(again), 'ms', BUDGETS.panelAgain),
    ],
  };
}

/** Chooses another team, as a person does; gives when, by the clock that all processes share. */
function press(page: Page): Promise<number> {
  return page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('tr[data-case-id="1"] select[name="team"]');
    if (!select) throw new Error('the list has no such select');
    select.value = 'engineering';
    const now = performance.timeOrigin + performance.now();
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return now;
  });
}

async function shown(page: Page): Promise<Frame> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
    const panel = page.frames().find((frame) => frame.url().includes('/panel.html'));
    const element = await panel?.frameElement().catch(() => undefined);
    if (panel && (await element?.isVisible().catch(() => false))) {
      await panel.waitForSelector(MAIN_BUTTON);
      return panel;
    }
  }
  throw new Error('the panel did not come');
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
      const main = [...document.querySelectorAll('button')].some((one) => one.textContent?.startsWith('Hand over to'));
      const channel = new MessageChannel();
      // After this task of drawing, the frame is on its way to the screen.
      channel.port1.onmessage = () => {
        if (main) drawn.push(performance.timeOrigin + performance.now());
        if (drawn.length === 0) requestAnimationFrame(note);
      };
      channel.port2.postMessage(0);
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
