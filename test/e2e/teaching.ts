// How a person teaches Baton a page: the popup, the frame that leads them, and clicks on the page, each press counted.
import type { Frame, Page } from '@playwright/test';
import { type Baton, expect } from './harness.ts';
import { openPopup } from './popup.ts';

export interface Teacher {
  page: Page;
  /** What the person pressed to teach: on buttons of Baton's, and on the page to point. */
  presses(): number;
  lead(): Promise<Frame>;
  /** Presses a button of the frame that leads. */
  press(name: RegExp): Promise<void>;
  /** Begins to watch: what leaves once it says so is seen. */
  watch(): Promise<void>;
  /** Points at a place of the page for a field. */
  pointAt(field: string, css: string, reads: string): Promise<void>;
}

/** Allows the page in the popup and begins the lesson, from the first press on Baton's icon. */
export async function beginTeaching(baton: Baton, page: Page): Promise<Teacher> {
  const popup = await openPopup(baton, page);
  await expect.poll(() => popup.text()).toContain('Baton does not know this desk');
  const loaded = page.waitForEvent('load');
  await popup.press('Read this page');
  await loaded;
  await expect.poll(() => popup.text()).toContain('Teach Baton this page');
  await popup.press('Teach Baton this page');
  return teacherOn(page, 3);
}

/** Begins anew on a page that was taught before. */
export async function teachAnew(baton: Baton, page: Page): Promise<Teacher> {
  const popup = await openPopup(baton, page);
  await expect.poll(() => popup.text()).toContain('Teach it anew');
  await popup.press('Teach it anew');
  return teacherOn(page, 2);
}

/** The person at work in the frame that leads them. `count`: what they pressed before. */
function teacherOn(page: Page, begun: number): Teacher {
  let count = begun;
  const lead = () => leadOf(page);
  return {
    page,
    presses: () => count,
    lead,
    async press(name) {
      await (await lead()).getByRole('button', { name }).click();
      count += 1;
    },
    async watch() {
      await this.press(/^Start watching/);
      await expect((await lead()).getByText('Watching. Now hand the case over on the page.')).toBeVisible();
    },
    async pointAt(field, css, reads) {
      const row = rowOf(await lead(), field);
      await row.getByRole('button', { name: /^Point/ }).click();
      await expect(row.getByText('Now click it on the page.')).toBeVisible();
      await clickOn(page, css);
      count += 2;
      await expect(row).toContainText(reads);
    },
  };
}

/** A field's row in the first step. */
export const rowOf = (lead: Frame, field: string) =>
  lead.locator('.row').filter({ has: lead.locator('.row-name', { hasText: new RegExp(`^${field}$`) }) });

/** Clicks where a part of the page stands, whatever lies over it. */
export async function clickOn(page: Page, css: string): Promise<void> {
  const box = await page.locator(css).boundingBox();
  if (!box) throw new Error(`${css} is not on the page`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The frame that leads, once it shows a step. */
export async function leadOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().includes('/lesson.html'));
  await expect.poll(() => find() !== undefined, { message: 'the frame that leads' }).toBe(true);
  const frame = find() as Frame;
  await expect(frame.locator('.lead-title')).toBeVisible();
  return frame;
}

export const teaches = (page: Page) => page.locator('baton-teach').count();

/** The person allowed this desk without Baton knowing it. Returns how to make it known again, for browsers that several tests share. */
export async function asUnknown(
  baton: Pick<Baton, 'inWorker' | 'settings'>,
  origin: string,
): Promise<() => Promise<void>> {
  const desks = await baton.inWorker(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    return (settings as { desks: { origin: string; site: string }[] }).desks;
  });
  await baton.settings({ desks: desks.map((one) => (one.origin === origin ? { origin, site: 'generic' } : one)) });
  return async () => {
    await baton.settings({ desks });
    await baton.inWorker(() => chrome.storage.local.remove('taught-sites'));
  };
}

/** Points at what the unknown desk's case shows, and goes on. */
export async function teachFields(teacher: Teacher): Promise<void> {
  const lead = await teacher.lead();
  await expect(lead.locator('.row').first()).toContainText('Crane 4 stops in rain');
  await teacher.pointAt('Team', '#crew', 'Support');
  await teacher.pointAt('Owner', '.holder', 'Tom Vega');
  await teacher.press(/go on$/);
}
