import { z } from 'zod';
import type { CaseHandoff } from '../model/attempt';
import { reached } from './outcome';
import { tellTab } from './tell';

/** A page is given this long to show the old value again, in milliseconds. */
const ROLLS_BACK = 1_000;

/** What a page says is shown in its places: no more than this is taken from it. */
const Shown = z.object({ shown: z.array(z.string().max(20_000).nullable()).max(1_000) });

/** A change was taken back. Where the page goes on showing it, a line on the page says what the desk has. */
export function tellStillShown(tab: number, handoffs: readonly CaseHandoff[]): void {
  setTimeout(() => void look(tab, handoffs), ROLLS_BACK);
}

async function look(tab: number, handoffs: readonly CaseHandoff[]): Promise<void> {
  const all = handoffs.flatMap(({ ref, changes }) =>
    changes.filter(({ implied }) => !implied).map((change) => ({ place: { ref, field: change.field }, change })),
  );
  const places = all.map(({ place }) => place);
  const { data } = Shown.safeParse(await tellTab(tab, { tell: 'shown', places }));
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
  await tellTab(tab, { tell: 'still-shown', line, place, value });
}
