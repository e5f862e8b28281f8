import { browser } from 'wxt/browser';
import type { Line } from '../messages/protocol';
import type { Desk } from '../model/settings';
import { canFire, type Holds, holdsOf } from '../rules/can-fire';
import { hostPattern } from '../settings/desk-list';
import { readSettings } from '../settings/settings';
import { isTaught } from '../settings/taught';
import { siteTaught } from './gate-memory';
import { sayHere } from './lines';
import { playbooksInForce } from './playbooks';

/** What can be held on each site's desks (`wxt.config.ts`). */
declare const __BATON_HOLDS__: Record<string, Holds>;

/** So many playbooks are named; the line is read in passing. */
const NAMED = 3;

const key = (origin: string) => `greet:${origin}`;
let turn: Promise<unknown> = Promise.resolve();

/** A desk was just allowed: each page of it that is open now says so, once it runs; where none is open, the next that is. */
export async function noteGreeting(origin: string): Promise<void> {
  const tabs = await tabsOf(origin);
  await inOrder(() => browser.storage.session.set({ [key(origin)]: tabs }));
}

/** A page of a desk runs in a tab. If the desk was just allowed, the page says that Baton is on, and what it will hold. Once for each tab. */
export async function greetTab(tab: number, origin: string): Promise<void> {
  const wanted = await inOrder(async () => {
    const waiting = (await browser.storage.session.get(key(origin)))[key(origin)];
    if (!Array.isArray(waiting) || (waiting.length > 0 && !waiting.includes(tab))) return false;
    const others = waiting.filter((one) => one !== tab);
    if (others.length > 0) await browser.storage.session.set({ [key(origin)]: others });
    else await browser.storage.session.remove(key(origin));
    return true;
  });
  const desk = wanted && (await readSettings()).desks.find((one) => one.origin === origin);
  if (desk) await sayHere(tab, await greetingOf(desk));
}

/** The line: the playbooks that can hold something on this desk, by name, or that Baton only reads there. */
export async function greetingOf({ origin, site }: Desk): Promise<Line> {
  const [{ armed }, { roster }, holds] = await Promise.all([
    playbooksInForce(origin),
    readSettings(),
    heldOn(origin, site),
  ]);
  const tone = 'good';
  if (Object.keys(holds).length === 0) return { key: 'line_on_reads', subs: [], tone };
  const names = armed.filter((one) => canFire(one, holds, roster.length > 0)).map(({ name }) => name);
  if (names.length === 0) return { key: 'line_on_none', subs: [], tone };
  const more = names.length - NAMED;
  const list = names
    .slice(0, NAMED)
    .map((name) => (name.length > 80 ? `${name.slice(0, 79)}…` : name))
    .join(' · ');
  return more > 0 ? { key: 'line_on_more', subs: [list, String(more)], tone } : { key: 'line_on', subs: [list], tone };
}

async function heldOn(origin: string, site: string): Promise<Holds> {
  if (!isTaught(site)) return __BATON_HOLDS__[site] ?? {};
  const taught = await siteTaught(site, origin);
  return taught ? holdsOf(taught) : {};
}

async function tabsOf(origin: string): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: hostPattern(origin) }).catch(() => []);
  return tabs.flatMap(({ id, url }) => (id !== undefined && url && new URL(url).origin === origin ? [id] : []));
}

function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const next = turn.then(work);
  turn = next.catch(() => undefined);
  return next;
}
