import type { Handlers } from '../messages/server';
import type { CaseChange, CaseHandoff } from '../model/attempt';
import { caseKey } from '../model/case-key';
import type { EventPayload } from '../model/event';
import { handoffsIn } from '../rules/trigger';
import { readSettings } from '../settings/settings';
import { appendUngated } from '../store/arrival';
import { storeError } from '../store/errors';
import { sendingOf } from '../store/handoffs';
import { sightingsOf } from '../store/sightings';
import { sayAfterwards } from './afterwards';
import { decided } from './deciding';
import { dropHold } from './hold';
import { markTab } from './icon';
import { inTime } from './in-time';
import { stillHandsOver } from './judge';
import { sayOn } from './lines';
import { outcome } from './outcome';
import { armedPlaybooks } from './playbooks';
import { fromTo, movesOf } from './send';
import { readTab } from './tab-state';

type Ungated = Parameters<Handlers['gate/ungated']>[0];
/** What the events of one unjudged attempt share. */
type How = {
  why: string;
  /** The page. */
  url?: string;
  refused?: true | undefined;
  attempt?: string | undefined;
  me?: string | undefined;
};

/** A gate let something pass, or stopped it, without a verdict: the icon, a line on the page and the record say so. */
export async function unjudged(tab: number, { url, why, changes, refused }: Ungated): Promise<void> {
  const handoffs = await amongThese(changes);
  // A change that hands nothing over needed no verdict.
  if (changes.length > 0 && handoffs?.length === 0) return;
  const late = why === 'no-answer' ? await lateAnswer(tab, changes, refused === true) : {};
  if (late.sent) return;
  await markTab(tab, refused ? 'refused' : 'unjudged', why);
  const { me } = await readTab(tab);
  const known = handoffs ?? changes.map(withoutPlaybook);
  await recordUnjudged(tab, { why, refused, url, attempt: late.held, me }, known);
  if (why === 'left') return sayAfterwards(tab, refused ? 'line_left_refused' : 'line_left', known);
  const unread = changes.length === 0;
  const key = refused ? (unread ? 'line_refused_unread' : 'line_refused') : unread ? 'line_unread' : 'line_ungated';
  await sayOn(tab, { key, subs: [], tone: 'warn' });
}

/** One line for each case; one without a case where none is known. What cannot be written marks the icon. */
export async function recordUnjudged(
  tab: number,
  { why, refused, attempt, url: page, me }: How,
  handoffs: readonly CaseHandoff[],
): Promise<void> {
  const how = {
    kind: 'ungated' as const,
    why,
    found: 'gate' as const,
    ...(refused ? { refused } : {}),
    ...(attempt ? { attempt } : {}),
  };
  try {
    const [playbooks, rows] = await Promise.all([
      armedPlaybooks(),
      // Without a title the line is still true.
      sightingsOf(handoffs.map(({ ref }) => ref)).catch(() => []),
    ]);
    const payloads = handoffs.map((handoff): EventPayload => {
      const snapshot = rows.find(({ key }) => key === caseKey(handoff.ref))?.snapshot;
      const title = handoff.title ?? snapshot?.fields.find(({ field }) => field === 'subject')?.value;
      const url = handoff.url ?? snapshot?.url;
      const playbook = playbooks.find(({ id }) => id === handoff.playbook);
      const first = handoff.changes[0];
      const route = playbook
        ? fromTo({ handoff, playbook, snapshot })
        : { from: first?.from?.label, to: first?.to.label };
      return {
        ...how,
        ref: handoff.ref,
        ...(playbook ? { playbook: playbook.id, playbookVersion: playbook.version } : {}),
        ...(title ? { title: title.slice(0, 1000) } : {}),
        ...(url ? { url } : {}),
        ...(route.from ? { from: route.from.slice(0, 300) } : {}),
        ...(route.to ? { to: route.to.slice(0, 300) } : {}),
        moves: movesOf(handoff),
      };
    });
    const alone = { ...how, ...(page ? { url: page.slice(0, 2000) } : {}) };
    await appendUngated(payloads.length > 0 ? payloads : [alone], me ?? '', Date.now());
  } catch (error) {
    await markTab(tab, storeError(error).code, why);
  }
}

/** The handoffs among the changes, knowing what was last seen of each case; null where the store does not say. */
async function amongThese(changes: readonly CaseChange[]): Promise<CaseHandoff[] | null> {
  try {
    const [rows, playbooks, { roster }] = await inTime(
      Promise.all([sightingsOf(changes.map(({ ref }) => ref)), armedPlaybooks(changes[0]?.ref.origin), readSettings()]),
    );
    const seen = new Map(rows.map((row) => [row.key, row]));
    const found = handoffsIn(changes, playbooks, roster, ({ ref }, field) => seen.get(caseKey(ref))?.values[field]);
    return found.filter((one) => stillHandsOver(one, seen.get(caseKey(one.ref)), playbooks, Date.now()));
  } catch {
    return null;
  }
}

/** A sending this young may be the one that the gate no longer waited for, in milliseconds. */
const YOUNG = 15_000;

/**
 * An answer that came too late for the gate may have been acted on here. What was held for it is dropped (`held` names it); a handoff
 * that was complete and went all the same is one, and no unchecked change (`sent`); one that was stopped is a draft again.
 */
async function lateAnswer(
  tab: number,
  changes: readonly CaseChange[],
  refused: boolean,
): Promise<{ held?: string; sent?: boolean }> {
  await decided();
  const keys = new Set(changes.map(({ ref }) => caseKey(ref)));
  const hold = (await readTab(tab)).holds.find(({ handoffs }) => handoffs.every(({ ref }) => keys.has(caseKey(ref))));
  if (hold) await dropHold(tab, hold.attempt);
  const young = (await inTime(sendingOf(tab)).catch(() => [])).filter(
    ({ ref, createdAt }) => keys.has(caseKey(ref)) && createdAt > Date.now() - YOUNG,
  );
  if (refused) for (const { attempt } of young) await outcome(attempt, 'refused', { why: 'not-left' }, '');
  return { ...(hold ? { held: hold.attempt } : {}), sent: !refused && young.length > 0 };
}

function withoutPlaybook({ ref, changes }: CaseChange): CaseHandoff {
  return { ref, playbook: '', changes };
}
