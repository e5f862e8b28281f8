import { browser } from 'wxt/browser';
import { readSettings } from './settings';

/** Where gates look before the background has answered them (`lib/gate/background.ts`). */
const KEY = 'unsure';

/** Writes down what holds where Baton cannot judge, settings and policy taken together: gates have no room to work that out. */
export async function noteUnsure(): Promise<void> {
  const [{ whenUnsure }, stored] = await Promise.all([readSettings(), browser.storage.local.get(KEY)]);
  if (stored[KEY] !== whenUnsure) await browser.storage.local.set({ [KEY]: whenUnsure });
}
