import { browser } from 'wxt/browser';
import { Settings } from '../model/settings';
import { effective, withIdentity, withoutLocked } from './effective';
import { inTurn } from './in-turn';
import { readPolicy, watchPolicy } from './policy';
import { salvage } from './salvage';

const KEY = 'settings';
/** Every stored value that was found broken, as it was. */
const ASIDE = 'settings-aside';

/** The settings that hold now: the company's policy over what is stored here. A broken stored value is kept aside and its good parts take its place. */
export async function readSettings(): Promise<Settings> {
  return withIdentity(await readToChange());
}

/** The same without what only follows from it, for a page on which a person changes them. */
export async function readToChange(): Promise<Settings> {
  const [stored, { policy }] = await Promise.all([browser.storage.local.get(KEY), readPolicy()]);
  const { settings, whole } = salvage(stored[KEY]);
  return effective(whole ? settings : await inTurn(KEY, repaired), policy);
}

/**
 * Changes what is stored here by a function of what that is, one change after the other. What the company set stays as it is. Throws on what
 * is no valid setting; then nothing changes.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return inTurn(KEY, async () => {
    const [stored, { policy }] = [await repaired(), await readPolicy()];
    const changed = withoutLocked(Settings.parse(change(stored)), stored, policy);
    await browser.storage.local.set({ [KEY]: changed });
    return withIdentity(effective(changed, policy));
  });
}

/** Calls back with the settings that hold whenever they change, in whichever page that happens. Returns how to stop. */
export function watchSettings(heard: (settings: Settings) => void): () => void {
  let watching = true;
  const tell = () =>
    void readSettings().then(
      (settings) => watching && heard(settings),
      () => undefined,
    );
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && changes[KEY]) tell();
  };
  browser.storage.onChanged.addListener(listener);
  const stopPolicy = watchPolicy(tell);
  return () => {
    watching = false;
    browser.storage.onChanged.removeListener(listener);
    stopPolicy();
  };
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
