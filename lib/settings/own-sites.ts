import type { Site } from '../model/site';
import { type CompanySites, readCompanySites, watchCompanySites } from './company-sites';
import { readTaught, watchTaught } from './taught';

/** The sites that do not come with Baton: what people taught on this machine or brought in, and what their company gives them. */
export type OwnSites = { taught: Site[]; company: CompanySites };

export async function readOwn(): Promise<OwnSites> {
  const [taught, company] = await Promise.all([readTaught(), readCompanySites()]);
  return { taught, company };
}

/** All of them that are in use: a company's stands for one of the same name. */
export function inUse({ taught, company: { sites } }: OwnSites): Site[] {
  return [...sites, ...taught.filter(({ id }) => !sites.some((one) => one.id === id))];
}

/** Whether a site is one that a person may teach anew: taught here, and not given by the company. */
export function isPersons({ taught, company }: OwnSites, site: string): boolean {
  const has = (sites: readonly Site[]) => sites.some(({ id }) => id === site);
  return has(taught) && !has(company.sites);
}

/** Calls back whenever any of them changes. Returns how to stop. */
export function watchOwn(heard: () => void): () => void {
  const stops = [watchTaught(heard), watchCompanySites(heard)];
  return () => {
    for (const stop of stops) stop();
  };
}
