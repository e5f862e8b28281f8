import type { PageSite } from '../model/site';
import { sayIfKnown } from '../words/say';
import { understood } from './body';
import { leadsElsewhere } from './form';
import { readForm } from './form-door';
import type { Gate } from './gate';
import type { Way } from './holds';
import type { Leaving } from './leaving';
import { navigationsTold } from './navigation-door';
import { shared } from './shared';
import {
  ANSWER,
  ASK,
  ASK_SUBMIT,
  GONE,
  OUTCOME,
  PING,
  type Question,
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

  const wayFor = (n: number, { refusal }: PageSite): Way => {
    const answer = (go: boolean) => {
      ways.delete(n);
      const no = go ? refusal?.inside : refusal?.body && refusalAt(refusal.body);
      channel.dispatchEvent(new CustomEvent(ANSWER, { detail: JSON.stringify({ n, go, no }) }));
    };
    const way: Way = {
      go(attempt) {
        if (attempt) released.set(n, attempt);
        answer(true);
        return true;
      },
      cancel: () => answer(false),
    };
    ways.set(n, way);
    return way;
  };

  const judge = (n: number, leaving: Omit<Leaving, 'way' | 'use'>): boolean => {
    const way = wayFor(n, leaving.site);
    const answer = gate.consider({ ...leaving, use: 'request', way });
    if (answer.say === 'stop') return true;
    ways.delete(n);
    if (answer.attempt) released.set(n, answer.attempt);
    return false;
  };

  channel.addEventListener(PING, (event) => gate.orphaned() || event.preventDefault());

  channel.addEventListener(ASK, (event) => {
    // An orphan answers nothing, and what is asked goes.
    if (gate.orphaned()) return;
    const question = JSON.parse((event as CustomEvent<string>).detail) as Question;
    const { n, method, url } = question;
    if (shared().watch?.(question)) event.preventDefault();
    for (const site of sites()) {
      const matched = writesAt(site, 'wire', method, url);
      if (matched.length === 0) continue;
      // Without a body the wire only asks whether to look: one path test, and most requests are through.
      if (!question.body) return event.preventDefault();
      const attempt = { door: 'wire' as const, method, url, body: understood(question.body) };
      if (judge(n, { attempt, site, matched, mustAnswerNow: question.now === true })) return event.preventDefault();
    }
  });

  channel.addEventListener(ASK_SUBMIT, (event) => {
    const { relatedTarget: form, detail: n } = event as MouseEvent;
    if (!(form instanceof HTMLFormElement)) return;
    shared().watch?.(form);
    // What leaves in this frame comes to the navigation door; of what another frame or tab answers nothing is told here.
    if (navigationsTold() && !leadsElsewhere(form)) return;
    for (const site of sites()) {
      const read = readForm(form, null, site);
      if (!read || !judge(n, { ...read, site })) continue;
      const way = ways.get(n);
      if (way && site.sentOnce) shared().freeForm?.(form, way, site.sentOnce);
      return event.preventDefault();
    }
  });

  channel.addEventListener(GONE, (event) => {
    const { n } = JSON.parse((event as CustomEvent<string>).detail) as WireGone;
    const way = ways.get(n);
    ways.delete(n);
    if (way) gate.lost(way);
  });

  channel.addEventListener(OUTCOME, (event) => {
    const { n, ...ended } = JSON.parse((event as CustomEvent<string>).detail) as WireOutcome;
    const attempt = released.get(n);
    released.delete(n);
    if (attempt) done(attempt, ended);
  });
}

/** The address of an answer in which the desk reads a refusal of its own, in the person's language. */
function refusalAt(body: string): string {
  const words = JSON.stringify(sayIfKnown('desk_refusal') ?? '').slice(1, -1);
  return `data:application/json,${encodeURIComponent(body.replaceAll('%s', words))}`;
}
