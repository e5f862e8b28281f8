import type { z } from 'zod';
import type { Playbook } from '../model/playbook';
import {
  type BrokenPart,
  NO_POLICY,
  type Policy,
  type PolicyPart,
  PolicyParts,
  type PolicyRead,
} from '../model/policy';
import type { Site } from '../model/site';
import { readPlaybooks } from '../playbooks/file';
import { readSite } from '../teach/file';

/** Larger than a hundred playbooks that people wrote, in characters of JSON. */
const LARGEST = 4_000_000;
/** So many names are looked at. */
const MOST = 50;

/** How deep an entry stands that can be left out by itself; where none can, the whole part is. What is in files is read entry by entry too. */
const ENTRIES: Partial<Record<PolicyPart, number>> = {
  desks: 1,
  identity: 1,
  roster: 1,
  modes: 1,
  off: 2,
};
/** Lists that may be given as one entry alone. */
const LISTS: readonly PolicyPart[] = ['playbooks', 'sites'];
/** What is text, and never the JSON of something else. */
const TEXTS: readonly PolicyPart[] = ['playbooksUrl', 'whenUnsure'];

/** Takes down that something cannot be used, and why. */
type Says = (why: string, more?: Omit<BrokenPart, 'part' | 'why'>) => void;

/** A policy from what the browser gives: each part by itself, and of a list each entry. Never throws. */
export function policyFrom(given: unknown): PolicyRead {
  const policy: Policy = { ...NO_POLICY };
  const broken: BrokenPart[] = [];
  for (const [name, value] of Object.entries(isRecord(given) ? given : {}).slice(0, MOST)) {
    if (value === null || value === undefined) continue;
    if (!Object.hasOwn(PolicyParts, name)) broken.push({ part: name.slice(0, 64), why: 'unknown' });
    else readPart(name as PolicyPart, value, policy, broken);
  }
  return { policy, broken };
}

function readPart(part: PolicyPart, value: unknown, policy: Policy, broken: BrokenPart[]): void {
  const says: Says = (why, more = {}) => {
    broken.push({ part, why, ...more });
  };
  try {
    const whole = JSON.stringify(value).length > LARGEST ? undefined : unpacked(part, value);
    if (whole === undefined) {
      says(typeof value === 'string' && value.length <= LARGEST ? 'not-json' : 'too-big');
      return;
    }
    const read = entries(part, whole, says);
    if (read === undefined) return;
    if (part === 'playbooks') policy.playbooks = playbooksOf(read as unknown[], says);
    else if (part === 'sites') policy.sites = sitesOf(read as unknown[], says);
    else if (part === 'off') policy.off = { ...NO_POLICY.off, ...(read as Partial<Policy['off']>) };
    // An empty list or group sets nothing.
    else if (typeof read !== 'object' || Object.keys(read as object).length > 0)
      Object.assign(policy, { [part]: read });
  } catch {
    // Deeper than anything that can be walked through.
    says('broken');
  }
}

/** What stands in a text of JSON; undefined where it should and is none. */
function unpacked(part: PolicyPart, value: unknown): unknown {
  const isJson = typeof value === 'string' && /^\s*[[{]/.test(value);
  if (TEXTS.includes(part) || !isJson) return LISTS.includes(part) && !Array.isArray(value) ? [value] : value;
  // The text of one file: read as that, so that it is known on which line it is wrong.
  if (LISTS.includes(part) && /^\s*\{/.test(value)) return [value];
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The part without the entries that cannot be used, each of which is said; undefined where nothing of it can be. */
function entries(part: PolicyPart, value: unknown, says: Says): unknown {
  const shape = PolicyParts[part] as z.ZodType;
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const depth = ENTRIES[part] ?? 0;
  const wrong = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'unknown' }))
      : [{ path: issue.path, message: issue.message }],
  );
  for (const { path, message } of wrong.slice(0, MOST))
    says('broken', { ...(path.length > 0 ? { at: placeIn(path) } : {}), detail: message.slice(0, 200) });
  if (depth === 0 || wrong.some(({ path }) => path.length === 0)) return undefined;
  const rest = shape.safeParse(
    without(
      value,
      wrong.map(({ path }) => path.slice(0, depth)),
    ),
  );
  return rest.success ? rest.data : undefined;
}

function playbooksOf(given: readonly unknown[], says: Says): Playbook[] {
  const all: Playbook[] = [];
  for (const [n, one] of given.entries()) {
    const read = readPlaybooks(one);
    if (!read.ok) {
      const { ok: _, why, line, at, detail } = read;
      says(why, {
        at: at ? `[${n}] ${at}` : `[${n}]`,
        ...(line && typeof one === 'string' ? { line } : {}),
        ...(detail ? { detail } : {}),
      });
    } else
      for (const playbook of read.playbooks) {
        if (all.some(({ id }) => id === playbook.id)) says('twice', { at: `[${n}]`, detail: playbook.id });
        else all.push(playbook);
      }
  }
  return all;
}

function sitesOf(given: readonly unknown[], says: Says): Site[] {
  const all: Site[] = [];
  for (const [n, one] of given.entries()) {
    const read = readSite(one);
    if (!read.ok) {
      const { why, at, detail } = read;
      says(why, { at: at ? `[${n}] ${at}` : `[${n}]`, ...(detail ? { detail } : {}) });
    } else if (all.some(({ id }) => id === read.site.id)) says('twice', { at: `[${n}]`, detail: read.site.id });
    else all.push(read.site);
  }
  return all;
}

/** A value without what stands at these paths. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const gone = (key: PropertyKey) => paths.some((path) => path.length === 1 && path[0] === key);
  const inside = (key: PropertyKey) =>
    paths.flatMap((path) => (path.length > 1 && path[0] === key ? [path.slice(1)] : []));
  if (Array.isArray(value)) return value.flatMap((one, n) => (gone(n) ? [] : [without(one, inside(n))]));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (gone(key) ? [] : [[key, without(one, inside(key))]])),
  );
}

/** ["features", 1] → "features[1]" */
function placeIn(path: readonly PropertyKey[]): string {
  return path
    .map((step, n) => (typeof step === 'number' ? `[${step}]` : `${n > 0 ? '.' : ''}${String(step)}`))
    .join('')
    .slice(0, 200);
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
