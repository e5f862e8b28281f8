import { browser } from 'wxt/browser';
import { type Purpose, Wish } from '../model/wish';
import { hostPattern } from './desk-list';

/**
 * A wish counts for this long, in milliseconds. Nobody hears a refusal when the prompt has closed the popup that asked: by its age
 * such a wish is known, and a later grant of the same host does not fulfil it.
 */
export const WISH_LIFE = 10 * 60_000;

/** Each host has one: whoever asks for a host again means what they asked for last. */
const PREFIX = 'wish ';
const keyOf = (pattern: string): string => PREFIX + pattern;

/** The host that is asked for, as the browser's pattern. */
export function patternOf(purpose: Purpose): string {
  return hostPattern(new URL(purpose.for === 'desk' ? purpose.origin : purpose.url).origin);
}

/**
 * Writes down what a person wants. The browser has it when this returns, before it is asked for the host, and keeps it when the page
 * that asks is closed by the prompt.
 */
export function noteWish(purpose: Purpose, at: number): Promise<void> {
  return browser.storage.local.set({ [keyOf(patternOf(purpose))]: { purpose, at } satisfies Wish });
}

/** The wishes for these hosts that still count. Those that are too old, or were not written by `noteWish`, are removed. */
export async function readWishes(patterns: readonly string[], now: number): Promise<Wish[]> {
  return sorted(await browser.storage.local.get(patterns.map(keyOf)), now);
}

/** The wishes for hosts that the browser allows now. */
export async function grantedWishes(now: number): Promise<Wish[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return readWishes(origins, now);
}

/** Removes what does not count any more, whatever its host. */
export async function forgetOldWishes(now: number): Promise<void> {
  const stored = await browser.storage.local.get(null);
  await sorted(Object.fromEntries(Object.entries(stored).filter(([key]) => key.startsWith(PREFIX))), now);
}

/** The wish is fulfilled, or refused. One of the same host that was made since stays. */
export async function dropWish({ purpose, at }: Wish): Promise<void> {
  const key = keyOf(patternOf(purpose));
  const { data } = Wish.safeParse((await browser.storage.local.get(key))[key]);
  if (data?.at === at) await browser.storage.local.remove(key);
}

async function sorted(stored: Record<string, unknown>, now: number): Promise<Wish[]> {
  const good: Wish[] = [];
  const bad: string[] = [];
  for (const [key, value] of Object.entries(stored)) {
    const { data } = Wish.safeParse(value);
    // A clock that was set back would keep a wish for ever.
    const counts = data && key === keyOf(patternOf(data.purpose)) && data.at <= now && now - data.at <= WISH_LIFE;
    if (counts) good.push(data);
    else bad.push(key);
  }
  if (bad.length > 0) await browser.storage.local.remove(bad);
  return good;
}
