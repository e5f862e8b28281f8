import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** What opens Baton, as the manifest names it. */
const COMMAND = '_execute_action';

/** The keys that open Baton, as the person has them now: null where none do, undefined until the browser has said. */
export function useShortcut(): string | null | undefined {
  const [keys, setKeys] = useState<string | null>();
  useEffect(() => {
    const look = () =>
      void browser.commands.getAll().then(
        (all) => setKeys(all.find(({ name }) => name === COMMAND)?.shortcut || null),
        () => undefined,
      );
    look();
    // They are changed on a page of the browser's own, from which one comes back.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return keys;
}

/** Opens the browser's own page on which the keys are chosen. */
export async function openShortcuts(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?(): Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
