import { browser } from 'wxt/browser';
import { call } from '../messages/client';
import type { Desk } from '../model/settings';
import type { Purpose } from '../model/wish';
import { hostPattern } from './desk-list';
import { dropWish, grantedWishes, noteWish, patternOf, readWishes } from './wishes';

/** What became of it: allowed and in use, refused by the person, or allowed while the background could not take it up. */
export type Answer = 'on' | 'refused' | 'failed';

/**
 * Asks the browser for the one host that a purpose needs. Called from the press itself, and nothing is awaited before the request: the
 * browser would no longer see that a person asked. The prompt may close the page that asks, so the wish is written down first; whoever
 * comes by next finishes it (`service/hosts.ts`, `takeUp`).
 */
export async function askForHost(purpose: Purpose): Promise<Answer> {
  const wish = { purpose, at: Date.now() };
  const noted = noteWish(purpose, wish.at).catch(() => undefined);
  const granted = await browser.permissions.request({ origins: [patternOf(purpose)] }).catch(() => false);
  await noted;
  if (granted && purpose.for === 'desk') return allowed(purpose);
  // The page that asked for a source is still here, and goes on with it.
  await dropWish(wish).catch(() => undefined);
  return granted ? 'on' : 'refused';
}

/** A page of ours opens: a desk on this host that was asked for and allowed meanwhile is finished. */
export async function takeUp(pattern: string): Promise<void> {
  const [wish] = await readWishes([pattern], Date.now());
  if (wish?.purpose.for === 'desk' && (await browser.permissions.contains({ origins: [pattern] })))
    await allowed(wish.purpose);
}

/** The page that shows what sources bring opens: the address of one that was asked for and allowed meanwhile; null where no such source was asked for. */
export async function sourceToLookAt(): Promise<string | null> {
  for (const wish of await grantedWishes(Date.now())) {
    if (wish.purpose.for !== 'source') continue;
    await dropWish(wish);
    return wish.purpose.url;
  }
  return null;
}

/** Takes a desk away, and with the last desk of its host the browser's permission for it. False where that did not work. */
export async function removeDesk(origin: string, desks: readonly Desk[]): Promise<boolean> {
  const removed = await call('desk/remove', { origin }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!removed) return false;
  const pattern = hostPattern(origin);
  if (desks.some((desk) => desk.origin !== origin && hostPattern(desk.origin) === pattern)) return true;
  // A host that the build itself demands cannot be given back; the desk is gone anyway.
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  return true;
}

function allowed({ origin, site }: Extract<Purpose, { for: 'desk' }>): Promise<Answer> {
  return call('desk/allow', { origin, site }).then(
    ({ ok }) => (ok ? 'on' : 'failed'),
    () => 'failed',
  );
}
