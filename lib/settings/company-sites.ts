import { browser } from 'wxt/browser';
import type { Site } from '../model/site';
import { readSite, type SiteFile } from '../teach/file';

/** What a company's policy holds under this name: a list of sites, each as its file's text, as the file, or alone. */
const KEY = 'sites';
/** So many are looked at. */
const MOST = 100;

/** A site of the policy that cannot be used: which of the list it is, from one on, and why. */
export type BrokenSite = { number: number } & Extract<SiteFile, { ok: false }>;
export type CompanySites = { sites: Site[]; broken: BrokenSite[] };

/** The sites that the person's company gives its people, each checked by itself. None where there is no policy. */
export async function readCompanySites(): Promise<CompanySites> {
  const value = await policy();
  const all = (Array.isArray(value) ? value : value === undefined ? [] : [value]).slice(0, MOST);
  const sites: Site[] = [];
  const broken: BrokenSite[] = [];
  for (const [n, one] of all.entries()) {
    const read = readSite(one);
    if (!read.ok) broken.push({ number: n + 1, ...read });
    else if (!sites.some(({ id }) => id === read.site.id)) sites.push(read.site);
  }
  return { sites, broken };
}

/** Calls back when the policy changes. Returns how to stop. */
export function watchCompanySites(heard: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'managed' && changes[KEY]) heard();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Firefox refuses to read a policy where there is none. */
async function policy(): Promise<unknown> {
  try {
    return (await browser.storage.managed.get(KEY))[KEY];
  } catch {
    return undefined;
  }
}
