import { Site } from '../model/site';

export type SiteFile =
  | { ok: true; site: Site }
  | {
      ok: false;
      why: 'not-json' | 'not-baton' | 'newer' | 'broken' | 'too-big' | 'not-taught';
      at?: string;
      detail?: string;
    };

/** Of characters; a site that a person taught has some thousands. */
export const FILE_LIMIT = 256_000;
const VERSION = 1;
const KIND = 'site';
/** Of each list of a site, at most: a file comes from anybody. */
const MOST = 200;
/** A site is not deeper than this. */
const DEEPEST = 12;

/** A taught site as a file that can be sent to others. */
export function writeSiteFile(site: Site): string {
  return `${JSON.stringify({ baton: KIND, version: VERSION, site }, null, 2)}\n`;
}

/**
 * Reads a file that somebody gave. `at` says where in it something is wrong: "fields[2].tries[0].css". `finds` tries a selector and throws
 * where it is none; without it (where there is no document) selectors are bounded alone.
 */
export function readSiteFile(text: string, finds?: (css: string) => void): SiteFile {
  if (text.length > FILE_LIMIT) return { ok: false, why: 'too-big' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-json' };
  }
  return isRecord(file) && file.baton === KIND ? inFile(file, finds) : { ok: false, why: 'not-baton' };
}

/** A site as a company's policy may hold it: the text of its file, what stands in that, or the site alone. */
export function readSite(value: unknown, finds?: (css: string) => void): SiteFile {
  if (typeof value === 'string') return readSiteFile(value, finds);
  return isRecord(value) && 'baton' in value ? inFile(value, finds) : siteIn(value, finds);
}

function inFile({ baton, version, site }: Record<string, unknown>, finds?: (css: string) => void): SiteFile {
  if (baton !== KIND || typeof version !== 'number') return { ok: false, why: 'not-baton' };
  return version > VERSION ? { ok: false, why: 'newer' } : siteIn(site, finds);
}

function siteIn(value: unknown, finds?: (css: string) => void): SiteFile {
  const long = tooMuch(value, '');
  if (long) return broken(long, 'too much');
  const read = Site.safeParse(value);
  if (!read.success) {
    const [first] = read.error.issues;
    return broken(placeIn(first?.path ?? []), first?.message);
  }
  const site = read.data;
  if (!/^taught-[a-z0-9-]{1,57}$/.test(site.id) || site.generic) return { ok: false, why: 'not-taught', at: 'id' };
  if (site.hosts.length === 0 || site.hosts.some((host) => host.includes('*'))) return broken('hosts');
  const wild = patternsIn(site).find(([, pattern]) => !isTame(pattern));
  if (wild) return broken(...wild);
  const bad = finds && selectorsIn(site, '').find(([, css]) => !isSelector(css, finds));
  return bad ? broken(...bad) : { ok: true, site };
}

function broken(at: string, detail?: string): SiteFile {
  return { ok: false, why: 'broken', at, ...(detail === undefined ? {} : { detail: detail.slice(0, 100) }) };
}

function patternsIn({ pages, writes }: Site): [string, string][] {
  return [
    ...pages.flatMap(({ path, hash }, n): [string, string][] => [
      [`pages[${n}].path`, path],
      ...(hash === undefined ? [] : [[`pages[${n}].hash`, hash] as [string, string]]),
    ]),
    ...writes.flatMap(({ path, hosts = [] }, n): [string, string][] => [
      [`writes[${n}].path`, path],
      ...hosts.map((host, at): [string, string] => [`writes[${n}].hosts[${at}]`, host]),
    ]),
  ];
}

/** A pattern with many parts that vary side by side could be made to cost a page seconds: none of ours has more than two in a part. */
function isTame(pattern: string): boolean {
  const parts = pattern.split('/');
  return (
    parts.every((part) => part.split(/[:*]/).length <= 3 && !/:#?\w+:/.test(part)) && pattern.split('*').length <= 2
  );
}

/** Where a site's data holds selectors: by the names of the places. */
const SELECTORS = new Set([
  'css',
  'anchor',
  'container',
  'not',
  'options',
  'row',
  'entry',
  'head',
  'editor',
  'open',
  'internal',
  'withForms',
  'of',
]);

function selectorsIn(node: unknown, at: string): [string, string][] {
  if (Array.isArray(node)) return node.flatMap((one, n) => selectorsIn(one, `${at}[${n}]`));
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([name, value]): [string, string][] => {
    const to = at === '' ? name : `${at}.${name}`;
    return typeof value === 'string' ? (SELECTORS.has(name) ? [[to, value]] : []) : selectorsIn(value, to);
  });
}

/** `>>>` parts a selector at shadow roots, and `:id` in one stands for the case's. */
function isSelector(css: string, finds: (css: string) => void): boolean {
  try {
    for (const part of css.split('>>>')) finds(part.replaceAll(/:id(?!\w)/g, '0'));
    return true;
  } catch {
    return false;
  }
}

/** The first place that holds more than any site does. */
function tooMuch(node: unknown, at: string, depth = 0): string | null {
  if (depth > DEEPEST) return at.slice(0, 100);
  if (Array.isArray(node)) {
    if (node.length > MOST) return at || 'site';
    for (const [n, one] of node.entries()) {
      const found = tooMuch(one, `${at}[${n}]`, depth + 1);
      if (found) return found;
    }
  } else if (isRecord(node)) {
    for (const [name, value] of Object.entries(node)) {
      const found = tooMuch(value, at === '' ? name : `${at}.${name}`, depth + 1);
      if (found) return found;
    }
  }
  return null;
}

/** ["fields", 2, "tries", 0, "css"] → "fields[2].tries[0].css" */
function placeIn(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>(
      (at, step) => (typeof step === 'number' ? `${at}[${step}]` : at === '' ? String(step) : `${at}.${String(step)}`),
      '',
    ) || 'site'
  );
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
