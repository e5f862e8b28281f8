import { browser } from 'wxt/browser';
import { Site } from '../model/site';
import { inTurn } from './in-turn';

const KEY = 'taught-sites';
/** What was stored and is no site any more, as it was. */
const ASIDE = 'taught-sites-aside';

/** What a person taught Baton of a desk has an id that begins so: no site that comes with Baton does. */
export const TAUGHT = 'taught-';
export const isTaught = (id: string): boolean => id.startsWith(TAUGHT);

/** The sites that people taught on this machine, or brought in. What is no site is left out, and kept aside at the next change. */
export async function readTaught(): Promise<Site[]> {
  return sorted(await stored()).good;
}

/** Keeps a site, in the place of one of the same id. Throws on what is no taught site; then nothing changes. */
export function saveTaught(site: unknown): Promise<Site> {
  return inTurn(KEY, async () => {
    const fresh = Site.parse(site);
    if (!isTaught(fresh.id)) throw new Error(`a taught site's id begins with "${TAUGHT}"`);
    await write((before) => [...before.filter(({ id }) => id !== fresh.id), fresh]);
    return fresh;
  });
}

export function removeTaught(id: string): Promise<void> {
  return inTurn(KEY, () => write((before) => before.filter((site) => site.id !== id)));
}

/** Calls back whenever the taught sites change, in whichever page that happens. Returns how to stop. */
export function watchTaught(heard: (sites: Site[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[KEY]) heard(sorted(changes[KEY].newValue).good);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

async function write(change: (before: Site[]) => Site[]): Promise<void> {
  const { good, broken } = sorted(await stored());
  if (broken.length > 0) {
    const kept = (await browser.storage.local.get(ASIDE))[ASIDE];
    await browser.storage.local.set({ [ASIDE]: [...(Array.isArray(kept) ? kept : []), ...broken] });
  }
  await browser.storage.local.set({ [KEY]: change(good) });
}

async function stored(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

function sorted(value: unknown): { good: Site[]; broken: unknown[] } {
  const good: Site[] = [];
  const broken: unknown[] = [];
  for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) {
    const read = Site.safeParse(one);
    if (read.success && isTaught(read.data.id)) good.push(read.data);
    else broken.push(one);
  }
  return { good, broken };
}
