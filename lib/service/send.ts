import type { CaseHandoff, Door } from '../model/attempt';
import { caseKey } from '../model/case-key';
import type { EventPayload, Move } from '../model/event';
import type { Debt, Handoff } from '../model/handoff';
import { answersOf } from '../rules/evaluate';
import { whoHadIt } from '../rules/who-had-it';
import { beginSending, sendingOf, settle } from '../store/handoffs';
import { sentFrom } from './elsewhere';
import type { Judged } from './judge';
import { readTab } from './tab-state';

export type Sending = {
  attempt: string;
  door: Door;
  tab: number;
  wasHeld: boolean;
  me: string | undefined;
  override?: string;
  now: number;
  /** False once nobody waits for it any more: it stays held, and what is written by then is taken back. */
  wanted?: () => boolean;
};

/** What is unmet and blocking, in the playbook's words. */
export function debtOf({ playbook, evaluation }: Judged): Debt[] {
  const unmet = evaluation.findings.filter(({ level, met }) => level === 'block' && !met);
  const debt = unmet.map(({ criterion }) => ({
    criterion,
    label: playbook.exit.find(({ id }) => id === criterion)?.label ?? criterion,
  }));
  return evaluation.reason === undefined ? [{ criterion: '@reason', label: playbook.reason.question }, ...debt] : debt;
}

/** Who had what is handed over, and who gets it, in the desk's words. */
export function fromTo({
  handoff: { changes },
  playbook,
  snapshot,
}: Pick<Judged, 'handoff' | 'playbook' | 'snapshot'>): { from?: string; to: string } {
  const from = whoHadIt(changes, snapshot)?.label;
  const team = changes.find(({ field }) => field === 'team');
  return { ...(from ? { from } : {}), to: team?.to.label ?? playbook.receiver.team };
}

/** What a handoff changes, for the record of one that has no row of its own. */
export function movesOf({ changes }: Pick<CaseHandoff, 'changes'>): Move[] {
  return changes.map(({ field, from, to }) => ({ field, ...(from ? { from } : {}), to }));
}

/** What every event of a judged case carries. */
export function about(judged: Judged, attempt: string) {
  const { handoff, playbook, title, url } = judged;
  return {
    ref: handoff.ref,
    playbook: playbook.id,
    playbookVersion: playbook.version,
    title,
    url,
    attempt,
    ...fromTo(judged),
  };
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Writes the handoffs of an attempt as sending, with their events, one attempt after the other. Resolves once the disk has them: then the request may
 * go. False where another tab sent the same first, and what was held here is taken back.
 */
export function recordSending(judged: readonly Judged[], sending: Sending): Promise<boolean> {
  const next = turn.then(async () => {
    const { holds } = await readTab(sending.tab);
    if (sending.wasHeld && !holds.some(({ attempt }) => attempt === sending.attempt)) return false;
    if (sending.wanted?.() === false) return false;
    const handoffs = await written(judged, sending);
    if (sending.wanted?.() === false) {
      for (const { id } of handoffs) await settle({ handoff: id }, 'refused', notLeft, '', Date.now());
      return false;
    }
    await sentFrom(sending.tab, handoffs).catch(() => undefined);
    return true;
  });
  turn = next.catch(() => undefined);
  return next;
}

async function written(judged: readonly Judged[], sending: Sending): Promise<Handoff[]> {
  const handoffs = judged.map((one) => handoffOf(one, sending));
  const payloads = judged.flatMap((one, i): EventPayload[] => {
    const handoff = (handoffs[i] as Handoff).id;
    const facts = about(one, sending.attempt);
    const sent: EventPayload = { ...facts, kind: 'sending', handoff, wasHeld: sending.wasHeld };
    return sending.override === undefined
      ? [sent]
      : [{ ...facts, kind: 'override', handoff, reason: sending.override, missing: debtOf(one) }, sent];
  });
  await pressedAgain(judged, sending.tab);
  await beginSending(handoffs, payloads, sending.me ?? '', sending.now);
  return handoffs;
}

/** Written too late for whoever waited for it: what was held is held still. */
function notLeft({ ref, playbook, attempt, id, to }: Handoff): EventPayload {
  return { kind: 'failed', ref, playbook, attempt, handoff: id, to, why: 'not-left' };
}

/** The same case sent from the same tab again: what was sent before never left, or was refused in a way that nobody saw. */
async function pressedAgain(judged: readonly Judged[], tab: number): Promise<void> {
  const keys = new Set(judged.map(({ handoff }) => caseKey(handoff.ref)));
  for (const { id, ref } of await sendingOf(tab)) {
    if (keys.has(caseKey(ref))) await settle({ handoff: id }, 'refused', () => null, '', Date.now());
  }
}

function handoffOf(judged: Judged, { attempt, door, tab, me, override, now }: Sending): Handoff {
  const { handoff, playbook, evaluation, situation, title, url } = judged;
  return {
    id: crypto.randomUUID(),
    ref: handoff.ref,
    playbook: playbook.id,
    playbookVersion: playbook.version,
    attempt,
    tab,
    door,
    changes: handoff.changes,
    state: 'sending',
    title,
    url,
    ...fromTo(judged),
    ...(me ? { sender: me } : {}),
    ...(evaluation.reason === undefined ? {} : { reason: evaluation.reason }),
    answers: answersOf(situation),
    ...(override === undefined ? {} : { override: { reason: override, debt: debtOf(judged) } }),
    createdAt: now,
    updatedAt: now,
  };
}
