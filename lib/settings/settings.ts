import { browser } from 'wxt/browser';
import { Settings } from '../model/settings';
import { inTurn } from './in-turn';
import { salvage } from './salvage';

const KEY = 'settings';
/** Every stored value that was found broken, as it was. */
const ASIDE = 'settings-aside';

/** The settings now. A broken stored value is kept aside and its good parts take its place. */
export async function readSettings(): Promise<Settings> {
  const { settings, whole } = salvage((await browser.storage.local.get(KEY))[KEY]);
  return whole ? settings : inTurn(KEY, repaired);
}

/** Changes the settings by a function of what they are, one change after the other. Throws on what is no valid setting; then nothing changes. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return inTurn(KEY, async () => {
    const changed = Settings.parse(change(await repaired()));
    await browser.storage.local.set({ [KEY]: changed });
    return changed;
  });
}

/** Calls back with the settings whenever they change, in whichever page that happens. Returns how to stop. */
export function watchSettings(heard: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[KEY]) heard(salvage(changes[KEY].newValue).settings);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** What was kept aside, for export. */
export async function settingsAside(): Promise<unknown[]> {
  const kept = (await browser.storage.local.get(ASIDE))[ASIDE];
  return Array.isArray(kept) ? kept : [];
}

/** Reads inside the turn; original first, then the good parts: stopping in between loses nothing. */
async function repaired(): Promise<Settings> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const { settings, whole } = salvage(stored);
  if (whole) return settings;
  await browser.storage.local.set({ [ASIDE]: [...(await settingsAside()), { at: Date.now(), value: stored }] });
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}
