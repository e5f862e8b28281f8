import { z } from 'zod';
import type { CaseHandoff } from '../model/attempt';
import { caseKey } from '../model/case-key';
import { handoffsOf } from '../store/handoffs';
import { reached } from './outcome';
import { readTab, type TabHold } from './tab-state';
import { tellTab } from './tell';

/** A page is given this long to show the old value again, in milliseconds. */
const ROLLS_BACK = 1_000;

/** What a page says is shown in its places: no more than this is taken from it. */
const Shown = z.object({ shown: z.array(z.string().max(20_000).nullable()).max(1_000) });

/** A hold was taken back. Where its page goes on showing the change, a line there says what the desk has. */
export function tellStillShown(tab: number, hold: TabHold): void {
  const takenBack = Date.now();
  setTimeout(() => void look(tab, hold, takenBack), ROLLS_BACK);
}

async function look(tab: number, { page, handoffs }: TabHold, takenBack: number): Promise<void> {
  // Who pressed again meanwhile chose it again: it is shown for a reason, and may be saved by now.
  if (await triedAgain(tab, handoffs, takenBack)) return;
  const all = handoffs.flatMap(({ ref, changes }) =>
    changes.filter(({ implied }) => !implied).map((change) => ({ place: { ref, field: change.field }, change })),
  );
  const places = all.map(({ place }) => place);
  const { data } = Shown.safeParse(await tellTab(tab, { tell: 'shown', places }, page));
  const [still] = all.flatMap(({ place, change }, n) => {
    const value = data?.shown[n];
    return value && reached(change, value) && !(change.from && reached({ ...change, to: change.from }, value))
      ? [{ place, value, from: change.from?.label }]
      : [];
  });
  if (!still) return;
  const { place, value, from } = still;
  const subs = [value, ...(from === undefined ? [] : [from])].map((text) => text.slice(0, 300));
  const line = { key: from === undefined ? 'line_still_shown_alone' : 'line_still_shown', subs, tone: 'warn' as const };
  await tellTab(tab, { tell: 'still-shown', line, place, value }, page);
}

async function triedAgain(tab: number, handoffs: readonly CaseHandoff[], since: number): Promise<boolean> {
  const keys = handoffs.map(({ ref }) => caseKey(ref));
  const { holds } = await readTab(tab);
  if (holds.some((hold) => hold.handoffs.some(({ ref }) => keys.includes(caseKey(ref))))) return true;
  const sent = (await Promise.all(keys.map(handoffsOf))).flat();
  return sent.some(({ createdAt }) => createdAt >= since);
}
