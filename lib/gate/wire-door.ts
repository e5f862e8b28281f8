import type { Body, CaseChange } from '../model/attempt';
import type { PageSite } from '../model/site';
import { sayIfKnown } from '../words/say';
import { leadsElsewhere, navigationsTold } from './form';
import { readForm } from './form-door';
import { noteSent } from './form-presses';
import { freeForm } from './free-form';
import type { Gate } from './gate';
import type { Way } from './holds';
import { understoodFor } from './large/read';
import type { Leaving } from './leaving';
import { shared } from './shared';
import {
  ANSWER,
  ASK,
  ASK_SUBMIT,
  GONE,
  OUTCOME,
  PING,
  type Question,
  type Refused,
  TEXT,
  type WireAnswer,
  type WireGone,
  type WireOutcome,
} from './wire-protocol';
import { writesAt } from './writes';

/** Answers the wire's questions over the private element, in the same breath. What comes over it is a question, never a command. */
export function answerWire(
  channel: EventTarget,
  sites: () => readonly PageSite[],
  gate: Gate,
  done: (attempt: string, ended: Omit<WireOutcome, 'n'>) => void,
): void {
  const ways = new Map<number, Way>();
  const released = new Map<number, string>();
  /** What requests change that are on their way or held, and when they left. */
  const following = new Map<number, { changes: readonly CaseChange[]; nobody: readonly string[]; left: number }>();
  /** Those whose long bodies are being read. */
  const reading = new Set<number>();
  /** What came of the body of the question that is about to come. */
  let texts: string[] = [];

  const answer = (said: WireAnswer) => channel.dispatchEvent(new CustomEvent(ANSWER, { detail: JSON.stringify(said) }));

  const wayFor = (n: number, { refusal }: PageSite): Way => {
    const way: Way = {
      go(attempt) {
        const followed = following.get(n);
        if (followed) followed.left = performance.now();
        if (attempt) released.set(n, attempt);
        ways.delete(n);
        answer({ n, go: true, ...(refusal?.inside ? { no: refusal.inside } : {}) });
        return true;
      },
      cancel() {
        following.delete(n);
        ways.delete(n);
        answer({ n, go: false, ...refusedBy(refusal) });
      },
    };
    ways.set(n, way);
    return way;
  };

  /** True where the wire is to wait for an answer, which may have come already. */
  const judge = (n: number, leaving: Omit<Leaving, 'way' | 'use'>): boolean => {
    const { site, attempt, mustAnswerNow } = leaving;
    const way = wayFor(n, site);
    const follow = (changes: readonly CaseChange[]) => {
      // A script's submit leaves as a navigation, without another event.
      if (attempt.door === 'form') goingFirst(way, () => gate.leaves(attempt, changes));
      else following.set(n, { changes, nobody: [...site.nobody, '@nobody'], left: performance.now() });
    };
    const judged = gate.consider({ ...leaving, use: 'request', way, follow });
    if (judged.say === 'stop') {
      // What cannot wait has its answer now, in the desk's own shape.
      if (mustAnswerNow && ways.has(n)) way.cancel();
      return true;
    }
    if (following.has(n) && site.refusal?.inside) {
      // Its answer must be looked into: it goes at once, by an answer that says so. What cannot wait cannot be followed.
      if (!mustAnswerNow) return way.go(judged.attempt);
      following.delete(n);
    }
    ways.delete(n);
    if (judged.attempt) released.set(n, judged.attempt);
    return false;
  };

  channel.addEventListener(PING, (event) => gate.orphaned() || event.preventDefault());

  channel.addEventListener(TEXT, (event) => texts.push((event as CustomEvent<string>).detail));

  channel.addEventListener(ASK, (event) => {
    const said = texts;
    texts = [];
    // An orphan answers nothing, and what is asked goes.
    if (gate.orphaned()) return;
    const question = JSON.parse((event as CustomEvent<string>).detail) as Question;
    const { n, method, url, body } = question;
    const now = question.now === true;
    if (body && 'as' in body) body.texts = said;
    if (shared().watch?.(question)) event.preventDefault();
    gate.released.mayHaveLeft(/^(get|head|options)$/i.test(method));
    const asked = sites()
      .map((site) => ({ site, matched: writesAt(site, 'wire', method, url) }))
      .filter(({ matched }) => matched.length > 0);
    if (asked.length === 0) return;
    // Without a body the wire only asks whether to look: one path test, and most requests are through.
    if (!body) return event.preventDefault();
    const judgeAll = (bodies: readonly Body[]) =>
      asked.some(({ site, matched }, at) => {
        const attempt = { door: 'wire' as const, method, url, body: bodies[at] as Body };
        return judge(n, { attempt, site, matched, mustAnswerNow: now });
      });
    const read = asked.map(({ matched }) => understoodFor(body, matched, now));
    if (!read.some((one) => one instanceof Promise)) {
      if (judgeAll(read as Body[])) event.preventDefault();
      return;
    }
    event.preventDefault();
    reading.add(n);
    void Promise.all(read).then((bodies) => {
      // The page may have given it up meanwhile.
      if (reading.delete(n) && !judgeAll(bodies)) answer({ n, go: true });
    });
  });

  channel.addEventListener(ASK_SUBMIT, (event) => {
    const { relatedTarget: form, detail: n } = event as MouseEvent;
    if (!(form instanceof HTMLFormElement)) return;
    shared().watch?.(form);
    gate.released.mayHaveLeft();
    noteSent(form);
    // What leaves in this frame comes to the navigation door; of what another frame or tab answers nothing is told here.
    if (navigationsTold() && !leadsElsewhere(form)) return;
    for (const site of sites()) {
      const read = readForm(form, null, site);
      if (!read || !judge(n, { ...read, site })) continue;
      const way = ways.get(n);
      if (way && site.sentOnce) freeForm(form, way, site.sentOnce);
      return event.preventDefault();
    }
  });

  channel.addEventListener(GONE, (event) => {
    const { n } = JSON.parse((event as CustomEvent<string>).detail) as WireGone;
    const way = ways.get(n);
    reading.delete(n);
    ways.delete(n);
    following.delete(n);
    if (way) gate.lost(way);
  });

  channel.addEventListener(OUTCOME, (event) => {
    const { n, ...ended } = JSON.parse((event as CustomEvent<string>).detail) as WireOutcome;
    const attempt = released.get(n);
    const followed = following.get(n);
    released.delete(n);
    following.delete(n);
    if (followed && isGood(ended.status) && !ended.signIn)
      shared().saved?.confirm(followed.changes, followed.left, followed.nobody);
    if (attempt) done(attempt, ended);
  });
}

/** Whether a desk took what was sent, by the status of its answer. */
export function isGood(status: number): boolean {
  return status >= 200 && status < 400;
}

/** Has something done just before what is held is let go. */
function goingFirst(way: Way, first: () => void): void {
  const { go } = way;
  way.go = (attempt) => {
    first();
    return go(attempt);
  };
}

/**
 * How a refused request ends, so that the desk takes it for a refusal of its own; in the person's language where it shows words. A desk of
 * which nobody knows that hears what it hears when it gives a request up itself.
 */
function refusedBy(refusal: PageSite['refusal']): Refused {
  if (!refusal || refusal.as === 'abort') return { abort: true };
  if (!refusal.body) return {};
  const words = JSON.stringify(sayIfKnown('desk_refusal') ?? '').slice(1, -1);
  return { no: refusal.body.replaceAll('%s', words) };
}
