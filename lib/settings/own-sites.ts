import type { Site } from '../model/site';
import { readPolicy, watchPolicy } from './policy';
import { readTaught, watchTaught } from './taught';

/** The sites that do not come with Baton: what people taught on this machine or brought in, and what their company gives them; `off` are those that it switched off. */
export type OwnSites = { taught: Site[]; company: Site[]; off: string[] };

export async function readOwn(): Promise<OwnSites> {
  const [taught, { policy }] = await Promise.all([readTaught(), readPolicy()]);
  return { taught, company: policy.sites, off: policy.off.sites };
}

/** All of them that are in use: a company's stands for one of the same name. */
export function inUse({ taught, company, off }: OwnSites): Site[] {
  const all = [...company, ...taught.filter(({ id }) => !company.some((one) => one.id === id))];
  return all.filter(({ id }) => !off.includes(id));
}

/** Whether a site is one that a person may teach anew: taught here, and not given by the company. */
export function isPersons({ taught, company }: OwnSites, site: string): boolean {
  const has = (sites: readonly Site[]) => sites.some(({ id }) => id === site);
  return has(taught) && !has(company);
}

/** Calls back whenever any of them changes. Returns how to stop. */
export function watchOwn(heard: () => void): () => void {
  const stops = [watchTaught(heard), watchPolicy(heard)];
  return () => {
    for (const stop of stops) stop();
  };
}
