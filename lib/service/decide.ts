import type { GateAnswer } from '../messages/protocol';
import type { From, Handlers } from '../messages/server';
import type { CaseHandoff } from '../model/attempt';
import { caseKey } from '../model/case-key';
import { readSettings } from '../settings/settings';
import { storeError } from '../store/errors';
import { beginHold, dropHold } from './hold';
import { markTab } from './icon';
import { inTime } from './in-time';
import { type Judged, judge, known, stillHandsOver } from './judge';
import { sayOn } from './lines';
import { whoIs } from './me';
import { type InForce, playbooksInForce } from './playbooks';
import { recordSending } from './send';
import { notSentBefore } from './sent-before';
import { countShadow } from './shadow';
import { speaksFor } from './speaks-for';
import { recordUnjudged } from './unjudged';

type Held = Parameters<Handlers['gate/held']>[0];

/** Releases, holds or passes one attempt. A store that fails or does not answer leaves it to policy. */
export async function decide(input: Held, from: From): Promise<GateAnswer> {
  const { attempt, door, handoffs, alive } = input;
  const { tab, frame, page } = from;
  const refs = handoffs.map(({ ref }) => ref);
  speaksFor(from, refs);
  const me = await whoIs(input.me);
  let judged: Judged[] = [];
  // Read once, for what holds and for what only counts.
  const inForce = playbooksInForce(handoffs[0]?.ref.origin);
  void countShadow(handoffs, inForce, { attempt, me, tab });
  try {
    judged = await inTime(judgeReal(tab, handoffs, inForce, me));
    if (judged.length === 0 || (await goesThrough(judged, input, tab, me))) {
      await dropHold(tab, attempt);
      return { do: judged.length === 0 ? 'pass' : 'release' };
    }
  } catch (error) {
    const { code } = storeError(error);
    await markTab(tab, code, code);
    if ((await readSettings()).whenUnsure === 'open') {
      // Not waited for: the database may never answer, and the person does.
      void recordUnjudged(tab, { why: code, attempt, me }, handoffs);
      await sayOn(tab, { key: 'line_ungated', subs: [], tone: 'warn' });
      return { do: 'pass' };
    }
  }
  const shown = judged.length > 0 ? judged.map(({ handoff }) => handoff) : handoffs;
  const held = { attempt, door, frame, since: Date.now(), alive, handoffs: shown, ...(page ? { page } : {}) };
  await beginHold(tab, input.onLeaving ? { ...held, onLeaving: true } : held, judged, input.me);
  return { do: 'hold' };
}

/** The handoffs that are left once what was last seen of each case is taken into account, judged. */
async function judgeReal(
  tab: number,
  handoffs: CaseHandoff[],
  inForce: Promise<InForce>,
  me: string | undefined,
): Promise<Judged[]> {
  const [all, { armed: playbooks }] = await Promise.all([known(handoffs), inForce]);
  const now = Date.now();
  const open = await notSentBefore(tab, handoffs, all, now);
  const real = open.filter((one) => stillHandsOver(one, all.seen.get(caseKey(one.ref)), playbooks, now));
  return judge(real, playbooks, me, now, all);
}

/** Nothing is missing, or the playbook only warns: recorded as sending, and then it may go. */
async function goesThrough(
  judged: Judged[],
  { attempt, door }: Held,
  tab: number,
  me: string | undefined,
): Promise<boolean> {
  const met = judged.every(({ evaluation }) => evaluation.met);
  if (!met && !judged.every(({ playbook, evaluation }) => evaluation.met || playbook.onMissing === 'warn'))
    return false;
  const sending = { attempt, door, tab, wasHeld: false, me, now: Date.now(), ...(met ? {} : { override: '' }) };
  await inTime(recordSending(judged, sending));
  return true;
}
