import { browser } from 'wxt/browser';
import { call } from '../../lib/messages/client';
import type { Desk } from '../../lib/model/settings';
import { hostPattern } from '../../lib/settings/desk-list';

/** Takes a desk away, and with the last desk of its host the browser's permission for it. False where that did not work. */
export async function removeDesk(origin: string, desks: readonly Desk[]): Promise<boolean> {
  const removed = await call('desk/remove', { origin }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!removed) return false;
  const pattern = hostPattern(origin);
  if (desks.some((desk) => desk.origin !== origin && hostPattern(desk.origin) === pattern)) return true;
  // A host that the build itself demands cannot be given back; the desk is gone all the same.
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  return true;
}
