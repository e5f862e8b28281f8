// A page of the desk with a script of its own, as a hostile desk or an old page library would have it.
import type { Page } from '@playwright/test';
import { open, PRACTICE_URL } from './practice.ts';

/** Serves case 1 with a script of the page's own at its very beginning, and without the desk's policy against such scripts. */
export async function withScript<T>(page: Page, script: (arg: T) => void, arg: T): Promise<void> {
  await page.route(`${PRACTICE_URL}/case/1`, async (route) => {
    const answer = await route.fetch();
    const { 'content-security-policy': _, ...headers } = answer.headers();
    const text = `<script>globalThis.caught = []; (${script})(${JSON.stringify(arg)})</script>`;
    await route.fulfill({ response: answer, headers, body: (await answer.text()).replace('<head>', `<head>${text}`) });
  });
  await open(page, '/case/1');
  await page.waitForSelector('baton-overlay', { state: 'attached' });
}
