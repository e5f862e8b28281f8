import { browser } from 'wxt/browser';
import type { PageState } from '../../components/popup/page-state';
import { call } from '../../lib/messages/client';
import { mayUse } from '../../lib/model/policy';
import type { Site } from '../../lib/model/site';
import { takeUp } from '../../lib/settings/allow';
import { inUse, isPersons, type OwnSites, readOwn } from '../../lib/settings/own-sites';
import { readPolicy } from '../../lib/settings/policy';
import { readSettings } from '../../lib/settings/settings';
import { isTaught } from '../../lib/settings/taught';
import { sites as all } from '../../lib/sites/all';
import { healthOf } from '../../lib/store/health';
import { markedSites, marksFound, type Page, pageOf, siteByHost, siteByMarks } from './recognise';

/** The active tab's page, with what is needed to allow it or leave it. `site` is absent where nothing can be read, and where it is on. */
export type ActivePage = {
  state: PageState;
  page?: Page;
  site?: Site;
  tab?: number;
};

const NONE: OwnSites = { taught: [], company: [], off: [] };

/** Looks at the active tab. The browser tells its address because the person opened the popup on it. */
export async function activePage(): Promise<ActivePage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const page = pageOf(tab?.url);
  if (!page || tab?.id === undefined) return { state: { is: 'none' } };
  const { host } = page;
  await takeUp(page.pattern).catch(() => undefined);
  const { policy } = await readPolicy();
  if (!mayUse(policy, page.origin)) return { state: { is: 'barred', host: page.hostname } };
  const desk = (await readSettings()).desks.find(({ origin }) => origin === page.origin);
  const others = await readOwn().catch(() => NONE);
  const own = inUse(others);
  const sites = all.filter(({ id }) => mayUse(policy, page.origin, id));
  const chosen = desk && [...own, ...sites].find(({ id }) => id === desk.site);
  // What was taught and is gone leaves a desk that nobody described.
  const of = chosen ?? (desk && isTaught(desk.site) ? sites.find(({ generic }) => generic) : undefined);
  // What people taught of this very host says more than the page by itself.
  const taught = desk && !of?.generic ? undefined : siteByHost(own, page);
  // The person may have taken the host back in the browser's own settings: then it is asked for again.
  if (desk && !taught && (await browser.permissions.contains({ origins: [page.pattern] }))) {
    const name = of?.generic ? null : (of?.name ?? desk.site);
    // What the background knows of this very page; where it does not answer, how the desk was last read.
    const known = await call('tab/look', { tab: tab.id }, 1_000).catch(() => null);
    const health = known ? known.health : await healthOf(page.origin).catch(() => null);
    const mark = known?.mark ? { mark: known.mark } : {};
    const how = of?.generic ? ('first' as const) : isPersons(others, desk.site) ? ('anew' as const) : undefined;
    const teach = how && !policy.off.features.includes('teach') ? { teach: how } : {};
    return { state: { is: 'on', host, desk: name, health, ...mark, ...teach }, page, tab: tab.id };
  }
  const site = taught ?? of ?? siteByHost(sites, page) ?? (await siteOnPage(tab.id, sites));
  if (!site) return { state: { is: 'unknown', host: page.hostname } };
  return {
    state: { is: 'known', host: page.hostname, desk: site.generic ? null : site.name },
    page,
    site,
    tab: tab.id,
  };
}

/** The site whose marks are all on the page, else the one for pages that nobody described. */
async function siteOnPage(tabId: number, sites: readonly Site[]): Promise<Site | undefined> {
  const marked = markedSites(sites);
  const args: [string[][]] = [marked.map(({ marks }) => marks.map(({ css }) => css))];
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: marksFound, args });
    const found = siteByMarks(marked, (answer?.result as boolean[] | undefined) ?? []);
    return found ?? sites.find(({ generic }) => generic);
  } catch {
    // Pages of the browser's own store and the like let nobody look.
    return undefined;
  }
}
