// A template in force and alone, as somebody makes it who wants it; and the picture of what its sender sees.
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import type { Baton } from './harness.ts';

/** Only this one of Baton's own playbooks holds, and no other. */
export async function armed(baton: Baton, playbook: string): Promise<void> {
  const off = ['support-to-engineering', 'sales-to-onboarding'].filter((id) => id !== playbook);
  await baton.settings({
    modes: [{ playbook, mode: 'armed', since: 0 }, ...off.map((id) => ({ playbook: id, mode: 'off', since: 0 }))],
  });
}

/** Attaches a picture to the test, and keeps it in the folder that BATON_PICTURES names, for the documentation. */
export async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  const folder = process.env['BATON_PICTURES'];
  const body = await page.screenshot(folder ? { path: join(folder, `${name}.png`) } : {});
  await info.attach(name, { body, contentType: 'image/png' });
}
