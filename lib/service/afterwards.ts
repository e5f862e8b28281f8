import { browser } from 'wxt/browser';
import { z } from 'zod';
import { Line } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef } from '../model/case';
import { sightingsOf } from '../store/sightings';
import { sayHere } from './lines';

/** A line about a page that was left, for whoever reads the next one. */
const Waiting = z.object({ tab: z.number(), origin: z.string(), line: Line });
type Waiting = z.infer<typeof Waiting>;

const NAME = 'afterwards';
/** Nobody reads more. */
const MOST = 10;
/** The page after may have been there before this was known: it is looked for once more so much later, in milliseconds. */
const LATE = 1_000;

let turn: Promise<unknown> = Promise.resolve();

/** Says a line about a handoff on the next page of its tab or, once that is closed, on the next page of its desk. It outlives the worker, not the browser. */
export async function sayAfterwards(tab: number, key: string, handoffs: readonly CaseHandoff[]): Promise<void> {
  const [first] = handoffs;
  if (!first) return;
  const { origin, id } = first.ref;
  const to = (first.changes.find(({ field }) => field === 'team') ?? first.changes[0])?.to.label ?? '';
  const subs = [to, first.title ?? (await titleOf(first.ref)) ?? `#${id}`].map((text) => text.slice(0, 300));
  await change((all) => [...all, { tab, origin, line: { key, subs, tone: 'warn' as const } }].slice(-MOST));
  setTimeout(() => void sayWaiting(tab, origin), LATE);
}

/** A page of a desk is there: what waits for it is said. */
export async function sayWaiting(tab: number, origin: string): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  if (!open.has(tab)) return;
  let mine: Waiting[] = [];
  await change((all) => {
    mine = all.filter((one) => one.origin === origin && (one.tab === tab || !open.has(one.tab)));
    return all.filter((one) => !mine.includes(one));
  });
  // One line has room: the newest.
  const last = mine.at(-1);
  if (last) await sayHere(tab, last.line);
}

async function titleOf(ref: CaseRef): Promise<string | undefined> {
  const [seen] = await sightingsOf([ref]).catch(() => []);
  return seen?.snapshot?.fields.find(({ field }) => field === 'subject')?.value;
}

/** One change after the other. */
function change(by: (all: Waiting[]) => Waiting[]): Promise<void> {
  const next = turn.then(async () => {
    const stored = (await browser.storage.session.get(NAME))[NAME];
    const all = z.array(Waiting).safeParse(stored ?? []).data ?? [];
    const changed = by(all);
    if (changed.length > 0 || all.length > 0) await browser.storage.session.set({ [NAME]: changed });
  });
  turn = next.catch(() => undefined);
  return next;
}
