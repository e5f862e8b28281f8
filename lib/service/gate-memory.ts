import { browser } from 'wxt/browser';
import type { GateMemory } from '../messages/protocol';
import type { Word } from '../model/case';
import { isPractice, PRACTICE_SITE } from '../model/practice';
import type { Site } from '../model/site';
import { hostPattern } from '../settings/desk-list';
import { inUse, readOwn } from '../settings/own-sites';
import { readSettings } from '../settings/settings';
import { isTaught } from '../settings/taught';
import { runtimeSite } from '../sites/runtime';
import { wordsOf } from '../store/directory';
import { inTime } from './in-time';
import { playbooksInForce } from './playbooks';

/** What the gates of an origin judge from. */
export async function gateMemory(origin: string): Promise<GateMemory> {
  const [settings, allowed, { armed, shadow }, words] = await Promise.all([
    readSettings(),
    isAllowed(origin),
    playbooksInForce(origin),
    learnedWords(origin),
  ]);
  const site = isPractice({ origin })
    ? PRACTICE_SITE
    : (allowed && settings.desks.find((desk) => desk.origin === origin)?.site) || null;
  const taught = site && isTaught(site) ? await siteTaught(site, origin) : undefined;
  return {
    // What is gone, or names this host no more, leaves a desk that nobody described.
    site: site && isTaught(site) && !taught ? 'generic' : site,
    ...(taught ? { taught: runtimeSite(taught) } : {}),
    // A change that both name is the one's that holds.
    playbooks: [...armed, ...shadow].map(({ id, trigger }) => ({ id, trigger })),
    lets: [...armed.filter(({ onMissing }) => onMissing === 'warn'), ...shadow].map(({ id }) => id),
    roster: settings.roster,
    whenUnsure: settings.whenUnsure,
    ...(words.length > 0 ? { words } : {}),
  };
}

/** A desk that is remembered counts only while the browser lets Baton read it. */
async function isAllowed(origin: string): Promise<boolean> {
  return !/^https?:/.test(origin) ? false : browser.permissions.contains({ origins: [hostPattern(origin)] });
}

/** As many as a gate may be told: the newest. What a page lists itself has no other id than the word. */
const MOST_WORDS = 500;

/** The words that people chose ids by on a desk; none where the store does not answer, and ids are ids again. */
async function learnedWords(origin: string): Promise<Word[]> {
  const words = await inTime(wordsOf(origin)).catch(() => []);
  return words
    .filter(({ id, label }) => id !== label)
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_WORDS)
    .map(({ field, id, label }) => ({ field, id, label }));
}

/** What was taught holds on the hosts that it names, port included, and on no other. */
export async function siteTaught(site: string, origin: string): Promise<Site | undefined> {
  const { host } = new URL(origin);
  return inUse(await readOwn()).find(({ id, hosts }) => id === site && hosts.includes(host));
}
