import type { PanelState } from '../messages/protocol';
import type { Health } from '../model/case';
import type { TeamRoster } from '../model/settings';
import { readSettings } from '../settings/settings';
import { wordsOf } from '../store/directory';
import { playbooksOrBuiltIn } from './gate-memory';
import { type Judged, judge } from './judge';
import { handoffsShown, type TabState } from './tab-state';

const UNKNOWN: Health = { light: 'green', missing: [] };

/** Everything that is shown in a tab's panel, judged now; empty where there is nothing to show. */
export async function judgeShown(state: TabState): Promise<Judged[]> {
  return judge(handoffsShown(state), await playbooksOrBuiltIn(), state.me, Date.now());
}

/** What the panel of a tab shows; null where there is nothing to show. The newest hold comes first. */
export async function panelState(state: TabState): Promise<PanelState | null> {
  const judged = await judgeShown(state);
  // One panel, one playbook: cases of the attempt that another playbook wants are shown once these are complete.
  const first = judged.find(({ evaluation }) => !evaluation.met) ?? judged[0];
  if (!first) return null;
  const [settings, words] = await Promise.all([readSettings(), wordsOf(first.handoff.ref.origin)]);
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
    panel: settings.panel,
  };
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
