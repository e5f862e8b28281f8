import { browser } from 'wxt/browser';
import type { PanelNews, TabMessage } from '../messages/protocol';

/**
 * Tells a page of a tab: its top frame, unless `to` is the number of another frame, or the name of the document that is meant and of no other.
 * Undefined when nobody listens there.
 */
export async function tellTab<T = unknown>(
  tab: number,
  message: TabMessage,
  to: number | string = 0,
): Promise<T | undefined> {
  try {
    const only = typeof to === 'string' ? { documentId: to } : { frameId: to };
    return (await browser.tabs.sendMessage(tab, message, only)) as T;
  } catch {
    return undefined;
  }
}

/** Tells all frames of a tab; those that do not listen are passed over, and nobody's answer is waited for. */
export async function tellFrames(tab: number, message: TabMessage): Promise<void> {
  await browser.tabs.sendMessage(tab, message).catch(() => undefined);
}

/** Tells every tab, but for the one that knows; pages that do not listen are passed over. */
export async function tellAllTabs(message: TabMessage, but?: number): Promise<void> {
  await Promise.all((await openTabs()).map((tab) => (tab === but ? undefined : tellTab(tab, message))));
}

/**
 * Tells every open panel. To Firefox a page of ours in a desk's frame is a part of its tab, to Chromium one of the extension's
 * own pages: each is reached its own way.
 */
export async function tellPanels(news: PanelNews): Promise<void> {
  const sends = import.meta.env.FIREFOX
    ? (await openTabs()).map((tab) => browser.tabs.sendMessage(tab, news))
    : [browser.runtime.sendMessage(news)];
  // Nobody there to hear it is no failure.
  await Promise.allSettled(sends);
}

async function openTabs(): Promise<number[]> {
  return (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id]));
}
