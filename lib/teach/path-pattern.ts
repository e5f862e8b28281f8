import { KEY } from '../capture/generic/key';

/** What the site's data takes of a path, at most. */
const LONGEST = 200;
/** "/api/2/", "/v/3/": a number that is no record's. */
const VERSIONED = /^(api|rest|v|version)$/i;
/** "printer-on-fire": the case's title, as addresses write it. */
const SLUG = /-[^-]+-/;

/** A path as a site's data writes it, and which of the named texts stand in it. */
export type PathPattern = { pattern: string; found: string[] };

/**
 * The pattern of a path in which some texts vary: `{ id: '118' }` makes `/tickets/118.json` to `/tickets/:#id.json`. Other parts that look
 * like the number of a record vary too. Null where it is longer than a pattern may be.
 */
export function patternOf(path: string, named: Readonly<Record<string, string>>): PathPattern | null {
  const parts = path.split('/').filter(Boolean);
  const made = parts.map((part): string | null => (/[:*]/.test(part) ? '' : null));
  const found: string[] = [];
  let from = -1;
  for (const [name, text] of Object.entries(named)) {
    // The last: `/projects/7/tickets/7` shows a ticket.
    const at = parts.findLastIndex((part, n) => made[n] === null && withName(part, name, text) !== null);
    if (at < 0) continue;
    made[at] = withName(parts[at] as string, name, text);
    found.push(name);
    from = name === 'id' ? at : from;
  }
  let others = 0;
  const whole = parts.map((part, n) => {
    if (made[n]) return made[n];
    const record = KEY.test(decode(part)) && !VERSIONED.test(parts[n - 1] ?? '');
    const title = from >= 0 && n > from && SLUG.test(part);
    if (made[n] === null && !record && !title) return part;
    others += 1;
    return `:${/^\d+$/.test(part) ? '#' : ''}p${others}`;
  });
  const pattern = `/${whole.join('/')}`;
  return pattern.length > LONGEST ? null : { pattern, found };
}

/** One part of a path with a text in it under a name; null where it does not stand there by itself: "118" is not in "1180". */
function withName(part: string, name: string, text: string): string | null {
  const mark = `:${/^\d+$/.test(text) ? '#' : ''}${name}`;
  if (decode(part) === text) return mark;
  const at = /^[\w-]+$/.test(text) ? new RegExp(`(?<![A-Za-z\\d])${text}(?![A-Za-z\\d])`).exec(part) : null;
  if (!at) return null;
  const [before, after] = [part.slice(0, at.index), part.slice(at.index + text.length)];
  // A key with a dash in it ends nowhere: `OPS-12-more`; and two parts that vary need something between them that does not.
  if (!/^\d+$/.test(text) && !/^(\.\w{2,5})?$/.test(after)) return null;
  if (after.startsWith('_')) return null;
  return before + mark + (/^-./.test(after) ? '-:title' : after);
}

/** A part of an address as people read it. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
