import { type PageSite, Site } from '../model/site';

/** A site as it goes into a desk's page: checked, and without what only people read. Throws on data that is no site. */
export function runtimeSite(site: Site): PageSite {
  const { reality: _, marks: __, statuses: ___, name: ____, submits: _____, ...data } = Site.parse(site);
  return JSON.parse(JSON.stringify(data, (key, value) => (key === 'seen' ? undefined : value)));
}

/**
 * The parts that only some desks need, as scripts that run between a site's data and the gate. What nobody described may be taught at
 * any moment, to be held at a control too.
 */
export function partsOf({ generic, writes, holdAt, picked }: Site): string[] {
  return [
    ...(generic ? ['generic.js'] : []),
    ...(writes.some(({ items }) => items?.graphql) ? ['graphql.js'] : []),
    ...(holdAt || generic ? ['controls.js'] : []),
    ...(picked ? ['picked.js'] : []),
  ];
}

/**
 * The script that brings a site's data into the isolated world, before the gate runs. A text that the browser parses as JSON is there in
 * half the time of the same data as program.
 */
export function siteScript(site: Site): string {
  const data = JSON.stringify(runtimeSite(site)).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `(globalThis.__baton??={sites:[]}).sites.push(JSON.parse('${data}'))\n`;
}
