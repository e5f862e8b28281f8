import type { Handlers } from '../messages/server';
import type { Signal } from '../rules/life';
import { sendingOf, settle, unsettledAt } from '../store/handoffs';
import { injectOverlay, sayOn } from './inject';
import { eventOf, lineFor, reached, remember } from './outcome';
import { tellTab } from './tell';

/** What the page after a handoff has not proved after this long is not confirmed, in milliseconds. */
const PROVES_WITHIN = 8_000;

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

/** Rows that show all that a handoff changes prove it. One that shows something else proves nothing: lists may be old. */
export async function readRows({ rows, loadedAt }: Rows, tab: number, origin: string): Promise<void> {
  const open = await unsettledAt(origin);
  const moved = await Promise.all(
    open.map((handoff) => {
      const { ref, createdAt } = handoff;
      const shown = rows.find((row) => row.ref.kind === ref.kind && row.ref.id === ref.id)?.values;
      const all = own(handoff.changes);
      const done = all.length > 0 && all.every((change) => reached(change, shown?.[change.field] ?? ''));
      if (!shown || !done || loadedAt < createdAt) return [];
      const proof = handoff.tab === tab ? ('page' as const) : ('visit' as const);
      return settled(handoff.id, 'confirmed', { proof });
    }),
  );
  await Promise.all(moved.flat().map(remember));
  const line = lineFor(moved.flat());
  if (line) await sayOn(tab, line);
}

/** A tab was closed: what left from it and was not settled is not confirmed. */
export async function tabClosed(tab: number): Promise<void> {
  for (const { id } of await sendingOf(tab)) await settled(id, 'lost', {});
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
