// The same desk in a browser without Baton: what the desk receives there is what it must receive with Baton, byte for byte.
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../../setup/browsers.ts';
import { PRACTICE_URL, test as practice, resetDesk } from '../practice.ts';
import { type Received, received } from '../received.ts';

export const test = practice.extend<
  { plainly(path: string, act: (page: Page) => Promise<void>): Promise<Received[]> },
  { plain: Browser }
>({
  plain: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: (await ensureBrowser()).path });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  /** Does something without Baton, on a desk that is put back before and after. */
  plainly: async ({ plain, desk }, use) => {
    await use(async (path, act) => {
      const page = await plain.newPage({ viewport: { width: 1400, height: 900 } });
      await page.goto(PRACTICE_URL + path);
      await act(page);
      await practice.expect.poll(async () => (await desk.writes()).length).toBe(1);
      const found = await received(desk);
      await page.close();
      await resetDesk();
      return found;
    });
  },
});
