import type { PanelState, Trouble } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import { readSettings } from '../settings/settings';
import { storeError } from '../store/errors';
import { likely, sheetAhead } from './ahead';
import { takeBackSent } from './elsewhere';
import { inTime } from './in-time';
import { sayHere } from './lines';
import { judgeShown, panelState } from './panel-state';
import { changeTab, handoffsShown, readTab, type TabState } from './tab-state';
import { tellTab } from './tell';

/** What the panel of a tab shows; where the database fails or does not answer, what is said instead. */
export async function shownIn(tab: number, state: TabState): Promise<{ state: PanelState | null; trouble?: Trouble }> {
  try {
    return { state: await inTime(sheetIn(tab, state)) };
  } catch (error) {
    const { whenUnsure } = await readSettings();
    const held = state.holds.at(-1)?.attempt;
    return { state: null, trouble: { code: storeError(error).code, unsure: whenUnsure, ...(held ? { held } : {}) } };
  }
}

async function sheetIn(tab: number, known: TabState): Promise<PanelState | null> {
  let state = (await takeBackSent(tab, known)) ? await readTab(tab) : known;
  if (state.wanted && handoffsShown(state).length === 0) {
    const found = await openFor(tab, state, null);
    if (found) state = found;
    else await nothingToOpen(tab);
  }
  return (await panelState(state, await judgeShown(state))) ?? (await sheetAhead(state));
}

/** The panel opens for this, or for what the person most likely means; null where no playbook is for such a case. */
export async function openFor(tab: number, state: TabState, handoff: CaseHandoff | null): Promise<TabState | null> {
  const opened = handoff ?? state.pending ?? state.arrived ?? (await likely(state.seen));
  if (!opened) return null;
  return changeTab(tab, ({ elsewhere: _, wanted: __, ...before }) => ({ ...before, opened: [opened] }));
}

/** The panel was opened while the database did not say for what, and now it says that there is nothing. */
async function nothingToOpen(tab: number): Promise<void> {
  await changeTab(tab, ({ wanted: _, ...before }) => before);
  await tellTab(tab, { tell: 'hide-panel' });
  await sayHere(tab, { key: 'line_no_playbook', subs: [], tone: 'warn' });
}
