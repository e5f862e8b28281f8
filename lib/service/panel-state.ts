import type { PanelState } from '../messages/protocol';
import type { Health } from '../model/case';
import type { Policy } from '../model/policy';
import type { Settings, TeamRoster } from '../model/settings';
import { mayOverride } from '../rules/override';
import { readPolicy } from '../settings/policy';
import { readSettings } from '../settings/settings';
import { wordsOf } from '../store/directory';
import { holdsSomething } from '../store/drafts';
import type { WordRow } from '../store/tables';
import { elsewhereNow } from './elsewhere';
import { type Judged, judge } from './judge';
import { armedPlaybooks } from './playbooks';
import { handoffsShown, type TabState } from './tab-state';

const UNKNOWN: Health = { light: 'green', missing: [] };

/** Everything that is shown in a tab's panel, judged now; empty where there is nothing to show. */
export async function judgeShown(state: TabState): Promise<Judged[]> {
  const shown = handoffsShown(state);
  return judge(shown, await armedPlaybooks(shown[0]?.ref.origin), state.me, Date.now());
}

/** What the panel of a tab shows, of these cases as they were judged; null where there is nothing to show. The newest hold comes first. */
export async function panelState(state: TabState, judged: readonly Judged[]): Promise<PanelState | null> {
  const { holds, elsewhere } = state;
  const [offers, sent] = await Promise.all([
    offersFor(judged),
    elsewhere && holds.length === 0 ? elsewhereNow(elsewhere) : undefined,
  ]);
  const sheet = offers && sheetOf(state, judged, offers);
  if (!sheet || !sent) return sheet;
  const kept = sent.state === 'sent' && judged.some(({ draft }) => holdsSomething(draft));
  return { ...sheet, elsewhere: { ...sent, kept } };
}

/** What fields offer: read beside the tab's state, for neither needs the other. */
export async function offersFor(judged: readonly Judged[]): Promise<Offers | null> {
  const first = firstOf(judged);
  if (!first) return null;
  const [settings, { policy }, words] = await Promise.all([
    readSettings(),
    readPolicy(),
    wordsOf(first.handoff.ref.origin),
  ]);
  return { settings, policy, words };
}

type Offers = { settings: Settings; policy: Policy; words: WordRow[] };

/** The same from what has been read. */
export function sheetOf(
  state: TabState,
  judged: readonly Judged[],
  { settings, policy, words }: Offers,
): PanelState | null {
  const first = firstOf(judged);
  if (!first) return null;
  const hold = state.holds.at(-1);
  const labels = (field: string) => words.filter((word) => word.field === field).map(({ label }) => label);
  return {
    playbook: first.playbook,
    cases: judged.filter(({ playbook }) => playbook.id === first.playbook.id).map(caseOf),
    hold: hold ? { attempt: hold.attempt, door: hold.door, since: hold.since, alive: hold.alive } : null,
    ...(state.me ? { me: state.me } : {}),
    people: unique([...labels('owner'), ...rosterPeople(settings.roster)]),
    teams: unique([...labels('team'), ...settings.roster.map(({ team }) => team)]),
    health: state.health ?? UNKNOWN,
    mayOverride: mayOverride(first.playbook, state.me, settings.roster, policy.override),
  };
}

/** One panel, one playbook: cases of the attempt that another playbook wants are shown once these are complete. */
function firstOf(judged: readonly Judged[]): Judged | undefined {
  return judged.find(({ evaluation }) => !evaluation.met) ?? judged[0];
}

function caseOf({ handoff, title, url, snapshot, draft, situation }: Judged): PanelState['cases'][number] {
  return {
    ref: handoff.ref,
    title,
    url,
    ...(snapshot ? { snapshot } : {}),
    changes: handoff.changes,
    draft,
    recent: [...situation.recent],
  };
}

function rosterPeople(roster: readonly TeamRoster[]): string[] {
  return roster.flatMap(({ people }) => people);
}

function unique(words: string[]): string[] {
  return [...new Set(words)].slice(0, 500);
}
