import { browser } from 'wxt/browser';
import { sayIfKnown } from '../words/say';
import { changeTab } from './tab-state';

/**
 * Marks the icon of a tab where something went by unjudged or unrecorded, on this page and on its next, until somebody looks; the title
 * says what. `why` is what the popup adds.
 */
export async function markTab(tab: number, code: string, why?: string): Promise<void> {
  if (tab < 0) return;
  await showMark(tab, code);
  await changeTab(tab, (state) => ({ ...state, mark: { code, ...(why ? { why } : {}), pages: 0 } }));
}

/** Somebody looked: the mark has done what it is for. */
export async function unmarkTab(tab: number): Promise<void> {
  await changeTab(tab, ({ mark: _, ...state }) => state);
  try {
    await browser.action.setBadgeText({ tabId: tab, text: '' });
    await browser.action.setTitle({ tabId: tab, title: '' });
  } catch {
    // The tab is gone.
  }
}

/** Shows a mark on the page that the tab has now. */
export async function showMark(tab: number, why: string): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#9a5b00' });
    await browser.action.setBadgeText({ tabId: tab, text: '!' });
    await browser.action.setTitle({
      tabId: tab,
      // Without words (`words/lost.ts`) the icon keeps Baton's name.
      title: sayIfKnown(`icon_${why.replaceAll('-', '_')}`) ?? sayIfKnown('icon_unjudged') ?? '',
    });
  } catch {
    // The tab is gone.
  }
}
