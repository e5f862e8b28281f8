import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/server';
import { caseKey } from '../model/case-key';
import type { Handoff } from '../model/handoff';
import type { Landing } from '../model/landing';
import { landingTells } from '../rules/landing';
import type { Signal } from '../rules/life';
import { hostPattern } from '../settings/desk-list';
import { sendingOf, unsettledAt } from '../store/handoffs';
import { injectOverlay } from './inject';
import { sayOn } from './lines';
import { eventOf, lineFor, reached, remember } from './outcome';
import { settle } from './settle';
import { tellTab } from './tell';

/** What the page after a handoff has not proved after this long is not confirmed, in milliseconds. */
const PROVES_WITHIN = 8_000;

/** A page that began to load so soon after a handoff left is the answer to it, in milliseconds: a person who goes elsewhere takes longer. */
const ANSWERS_WITHIN = 3_000;

type Rows = Parameters<Handlers['case/rows']>[0];

/**
 * A tab has a new page of a desk. Handoffs on their way are looked for in its rows: after a bulk update the next page names no case. What
 * left from this tab and is not settled soon is said to be not confirmed.
 */
export async function landed(tab: number, origin: string): Promise<void> {
  const since = Date.now();
  const open = (await unsettledAt(origin)).filter(({ createdAt }) => createdAt < since);
  if (open.length === 0) return;
  await injectOverlay(tab);
  const cases = open.map(({ ref, changes }) => ({ ref, fields: own(changes).map(({ field }) => field) }));
  await tellTab(tab, { tell: 'look-for', cases });
  const mine = open.filter((one) => one.tab === tab && one.state === 'sending');
  if (mine.length > 0)
    setTimeout(
      () =>
        void notConfirmed(
          mine.map(({ id }) => id),
          tab,
        ),
      PROVES_WITHIN,
    );
}

/**
 * Rows that show all that a handoff changes prove it. One that shows something else proves nothing: lists may be old. What left from this tab
 * as a form or link, and is not among the rows, is settled by the page that answers it, as far as that tells.
 */
export async function readRows({ rows, loadedAt, landing }: Rows, tab: number, origin: string): Promise<void> {
  const open = await unsettledAt(origin);
  const moved = await Promise.all(
    open.map((handoff) => {
      const { ref, createdAt } = handoff;
      if (loadedAt < createdAt) return [];
      const values = rows.find((row) => row.ref.kind === ref.kind && row.ref.id === ref.id)?.values ?? {};
      const all = own(handoff.changes);
      const shown = all.filter(({ field }) => values[field] !== undefined);
      const differs = shown.some((change) => !reached(change, values[change.field] ?? ''));
      if (shown.length > 0 && shown.length === all.length && !differs) {
        const proof = handoff.tab === tab ? ('page' as const) : ('visit' as const);
        return settled(handoff.id, 'confirmed', { proof });
      }
      // Of several that left together some may have failed, and a desk may answer them by the very form that they came from.
      const several = open.some(({ id, attempt }) => id !== handoff.id && attempt === handoff.attempt);
      return landing && answers(handoff, loadedAt, tab) ? settledBy(landing, handoff, differs || several) : [];
    }),
  );
  await Promise.all(
    moved
      .flat()
      .filter(({ state }) => state === 'sent')
      .map(remember),
  );
  const line = lineFor(moved.flat(), (landing && landingTells(landing, { apart: false })?.why) ?? '');
  if (line) await sayOn(tab, line);
}

/** Whether the page that a tab loaded then is the desk's answer to this handoff. */
function answers({ state, door, tab: from, createdAt }: Handoff, loadedAt: number, tab: number): boolean {
  const navigated = door === 'form' || door === 'link' || door === 'control';
  return navigated && state === 'sending' && from === tab && loadedAt - createdAt < ANSWERS_WITHIN;
}

async function settledBy(landing: Landing, { id, ref }: Handoff, differs: boolean): Promise<Handoff[]> {
  const { shows } = landing;
  const told = landingTells(landing, { apart: differs || (shows !== undefined && caseKey(shows) === caseKey(ref)) });
  return told ? settled(id, told.signal, { proof: 'page', ...(told.why ? { why: told.why } : {}) }) : [];
}

/**
 * A tab was closed: what left from it and was not settled is not confirmed. A desk's pop-up window closes itself, and the page behind may
 * prove it yet; where none does, the page of the desk that the person looks at says so.
 */
export async function tabClosed(tab: number): Promise<void> {
  const left = await sendingOf(tab);
  const moved = (await Promise.all(left.map(({ id }) => settled(id, 'lost', {})))).flat();
  if (moved.length > 0) setTimeout(() => void sayUnproven(moved), PROVES_WITHIN);
}

async function sayUnproven(moved: readonly Handoff[]): Promise<void> {
  const { origin } = (moved[0] as Handoff).ref;
  const open = await unsettledAt(origin);
  const line = lineFor(open.filter(({ id }) => moved.some((one) => one.id === id)));
  const shown = await browser.tabs.query({ active: true, url: hostPattern(origin) });
  const [seen] = shown
    .filter(({ url }) => url && new URL(url).origin === origin)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (line && seen?.id !== undefined) await sayOn(seen.id, line);
}

async function notConfirmed(ids: readonly string[], tab: number): Promise<void> {
  const moved = (await Promise.all(ids.map((id) => settled(id, 'lost', {})))).flat();
  const line = lineFor(moved);
  if (line) await sayOn(tab, line);
}

function settled(id: string, signal: Signal, how: Parameters<typeof eventOf>[2]) {
  return settle({ handoff: id }, signal, (handoff) => eventOf(handoff, signal, how), '', Date.now());
}

/** What a handoff changes by itself, not what follows from it. */
function own<T extends { implied?: boolean | undefined }>(changes: readonly T[]): T[] {
  return changes.filter(({ implied }) => !implied);
}
