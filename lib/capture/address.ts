/** Reads addresses by the patterns of a site's data. Pure. */

/** The parameters of an address. Request Tracker's own links separate them with `;`. */
export function queryOf(url: URL): Map<string, string[]> {
  const all = new URLSearchParams(url.search.replaceAll(';', '&'));
  return new Map([...all.keys()].map((name) => [name, all.getAll(name)]));
}

/**
 * Matches a path with a pattern of segments (`/api/cases/:id`); gives what the named ones stand for, or null.
 * With `anyBase` the pattern may stand after a path of the installation's own: `/rt/Ticket/Display.html`.
 */
export function matchPath(pattern: string, pathname: string, anyBase = false): Record<string, string> | null {
  const wanted = segments(pattern);
  let found = segments(pathname);
  if (found.length < wanted.length || (!anyBase && found.length > wanted.length)) return null;
  found = found.slice(found.length - wanted.length);
  const params: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const have = found[i] ?? '';
    if (want.startsWith(':')) {
      if (!have) return null;
      params[want.slice(1)] = decode(have);
    } else if (want !== have) return null;
  }
  return params;
}

/** The path before the matched pattern: where the installation lives. */
export function baseOf(pattern: string, pathname: string): string {
  const extra = segments(pathname).length - segments(pattern).length;
  return extra > 0 ? `/${segments(pathname).slice(0, extra).join('/')}` : '';
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

function segments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
