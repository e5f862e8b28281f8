import { type PageSite, Site } from '../model/site';
import { sharePieces } from './pieces';

/** A site as it goes into a desk's page: checked, and without what only people read. Throws on data that is no site. */
export function runtimeSite(site: Site): PageSite {
  const { reality: _, marks: __, statuses: ___, name: ____, submits: _____, ...data } = Site.parse(site);
  return JSON.parse(JSON.stringify(data, (key, value) => (key === 'seen' ? undefined : value)));
}

/**
 * The parts that only some desks need, as scripts that run between a site's data and the gate. What nobody described may be taught at
 * any moment, to be held at a control too.
 */
export function partsOf({ generic, writes, holdAt, picked, redrawn, sentOnce }: Site): string[] {
  return [
    ...(generic ? ['generic.js'] : []),
    ...(writes.some(({ items }) => items?.graphql) ? ['graphql.js'] : []),
    ...(holdAt || generic ? ['controls.js'] : []),
    ...(picked ? ['picked.js'] : []),
    ...(redrawn || sentOnce ? ['redrawn.js'] : []),
  ];
}

/** The script that brings a site's data into the isolated world, before the gate runs. What stands in it often is written once. */
export function siteScript(site: Site): string {
  let data = JSON.stringify(runtimeSite(site));
  const shared: string[] = [];
  for (const part of repeated(runtimeSite(site))) {
    const name = `$${shared.length}`;
    const times = data.split(part).length - 1;
    if (times * (part.length - name.length) <= part.length + name.length + 2) continue;
    data = data.replaceAll(part, name);
    shared.push(`${name}=${bareKeys(part)}`);
  }
  const names = shared.length > 0 ? `const ${shared.join(',')};` : '';
  const { script, pieces } = sharePieces(`${names}(globalThis.__baton??={sites:[]}).sites.push(${bareKeys(data)})`);
  return `{${pieces.length > 0 ? `const ${pieces.join(',')};` : ''}${script}}\n`;
}

/** JSON as a script writes it: names need no quotes. A quote inside a text has a backslash before it and is never met here. */
function bareKeys(json: string): string {
  return json.replace(/([{,])"([A-Za-z]\w*)":/g, '$1$2:');
}

/** Lists and objects that stand in the data more than once, the longest first. */
function repeated(value: unknown): string[] {
  const counts = new Map<string, number>();
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    const text = JSON.stringify(part);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(value);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([text]) => text)
    .sort((a, b) => b.length - a.length);
}
