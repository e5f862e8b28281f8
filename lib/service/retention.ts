import { browser } from 'wxt/browser';
import { z } from 'zod';
import { readSettings } from '../settings/settings';
import { forgetBefore } from '../store/forget';

const KEY = 'forgotten';
const Last = z.object({ at: z.number(), days: z.number() });
const DAY = 24 * 60 * 60_000;

/** Forgets what is older than the settings let be kept: once a day, and at once where they let less be kept. In: now, in milliseconds. */
export async function forgetOld(now: number): Promise<void> {
  const { keepDays: days } = await readSettings();
  if (days === 0) return;
  const { data: last } = Last.safeParse((await browser.storage.local.get(KEY))[KEY]);
  // A clock that was set back would wait for ever.
  if (last && last.days === days && now - last.at < DAY && last.at <= now) return;
  await forgetBefore(now - days * DAY);
  await browser.storage.local.set({ [KEY]: { at: now, days } });
}
