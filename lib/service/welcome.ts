import { browser } from 'wxt/browser';
import { changeSettings, readSettings } from '../settings/settings';

/** Whether this build greets people: those for end-to-end tests do not. */
declare const __BATON_WELCOME__: boolean;

/** Opens the welcome once, when Baton was installed, and never after an update. Once it was opened it does not come again by itself. */
export async function greet({ reason }: { reason: string }): Promise<void> {
  if (!__BATON_WELCOME__ || reason !== 'install' || (await readSettings()).welcomed) return;
  await changeSettings((settings) => ({ ...settings, welcomed: true }));
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
