import { vi } from 'vitest';
import type { Background } from '../../../lib/gate/background';
import { Gate } from '../../../lib/gate/gate';
import type { Way } from '../../../lib/gate/holds';
import type { Leaving } from '../../../lib/gate/leaving';
import { Memory } from '../../../lib/gate/memory';
import { writesAt } from '../../../lib/gate/writes';
import type { GateAnswer, GateMemory } from '../../../lib/messages/protocol';
import type { Attempt } from '../../../lib/model/attempt';
import type { PageSite } from '../../../lib/model/site';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { attempt, DESK, practice, rt } from './attempts';

export const ROSTER = [
  { team: 'Support', people: ['Amara Okafor'] },
  { team: 'Engineering', people: ['jonas', 'Priya Nair'] },
];

/** As Baton comes. */
const IN_FORCE = ['support-to-engineering', 'sales-to-onboarding'];

export function gateMemory(more: Partial<GateMemory> = {}): GateMemory {
  return {
    site: 'practice',
    playbooks: builtInPlaybooks.filter(({ id }) => IN_FORCE.includes(id)).map(({ id, trigger }) => ({ id, trigger })),
    lets: [],
    roster: ROSTER,
    whenUnsure: 'open',
    ...more,
  };
}

/** The background as the gate knows it; `held` says what becomes of what is held. */
export function fakeBackground(held: () => Promise<GateAnswer> = async () => ({ do: 'hold' })) {
  const tell = vi.fn();
  const ask = vi.fn((name: string) => {
    if (name !== 'gate/held') throw new Error(`the gate asked ${name}`);
    return held();
  });
  const state = { orphaned: false };
  const background = {
    ask,
    tell,
    orphaned: () => state.orphaned,
    stayAwake: vi.fn(),
    rest: vi.fn(),
  };
  return { ...background, state, line: background as unknown as Background };
}

/** A background that gives one answer to all that is held; and one that cannot be reached. */
export const answers = (answer: GateAnswer['do']) => fakeBackground(async () => ({ do: answer }));
export const silent = () => fakeBackground(() => Promise.reject(new Error('no answer')));

/** What the background was told, by names. */
export const names = (tell: ReturnType<typeof fakeBackground>['tell']) => tell.mock.calls.map(([name]) => name);

/** A gate with a background and a memory of its own: `memory` null means that it has not arrived. */
export function gateWith({
  background = fakeBackground(),
  memory = gateMemory(),
  hello = () => new Promise<GateMemory>(() => {}),
  sites = [rt, practice],
}: {
  background?: ReturnType<typeof fakeBackground>;
  memory?: GateMemory | null;
  hello?: () => Promise<GateMemory>;
  sites?: PageSite[];
} = {}) {
  const remembers = new Memory(sites, '127.0.0.1:18090', hello);
  if (memory) remembers.learn(memory);
  // A page without an address stands for whichever desk it speaks to.
  const page = document.URL.startsWith(DESK) ? document : document.implementation.createHTMLDocument();
  return { gate: new Gate(page, remembers, background.line), memory: remembers, background };
}

export function fakeWay(more: Pick<Way, 'comesBack'> = {}) {
  return { go: vi.fn((_attempt?: string) => true), cancel: vi.fn(() => {}), ...more };
}

/** A reply of the practice desk that gives the case to somebody in Engineering: a handoff. */
export const toEngineering = (door: Attempt['door'] = 'wire', id = '104'): Attempt =>
  attempt(`${DESK}/case/${id}/reply`, { door, fields: { owner: 'jonas' } });

export function leaving(made: Attempt, way: Way, more: Partial<Leaving> = {}): Leaving {
  const site = more.site ?? practice;
  return {
    attempt: made,
    site,
    matched: writesAt(site, made.door, made.method, made.url),
    use: made.door === 'wire' ? 'request' : 'event',
    way,
    ...more,
  };
}

/** Lets everything that is waiting for a promise go on. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}
