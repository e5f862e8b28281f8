import type { TabMessage } from '../messages/protocol';
import { sayAfterwards } from './afterwards';
import { decided } from './deciding';
import { tellOverlay } from './inject';
import type { Judged } from './judge';
import { offersFor, sheetOf } from './panel-state';
import { record, recordCancelled } from './record';
import { about, debtOf } from './send';
import { tellStillShown } from './still-shown';
import { changeTab, readTab, type TabHold, withoutHold } from './tab-state';
import { tellPanels, tellTab } from './tell';

/**
 * Keeps an attempt and opens the panel: it is sent what it shows along with the news, so that it need not ask. A retry of the same attempt
 * is no second hold in the record.
 */
export async function beginHold(tab: number, held: TabHold, judged: Judged[], me: string | undefined): Promise<void> {
  let known = false;
  const kept = changeTab(tab, (state) => {
    known = state.holds.some(({ attempt }) => attempt === held.attempt);
    const { elsewhere: _, ...others } = state;
    return {
      ...others,
      holds: [...withoutHold(state, held.attempt).holds, held],
      ...(me ? { me } : {}),
    };
  });
  // The panel can do without: it asks for what it is not sent.
  const [state, offers] = await Promise.all([kept, offersFor(judged).catch(() => null)]);
  // Begun before the panel is: a page that is being left may take the hold back meanwhile, and the record keeps the order.
  const recorded = known
    ? undefined
    : record(
        judged
          .filter(({ evaluation }) => !evaluation.met)
          .map((one) => ({
            ...about(one, held.attempt),
            kind: 'held' as const,
            door: held.door,
            missing: debtOf(one),
          })),
        state.me,
        tab,
      );
  const shows = offers && sheetOf(state, judged, offers);
  void tellPanels({
    news: 'state',
    tab,
    ...(shows && state.nonce ? { shows: { nonce: state.nonce, state: shows } } : {}),
  });
  await tellOverlay(tab, { tell: 'show-panel', focus: true }, held.page);
  await recorded;
}

/** A hold ended without leaving: the draft stays, the record says so. */
export async function endHold(tab: number, attempt: string, why: string): Promise<void> {
  let ended: TabHold | undefined;
  const state = await changeTab(tab, (before) => {
    ended = before.holds.find((one) => one.attempt === attempt);
    return withoutHold(before, attempt);
  });
  if (!ended) return;
  await recordCancelled([ended], why, state.me, tab);
  // The desk sent it by itself, and may have taken it for saved.
  if (ended.onLeaving && why === 'page left') await sayAfterwards(tab, 'line_left_unsaved', ended.handoffs);
  const message: TabMessage = state.holds.length > 0 ? { tell: 'show-panel', focus: false } : { tell: 'hide-panel' };
  await tellTab(tab, message, ended.page);
  void tellPanels({ news: 'state', tab });
  if (why !== 'page left') tellStillShown(tab, ended);
}

/** A tab was closed: its pages may not have said any more that what they held is gone. */
export async function endHoldsOf(tab: number): Promise<void> {
  await decided();
  for (const { attempt } of (await readTab(tab)).holds) await endHold(tab, attempt, 'page left');
}

/** The hold is over: the next one shows, or the panel gives the page back. */
export async function dropHold(tab: number, attempt: string): Promise<void> {
  const dropped = (await readTab(tab)).holds.find((hold) => hold.attempt === attempt);
  if (!dropped) return;
  const state = await changeTab(tab, (before) => withoutHold(before, attempt));
  const next: TabMessage = state.holds.length > 0 ? { tell: 'show-panel', focus: true } : { tell: 'hide-panel' };
  await tellTab(tab, next, dropped.page);
  void tellPanels({ news: 'state', tab });
}
