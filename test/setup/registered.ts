// Waiting until Baton watches its desks: a page that loads before has no gate yet.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Launched } from './browsers.ts';

/** Resolves once the background has registered its scripts; throws after `within` milliseconds. */
export async function untilRegistered(launched: Launched, within = 30_000): Promise<void> {
  for (const end = Date.now() + within; Date.now() < end; await sleep(50)) {
    const worker = await launched.serviceWorker();
    const count = await worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
    if (count > 1) return;
  }
  throw new Error('Baton did not register its scripts in time: look at the extension’s service worker for its error.');
}
