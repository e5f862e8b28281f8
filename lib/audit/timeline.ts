import type { EventLine } from '../model/event';
import type { Debt, Handoff } from '../model/handoff';
import type { Playbook } from '../model/playbook';
import { type Fact, factsOf, only } from './facts';
import { firstHolds } from './today';

/** A stretch of the case's life in one place, as far as handoffs tell. Null ends are not known (or not over). */
export type Stay = { where: string; from: number | null; until: number | null };
/** Somebody who had the case, and since when that was seen. */
export type Owner = { who: string; since: number; by: 'sender' | 'change' };
export type Why = { at: number; reason: string; words: string };
/** `overridden`: it went all the same. */
export type Gap = { at: number; missing: Debt[]; overridden: boolean; words?: string };

/** What happened to a case, line by line, and the four questions that a lead asks of it. */
export type Timeline = { facts: Fact[]; sat: Stay[]; owned: Owner[]; missing: Gap[]; why: Why[] };

/** In: the lines and handoffs of one case. `playbooks` give the words of the reasons; the reason's own id stands where they do not. */
export function timeline(
  lines: readonly EventLine[],
  handoffs: readonly Handoff[] = [],
  playbooks: readonly Playbook[] = [],
): Timeline {
  const { facts } = factsOf(lines);
  const inOrder = [...handoffs].sort((a, b) => a.createdAt - b.createdAt);
  return {
    facts,
    sat: staysOf(inOrder, facts),
    owned: ownersOf(inOrder),
    missing: gapsOf(facts),
    why: reasonsOf(inOrder, playbooks),
  };
}

/**
 * Handoffs that arrived, and arrivals without one, part the time into stays. When a handoff arrived comes from its `sent` line; an arrival
 * is known from when it was found.
 */
function staysOf(handoffs: readonly Handoff[], facts: readonly Fact[]): Stay[] {
  const arrivedAt = new Map(only(facts, 'sent').map(({ at, payload }) => [payload.handoff, at]));
  const went = handoffs.flatMap(({ id, from, to, createdAt, state }) =>
    state === 'failed' || state === 'sending' || state === 'unconfirmed'
      ? []
      : [{ from, to, at: arrivedAt.get(id) ?? createdAt }],
  );
  const came = only(facts, 'ungated').flatMap(({ at, payload: { found, from, to } }) =>
    found === 'arrival' && to ? [{ from, to, at }] : [],
  );
  const stays: Stay[] = [];
  for (const { from, to, at } of [...went, ...came].sort((a, b) => a.at - b.at)) {
    const last = stays.at(-1);
    if (last) last.until = at;
    // It left from somewhere else than where it was seen to arrive: moved without Baton, nobody here knows when.
    if (from !== undefined && last?.where !== from) stays.push({ where: from, from: null, until: at });
    stays.push({ where: to, from: at, until: null });
  }
  return stays;
}

function ownersOf(handoffs: readonly Handoff[]): Owner[] {
  const owners: Owner[] = [];
  const add = (owner: Owner): void => {
    if (owners.at(-1)?.who !== owner.who) owners.push(owner);
  };
  for (const { changes, sender, createdAt, state } of handoffs) {
    if (state === 'failed') continue;
    const change = changes.find(({ field }) => field === 'owner');
    const before = change?.from?.label || sender;
    if (before) add({ who: before, since: createdAt, by: 'sender' });
    if (change?.to.label) add({ who: change.to.label, since: createdAt, by: 'change' });
  }
  return owners;
}

function gapsOf(facts: readonly Fact[]): Gap[] {
  const held = firstHolds(facts).map(({ at, payload }): Gap => ({ at, missing: payload.missing, overridden: false }));
  const went = only(facts, 'override').map(
    ({ at, payload }): Gap => ({ at, missing: payload.missing, overridden: true, words: payload.reason }),
  );
  return [...held, ...went].sort((a, b) => a.at - b.at);
}

function reasonsOf(handoffs: readonly Handoff[], playbooks: readonly Playbook[]): Why[] {
  return handoffs.flatMap(({ reason, playbook, createdAt }) => {
    if (reason === undefined) return [];
    const choice = playbooks.find(({ id }) => id === playbook)?.reason.choices.find(({ id }) => id === reason);
    return [{ at: createdAt, reason, words: choice?.label ?? reason }];
  });
}
