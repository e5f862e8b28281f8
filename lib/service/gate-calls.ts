import type { GateAnswer, Line } from '../messages/protocol';
import type { From, Handlers } from '../messages/server';
import type { CaseHandoff } from '../model/attempt';
import { caseKey } from '../model/case-key';
import { readSettings } from '../settings/settings';
import { storeError } from '../store/errors';
import { sightingsOf } from '../store/sightings';
import { gateMemory, playbooksOrBuiltIn } from './gate-memory';
import { handoverKey } from './handover-key';
import { beginHold, dropHold, endHold } from './hold';
import { markTab, showMark } from './icon';
import { inTime } from './in-time';
import { injectOverlay, sayOn } from './inject';
import { type Judged, judge, stillHandsOver } from './judge';
import { lineFor, outcome } from './outcome';
import { record } from './record';
import { recordSending } from './send';
import { speaksFor } from './speaks-for';
import { changeTab } from './tab-state';
import { tellPanels } from './tell';

/** Attempts that are being decided on. */
const deciding = new Map<string, Promise<GateAnswer>>();

type Held = Parameters<Handlers['gate/held']>[0];
type GateCalls = Pick<
  Handlers,
  | 'gate/hello'
  | 'gate/case'
  | 'gate/held'
  | 'gate/gone'
  | 'gate/outcome'
  | 'gate/cancelled'
  | 'gate/ungated'
  | 'gate/pending'
>;

export const gateCalls: GateCalls = {
  async 'gate/hello'({ url }, { tab, frame }) {
    if (frame === 0) await startPage(tab);
    const [memory, key] = await Promise.all([gateMemory(new URL(url).origin), handoverKey(tab, frame)]);
    return { memory, key };
  },

  async 'gate/case'(_, { tab }) {
    await injectOverlay(tab);
    return {};
  },

  'gate/held'(input, from) {
    const begun = deciding.get(input.attempt);
    if (begun) return begun;
    const work = decide(input, from);
    deciding.set(input.attempt, work);
    const done = () => deciding.delete(input.attempt);
    work.then(done, done);
    return work;
  },

  async 'gate/outcome'({ attempt, outcome: how, status }, { tab }) {
    // A request that could not wait may have ended before its sending was written.
    await deciding.get(attempt)?.catch(() => undefined);
    const moved =
      how === 'ok'
        ? await outcome(attempt, 'confirmed', { proof: 'response' }, '')
        : how === 'lost'
          ? await outcome(attempt, 'lost', {}, '')
          : await outcome(
              attempt,
              'refused',
              { why: status ? `the desk answered ${status}` : 'it did not leave the page' },
              '',
            );
    const line = lineFor(moved);
    if (line) await sayOn(tab, line);
    return {};
  },

  async 'gate/gone'({ attempt }, { tab }) {
    await changeTab(tab, (state) => ({
      ...state,
      holds: state.holds.map((hold) => (hold.attempt === attempt ? { ...hold, alive: false } : hold)),
    }));
    void tellPanels({ news: 'state', tab });
    return {};
  },

  async 'gate/cancelled'({ attempt, why }, { tab }) {
    await endHold(tab, attempt, why);
    return {};
  },

  async 'gate/ungated'({ why, changes }, { tab }) {
    await markTab(tab, 'unjudged');
    const payloads =
      changes.length > 0
        ? changes.map(({ ref, changes: [first] }) => ({
            kind: 'ungated' as const,
            ref,
            why,
            ...(first ? { to: first.to.label.slice(0, 300) } : {}),
          }))
        : [{ kind: 'ungated' as const, why }];
    await record(payloads, undefined, tab);
    return {};
  },

  async 'gate/pending'({ handoff }, { tab }) {
    await changeTab(tab, ({ pending: _, opened: __, ...state }) => ({
      ...state,
      ...(handoff ? { pending: handoff } : {}),
    }));
    void tellPanels({ news: 'state', tab });
    if (!handoff) return { status: null };
    const [judged] = await judge([handoff], await playbooksOrBuiltIn(), undefined, Date.now());
    return { status: judged ? statusOf(judged) : null };
  },
};

export function statusOf({ playbook, evaluation, draft }: Judged) {
  return { playbook: playbook.id, met: evaluation.met, missing: evaluation.missing, revision: draft.revision };
}

/** Releases, holds or passes one attempt. A store that fails or does not answer leaves it to policy. */
async function decide(input: Held, from: From): Promise<GateAnswer> {
  const { attempt, door, handoffs, alive, me } = input;
  const { tab, frame } = from;
  const refs = handoffs.map(({ ref }) => ref);
  speaksFor(from, refs);
  let judged: Judged[] = [];
  try {
    judged = await inTime(judgeReal(handoffs, me));
    if (judged.length === 0 || (await goesThrough(judged, attempt, tab, me))) {
      await dropHold(tab, attempt);
      return { do: judged.length === 0 ? 'pass' : 'release' };
    }
  } catch (error) {
    const { code } = storeError(error);
    await markTab(tab, code);
    if ((await readSettings()).whenUnsure === 'open') {
      void record([{ kind: 'ungated', why: code, attempt }], me, tab);
      await sayHereAndNext(tab, { key: 'line_ungated', subs: [], tone: 'warn' });
      return { do: 'pass' };
    }
  }
  const shown = judged.length > 0 ? judged.map(({ handoff }) => handoff) : handoffs;
  await beginHold(tab, { attempt, door, frame, since: Date.now(), alive, handoffs: shown }, judged, me);
  return { do: 'hold' };
}

/** A form's page may be gone before anybody reads the line: its next page says it too. */
async function sayHereAndNext(tab: number, line: Line): Promise<void> {
  await changeTab(tab, (state) => ({ ...state, line: { ...line, at: Date.now() } }));
  void sayOn(tab, line);
}

/** The handoffs that are left once what was last seen of each case is taken into account, judged. */
async function judgeReal(handoffs: CaseHandoff[], me: string | undefined): Promise<Judged[]> {
  const [rows, playbooks] = await Promise.all([sightingsOf(handoffs.map(({ ref }) => ref)), playbooksOrBuiltIn()]);
  const seen = new Map(rows.map((row) => [row.key, row]));
  const now = Date.now();
  const real = handoffs.filter((one) => stillHandsOver(one, seen.get(caseKey(one.ref)), playbooks, now));
  return judge(real, playbooks, me, now);
}

/** Nothing is missing, or the playbook only warns: recorded as sending, and then it may go. */
async function goesThrough(judged: Judged[], attempt: string, tab: number, me: string | undefined): Promise<boolean> {
  const met = judged.every(({ evaluation }) => evaluation.met);
  if (!met && !judged.every(({ playbook, evaluation }) => evaluation.met || playbook.onMissing === 'warn'))
    return false;
  const sending = { attempt, tab, wasHeld: false, me, now: Date.now(), ...(met ? {} : { override: '' }) };
  await inTime(recordSending(judged, sending));
  return true;
}

/** A new page in the tab: what the page before it held is gone with it. */
async function startPage(tab: number): Promise<void> {
  const { holds } = await changeTab(tab, (state) => state);
  for (const { attempt, frame } of holds) if (frame === 0) await endHold(tab, attempt, 'page left');
  let marked: string | undefined;
  await changeTab(tab, ({ line, mark, me, holds: others }) => {
    marked = mark;
    return {
      holds: others.filter(({ frame }) => frame !== 0),
      ...(line ? { line } : {}),
      ...(me ? { me } : {}),
    };
  });
  if (marked) await showMark(tab, marked);
}
