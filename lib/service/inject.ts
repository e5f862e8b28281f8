import { browser } from 'wxt/browser';
import type { TabMessage } from '../messages/protocol';
import { isPractice } from '../model/practice';
import { markTab } from './icon';
import { tellTab } from './tell';

/** The overlay of a page, once: a page that has it lets a second copy end at once. `page` is the document that is meant, where that is known. */
export async function injectOverlay(tab: number, page?: string): Promise<void> {
  if (await bringsItsOwn(tab)) return void (await tellTab(tab, { tell: 'overlay' }, page));
  try {
    const only = page ? { documentIds: [page] } : { frameIds: [0] };
    await browser.scripting.executeScript({ target: { tabId: tab, ...only }, files: ['/overlay.js'] });
  } catch {
    await markTab(tab, 'unjudged');
  }
}

/** No script can be brought into a page of ours: the practice page does it itself. */
async function bringsItsOwn(tab: number): Promise<boolean> {
  const known = await browser.tabs.get(tab).catch(() => undefined);
  return isPractice({ origin: known?.url ?? '' });
}

/** Tells the overlay of a tab. A list or any other page without a case has none until it is needed: then it answers nothing, and is brought. */
export async function tellOverlay(tab: number, message: TabMessage, page?: string): Promise<void> {
  if (await tellTab(tab, message, page)) return;
  await injectOverlay(tab, page);
  await tellTab(tab, message, page);
}
