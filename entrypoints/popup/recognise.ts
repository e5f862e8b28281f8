import { isHost } from '../../lib/capture/address';
import type { Site } from '../../lib/model/site';
import { hostPattern } from '../../lib/settings/desk-list';

/** What the browser tells of a page before anything of it is read. */
export type Page = { origin: string; host: string; hostname: string; pattern: string };

/** The page of a tab; null for what is no web page. `pattern` asks for exactly this host: permissions carry no port. */
export function pageOf(url: string | undefined): Page | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { origin, host, hostname, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { origin, host, hostname, pattern: hostPattern(origin) };
}

/** The site of a host that belongs to it by name, port included; a star in the name is one label. Equal, never alike. */
export function siteByHost(sites: readonly Site[], { host }: Page): Site | undefined {
  return sites.find(({ hosts }) => hosts.some((name) => isHost(name, host)));
}

/** Sites that people host themselves and that are known by marks on the page. One without marks would fit every page. */
export function markedSites(sites: readonly Site[]): Site[] {
  return sites.filter(({ marks }) => marks.length > 0);
}

/** Runs in the page: which of these lists are there in full. Alone, without anything from outside itself. */
export function marksFound(lists: string[][]): boolean[] {
  return lists.map((list) => {
    try {
      return list.length > 0 && list.every((css) => document.querySelector(css) !== null);
    } catch {
      return false;
    }
  });
}

/** Of the sites whose marks are all there, the one that named the most. */
export function siteByMarks(marked: readonly Site[], found: readonly boolean[]): Site | undefined {
  return marked.filter((_, index) => found[index]).sort((a, b) => b.marks.length - a.marks.length)[0];
}
