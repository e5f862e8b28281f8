import type { Desk } from '../model/settings';
import { hostPattern } from '../settings/desk-list';
import { isTaught } from '../settings/taught';

/** What else a site's pages need (lib/sites/runtime.ts): the worker knows desks by name alone, their data goes into pages only. */
declare const __BATON_PARTS__: Record<string, string[]>;

/** The site whose data goes into pages. What a person taught comes by message: until it is there, the page is one that nobody described. */
export const fileOf = (site: string) => (isTaught(site) ? 'generic' : site);

/** One gate and one wire for each host; the gate comes first, with the data of every site on that host. */
export function scriptsFor(desks: readonly Desk[]) {
  const hosts = new Map<string, Set<string>>();
  for (const { origin, site } of desks)
    hosts.set(hostPattern(origin), (hosts.get(hostPattern(origin)) ?? new Set()).add(site));
  const common = {
    runAt: 'document_start' as const,
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  return [...hosts].flatMap(([pattern, sites]) => [
    // Chromium runs what is registered in the order of the ids, Firefox in the order of the list (lib/README.md, the trial).
    {
      ...common,
      id: `10-gate ${pattern}`,
      matches: [pattern],
      js: [
        ...new Set([...sites].sort().map((site) => `sites/${fileOf(site)}.js`)),
        ...new Set([...sites].flatMap((site) => __BATON_PARTS__[fileOf(site)] ?? [])),
        'gate.js',
      ],
    },
    { ...common, id: `20-wire ${pattern}`, matches: [pattern], js: ['wire.js'], world: 'MAIN' as const },
  ]);
}
