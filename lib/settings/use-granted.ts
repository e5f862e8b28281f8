import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { hostPattern } from './desk-list';

/** Which of these origins the browser lets Baton read, live; null until it has said. */
export function useGranted(origins: readonly string[]): ReadonlySet<string> | null {
  const [granted, setGranted] = useState<ReadonlySet<string> | null>(null);
  const key = origins.join(' ');
  useEffect(() => {
    let stale = false;
    const has = async (origin: string) =>
      (await browser.permissions.contains({ origins: [hostPattern(origin)] })) ? [origin] : [];
    const look = () =>
      void Promise.all(key.split(' ').filter(Boolean).map(has)).then(
        (all) => stale || setGranted(new Set(all.flat())),
        () => undefined,
      );
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      stale = true;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [key]);
  return granted;
}
