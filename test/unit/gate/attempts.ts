import { changesIn, type Surroundings, writesAt } from '../../../lib/gate/writes';
import type { Attempt, CaseChange, Door } from '../../../lib/model/attempt';
import type { PageSite, Site } from '../../../lib/model/site';
import { practice as practiceSite } from '../../../lib/sites/practice/site';
import { requestTracker } from '../../../lib/sites/request-tracker/site';
import { runtimeSite } from '../../../lib/sites/runtime';

/** The sites as they go into a page. */
export const rt: PageSite = runtimeSite(requestTracker);
export const practice: PageSite = runtimeSite(practiceSite);
export const everySite: readonly Site[] = [requestTracker, practiceSite];

export const RT = 'https://rt.example/rt';
export const DESK = 'http://127.0.0.1:18090';

/** What a page might know: by default nothing but who is signed in, and what a form came with. */
export function around(more: Partial<Surroundings> = {}): Surroundings {
  return {
    origin: 'null',
    label: () => undefined,
    before: (_, __, drawn) => drawn && { value: drawn },
    me: () => 'amara',
    ...more,
  };
}

type Sent = { door?: Door; method?: string; fields?: Record<string, string | string[]> } & Partial<Attempt>;

/** An attempt with url-encoded fields, as a form or a script sends it. */
export function attempt(url: string, { fields, ...more }: Sent = {}): Attempt {
  const all = Object.entries(fields ?? {}).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]);
  return {
    door: 'form',
    method: 'POST',
    url,
    body: fields ? { as: 'fields', fields: Object.fromEntries(all), files: [] } : { as: 'none' },
    ...more,
  };
}

/** What a site's writes make of an attempt. */
export function changes(site: PageSite, made: Attempt, about: Surroundings = around()): CaseChange[] {
  return changesIn(made, writesAt(site, made.door, made.method, made.url), about);
}

/** The names of the site's writes that an address and method may be. */
export function matchedIds(site: PageSite, door: Door, method: string, url: string): string[] {
  return writesAt(site, door, method, url).map(({ write }) => write.id);
}
