import type { Line } from '../messages/protocol';
import type { Change } from '../model/attempt';
import type { CaseSnapshot } from '../model/case';
import { caseKey, EVERY } from '../model/case-key';
import type { EventPayload } from '../model/event';
import type { Handoff } from '../model/handoff';
import type { Signal } from '../rules/life';
import { samePerson } from '../rules/people';
import { sameValue } from '../rules/trigger';
import { unsettledOf } from '../store/handoffs';
import { saveValues } from '../store/sightings';
import { failedLine, unconfirmedLine } from './lines';
import { settle } from './settle';

/** Another tab's page may have been asked for before the request arrived: its word against a handoff counts after this long, in milliseconds. */
const OTHERS_WAIT = 60_000;

type Proof = Extract<EventPayload, { kind: 'sent' }>['proof'];

/** The desk answered, or did not: every handoff of the attempt moves along. Returns those that did. */
export async function outcome(
  attempt: string,
  signal: Signal,
  how: { proof?: Proof; why?: string },
  actor: string,
): Promise<Handoff[]> {
  const moved = await settle({ attempt }, signal, (handoff) => eventOf(handoff, signal, how), actor, Date.now());
  if (signal === 'confirmed') await Promise.all(moved.map(remember));
  return moved;
}

/** What a reading of the case's page says about its handoffs that are still on their way. Returns those that moved. */
export async function readOutcome(
  snapshot: CaseSnapshot,
  loadedAt: number,
  tab: number,
  actor: string,
): Promise<Handoff[]> {
  const open = await unsettledOf(caseKey(snapshot.ref));
  const moved: Handoff[][] = [];
  // Newest first: where one of several arrived, the older ones are over with it.
  for (const handoff of open.sort((a, b) => b.createdAt - a.createdAt)) {
    const signal = told(handoff, snapshot, loadedAt, tab);
    if (!signal) continue;
    const how = { proof: handoff.tab === tab ? 'page' : 'visit', why: 'unchanged' } as const;
    moved.push(await settle({ handoff: handoff.id }, signal, (one) => eventOf(one, signal, how), actor, Date.now()));
  }
  return moved.flat();
}

/** The line that tells the person how it went; `why`, in the record's words, where it did not. */
export function lineFor(moved: readonly Handoff[], why = ''): Line | null {
  const failed = moved.find(({ state }) => state === 'failed');
  if (failed) return failedLine(why, failed.to);
  const sent = moved.filter(({ state }) => state === 'sent');
  if (sent[0])
    return sent.length > 1
      ? { key: 'line_sent_many', subs: [sent[0].to, String(sent.length)], tone: 'good' }
      : { key: 'line_sent', subs: [sent[0].to], tone: 'good' };
  return moved.some(({ state }) => state === 'unconfirmed') ? unconfirmedLine(why) : null;
}

/** A handoff from so far ahead, in milliseconds, was made before the clock was set back: no time can be compared with its own. */
const AHEAD = 60_000;

/** Only a page loaded after the request left can tell; one that shows the change proves it, one that shows the old value disproves it. */
function told(handoff: Handoff, { fields }: CaseSnapshot, loadedAt: number, tab: number): Signal | null {
  const comparable = handoff.createdAt - Date.now() < AHEAD;
  if (comparable && loadedAt < handoff.createdAt) return null;
  const shown = handoff.changes
    .filter(({ implied }) => !implied)
    .flatMap((change) => {
      const field = fields.find((one) => one.field === change.field);
      return field ? [{ change, done: reached(change, field.value) }] : [];
    });
  if (shown.length === 0) return null;
  if (shown.every(({ done }) => done)) return 'confirmed';
  if (!comparable) return null;
  const fair = handoff.tab === tab || Date.now() - handoff.createdAt > OTHERS_WAIT;
  return fair && shown.every(({ done }) => !done) ? 'refused' : null;
}

/** Whether what a page shows is what a change is to bring about. */
export function reached({ field, to }: Change, shown: string): boolean {
  // A link that takes a case names the person as the desk's menu does ("jonas"), the case itself in full ("jonas (Jonas Lindqvist)").
  return field === 'owner' ? samePerson(shown, to.label) : sameValue({ label: shown }, { label: to.label });
}

/** The event of how a handoff ended; null where it has none. */
export function eventOf(
  handoff: Handoff,
  signal: Signal,
  { proof = 'response', why = 'refused' }: { proof?: Proof; why?: string },
): EventPayload | null {
  const { ref, playbook, playbookVersion, title, url, attempt, from, to, id } = handoff;
  const facts = { ref, playbook, playbookVersion, title, url, attempt, ...(from ? { from } : {}), to, handoff: id };
  if (signal === 'confirmed') return { ...facts, kind: 'sent', proof };
  return signal === 'refused' ? { ...facts, kind: 'failed', why } : null;
}

/** Keeps what a handoff that arrived has changed. Of every case that matched there is nothing to keep: the next time it is others. */
export async function remember({ ref, changes, updatedAt }: Handoff): Promise<void> {
  if (ref.id === EVERY) return;
  await saveValues(
    ref,
    Object.fromEntries(changes.filter(({ implied }) => !implied).map(({ field, to }) => [field, to])),
    updatedAt,
  );
}
