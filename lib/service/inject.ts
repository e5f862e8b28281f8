import { browser } from 'wxt/browser';
import type { Line } from '../messages/protocol';
import { markTab } from './icon';
import { tellTab } from './tell';

/** The overlay of a page, once: a page that has it lets a second copy end at once. */
export async function injectOverlay(tab: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: ['/overlay.js'] });
  } catch {
    await markTab(tab, 'unjudged');
  }
}

/** Says a line on a tab's page. A list or any other page without a case has no overlay until it is needed. */
export async function sayOn(tab: number, line: Line): Promise<void> {
  await injectOverlay(tab);
  await tellTab(tab, { tell: 'line', line });
}
