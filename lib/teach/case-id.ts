import { queryOf } from '../capture/address';
import { KEY, NAMED, WITHIN } from '../capture/generic/key';
import type { SitePage } from '../model/site';
import { decode, patternOf } from './path-pattern';

/** A part of an address that may be the case's id: `where` is the address around it, "/tickets/…". */
export type IdPart = { id: string; where: string };
type Guess = IdPart & { likely: number };

/** Parameters that tell one page, or one request, of a desk from others at the same path: `index.php?module=Cases&action=DetailView`. */
const TELLING =
  /^(module|action|mod|act|do|cmd|command|op|operation|method|route|controller|task|model|entity|etn|pagetype|object|func|event)$/i;
const WORD = /^[A-Za-z][\w.:/-]{0,59}$/;
/** An id of letters and digits, or of letters in both cases alone. */
const MIXED = /^(?=.*\d)(?=.*[a-z])[\w-]{6,64}$|^(?=.*[a-z][A-Z])(?=.*[A-Z][a-z])[A-Za-z]{12,64}$/;
const LONGEST_ID = 128;

/** The parts of an address that may be the case's id, the likeliest first; none where it is no address. */
export function idsIn(address: string): IdPart[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  const all = [...inQuery(url), ...inParts(url.pathname, ''), ...inParts(routeOf(url), '#')]
    .filter(({ id }) => id !== '' && id.length <= LONGEST_ID)
    .sort((a, b) => b.likely - a.likely);
  return all.filter(({ id }, n) => all.findIndex((one) => one.id === id) === n).map(({ id, where }) => ({ id, where }));
}

/** The page of a site that an address is, when this part of it is the case's id; null where the id does not stand in it. */
export function pagePath(address: string, id: string): Pick<SitePage, 'path' | 'hash' | 'query' | 'case'> | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const path = patternOf(url.pathname, { id });
  const bare = patternOf(url.pathname, {});
  const route = patternOf(routeOf(url), { id });
  if (!path || !bare || !route) return null;
  const query = queryOf(url);
  const named = [...query].find(([, values]) => values[0] === id);
  if (named && (NAMED.test(named[0]) || !(path.found.length > 0 || route.found.length > 0))) {
    const more = { ...tellingQuery(query, id), [named[0]]: [] };
    return { path: bare.pattern, query: more, case: { query: named[0] } };
  }
  const told = tellingQuery(query, id);
  const more = Object.keys(told).length > 0 ? { query: told } : {};
  if (route.found.length > 0) return { path: bare.pattern, hash: route.pattern, ...more, case: { path: 'id' } };
  return path.found.length > 0 ? { path: path.pattern, ...more, case: { path: 'id' } } : null;
}

/** The parameters that tell this address from others at the same path, with their values; never what varies from case to case. */
export function tellingQuery(query: ReadonlyMap<string, string[]>, id: string): Record<string, string[]> {
  const told: [string, string[]][] = [];
  for (const [name, values] of query)
    if (TELLING.test(name) && values.length === 1 && values[0] !== id && WORD.test(values[0] ?? ''))
      told.push([name, values]);
  return Object.fromEntries(told);
}

function inQuery(url: URL): Guess[] {
  return [...queryOf(url)].flatMap(([name, values]): Guess[] => {
    const [id = ''] = values;
    const likely =
      NAMED.test(name) && /^(?=.*\d)[\w.-]{1,64}$/.test(id) ? 5 : KEY.test(id) ? 2 : MIXED.test(id) ? 1 : 0;
    return likely > 0 ? [{ id, where: `?${name}=…`, likely }] : [];
  });
}

function inParts(path: string, sign: string): Guess[] {
  const parts = path.split('/').filter(Boolean);
  return parts.flatMap((part, n): Guess[] => {
    const text = decode(part).replace(/\.(html?|php|aspx?|jsp|do|json)$/i, '');
    const [, after, before] = WITHIN.exec(text) ?? [];
    const inside = after ?? before;
    const id = inside ?? text;
    const versioned = /^(api|rest|v|version)$/i.test(parts[n - 1] ?? '');
    const likely = inside || KEY.test(text) ? (versioned ? 1 : 3) : MIXED.test(text) ? 2 : 0;
    const around = (list: string[]) => list.map((one) => `/${decode(one)}`).join('');
    const where = `${sign}${around(parts.slice(0, n))}/…${around(parts.slice(n + 1))}`;
    return likely > 0 ? [{ id, where, likely: likely + n / 100 }] : [];
  });
}

/** The path that some desks write behind the number sign: `#/ticket/zoom/118`. */
function routeOf({ hash }: URL): string {
  return /^#!?\//.test(hash) ? `/${hash.slice(1)}` : '';
}
