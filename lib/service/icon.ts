import { browser } from 'wxt/browser';
import { sayIfKnown } from '../words/say';
import { changeTab } from './tab-state';

/** Marks the icon of a tab where something went by unjudged or unrecorded, on this page and on its next; the title says what. */
export async function markTab(tab: number, why: string): Promise<void> {
  if (tab < 0) return;
  await showMark(tab, why);
  await changeTab(tab, (state) => ({ ...state, mark: why }));
}

/** Shows a mark on the page that the tab has now. */
export async function showMark(tab: number, why: string): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#9a5b00' });
    await browser.action.setBadgeText({ tabId: tab, text: '!' });
    await browser.action.setTitle({
      tabId: tab,
      title: sayIfKnown(`icon_${why.replaceAll('-', '_')}`) ?? sayIfKnown('icon_unjudged') ?? why,
    });
  } catch {
    // The tab is gone.
  }
}
