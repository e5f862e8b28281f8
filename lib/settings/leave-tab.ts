import { browser } from 'wxt/browser';

/** Closes the tab of the page of ours that asks. The last of its window goes to the dashboard instead: the browser would end. */
export async function leaveTab(): Promise<void> {
  const [own, tabs] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({ currentWindow: true })]);
  if (own?.id !== undefined && tabs.length > 1) await browser.tabs.remove(own.id);
  else location.assign('/dashboard.html');
}
