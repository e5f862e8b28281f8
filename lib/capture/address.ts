/** Reads addresses by the patterns of a site's data. Pure. */

/** The parameters of an address, behind its number sign too (`#id=42&model=crm.lead`). Request Tracker's own links separate them with `;`. */
export function queryOf(url: URL): Map<string, string[]> {
  const all = new Map<string, string[]>();
  // Its `keys` are not to be walked from a content script of Firefox.
  for (const [name, value] of new URLSearchParams(`${url.search.replaceAll(';', '&')}&${url.hash.slice(1)}`))
    all.set(name, [...(all.get(name) ?? []), value]);
  return all;
}

const compiled = new Map<string, RegExp>();

/**
 * Matches a path with a pattern of segments: `/api/cases/:id`, `/views/:view/:#id`, `/inbox/*` and more after it. Gives what the named
 * parts stand for, or null. With `anyBase` the pattern may stand after a path of the installation's own: `/rt/Ticket/Display.html`.
 */
export function matchPath(pattern: string, pathname: string, anyBase = false): Record<string, string> | null {
  const found = execPath(pattern, pathname, anyBase);
  return found && Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, part]) => [name, decode(part)]));
}

/** The path before the matched pattern: where the installation lives; null where the pattern does not match. */
export function baseOf(pattern: string, pathname: string): string | null {
  return execPath(pattern, pathname, true)?.[1]?.replace(/\/$/, '') ?? null;
}

function execPath(pattern: string, pathname: string, anyBase: boolean): RegExpExecArray | null {
  const key = `${anyBase}${pattern}`;
  let wanted = compiled.get(key);
  if (!wanted) {
    const inside = pattern
      .replace(/\/$/, '')
      .replace(/[.()|+?^$[\]{}\\]/g, '\\$&')
      .replace(/\/\*/g, '(?:/.*)?')
      .replace(/:(#?)(\w+)/g, (_, number, name) => `(?<${name}>${number ? '\\d' : '[^/]'}+)`);
    wanted = new RegExp(`^${anyBase ? '(.*)' : ''}${inside}/?$`);
    compiled.set(key, wanted);
  }
  return wanted.exec(pathname.replace(/\/+/g, '/'));
}

/** True when a host is the named one, port included. A star stands for one label or part of one, never for a dot: `*.example.com`. */
export function isHost(name: string, host: string): boolean {
  return new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^.:]+')}$`).test(host);
}

/** True when every named parameter has one of the values asked for (any value, where none is named). */
export function hasAll(
  wanted: Record<string, string[]> | undefined,
  have: (name: string) => string[] | undefined,
): boolean {
  return Object.entries(wanted ?? {}).every(([name, allowed]) => {
    const values = have(name) ?? [];
    return allowed.length > 0 ? values.some((value) => allowed.includes(value)) : values.length > 0;
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
