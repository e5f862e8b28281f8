import type { CaseRef } from '../model/case';
import type { Locator, PageSite, SitePage } from '../model/site';
import { baseOf, hasAll, matchPath, queryOf } from './address';
import { readFirst } from './read';

export type PageHit = { page: SitePage; ref: CaseRef | null };

/** Which of the site's pages an address is, and which case it shows, by the page below `root` where the address does not tell; null for a page that the site does not name. */
export function pageOf(site: PageSite, address: string, root?: ParentNode): PageHit | null {
  const url = new URL(address);
  const query = queryOf(url);
  for (const page of site.pages) {
    const params = paramsOf(page, url, site);
    if (!params || !hasAll(page.query, (name) => query.get(name)) || (page.not && root?.querySelector(page.not)))
      continue;
    const told = (page.case && idAt(page.case, params, query)) ?? site.reads?.id(url);
    const id = told ?? (root && page.caseShown && readFirst(root, page.caseShown)?.text);
    const ref = id && page.kind ? { origin: url.origin, kind: page.kind, id } : null;
    return { page: isWritten(root) ? { id: page.id, path: page.path, shows: [] } : page, ref };
  }
  return null;
}

/**
 * A window without an address that another page wrote into has that page's address: it is about the same case, and shows nothing
 * of it. In a frame such a document is part of the page.
 */
function isWritten(root: ParentNode | undefined): boolean {
  const window = (root as Partial<Document> | undefined)?.defaultView;
  return window != null && window === window.top && window.navigation?.currentEntry === null;
}

/** What the named parts of a path and hash stand for, of a page or a write; null where the address is not its. */
export function paramsOf(
  { path, hash }: Pick<SitePage, 'path' | 'hash'>,
  url: URL,
  { anyBase }: PageSite,
): Record<string, string> | null {
  const params = matchPath(path, url.pathname, anyBase);
  // A desk may put more behind it: where to go back to.
  const more = params && hash ? matchPath(hash, `/${url.hash.slice(1).split('?')[0]}`) : {};
  return params && more && { ...params, ...more };
}

function idAt(place: Locator, params: Record<string, string>, query: Map<string, string[]>): string | undefined {
  if ('path' in place) return params[place.path];
  if ('query' in place) return query.get(place.query)?.[0];
  return undefined;
}

/** The address where a case is read, under the same base as the page it was met on; null where the site names none. */
export function caseAddress(site: PageSite, ref: CaseRef, met: string): string | null {
  const pattern = site.caseUrl[ref.kind];
  if (!pattern) return null;
  const url = new URL(met);
  // What else the address names (an account, a portal) is the same as on the page.
  const params = { ...site.pages.map((page) => paramsOf(page, url, site)).find(Boolean), id: ref.id };
  let told = true;
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const part = (params as Record<string, string>)[name];
    told &&= part !== undefined;
    return encodeURIComponent(part ?? '');
  });
  return told ? ref.origin + (site.anyBase ? baseAt(site, met) : '') + path : null;
}

function baseAt(site: PageSite, address: string): string {
  const { pathname } = new URL(address);
  for (const { path } of [...site.pages, ...site.writes])
    if (baseOf(path, pathname) !== null) return baseOf(path, pathname) ?? '';
  return '';
}
