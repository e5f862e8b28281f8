// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shared } from '../../../lib/gate/shared';
import { RETRY } from '../../../lib/gate/taken-back';
import { fakeWay, gateWith, leaving, names, settled, toEngineering } from './gates';

/** When the person last did something, in milliseconds of the page's clock. */
let acted = Number.NEGATIVE_INFINITY;
const act = () => {
  vi.advanceTimersByTime(1);
  acted = performance.now();
};

beforeEach(() => {
  vi.useFakeTimers();
  acted = Number.NEGATIVE_INFINITY;
  // Of the case nothing is known: what a person did is all that this is asked here.
  shared().saved = { actedSince: (moment: number) => acted > moment, before: () => undefined } as never;
});
afterEach(() => {
  delete shared().saved;
  vi.useRealTimers();
});

/** A handoff that was held and taken back; `send` has it leave once more. */
async function takenBack(door: 'wire' | 'form' = 'wire') {
  const { gate, background } = gateWith();
  const send = async (by = door) => {
    const way = fakeWay();
    const { say } = gate.consider(leaving(toEngineering(by), way));
    await settled();
    return { say, refused: way.cancel.mock.calls.length, held: gate.holds.size };
  };
  act();
  await send();
  gate.cancel(gate.holds.all()[0]?.attempt as string);
  return { gate, background, send, asked: () => background.ask.mock.calls.length };
}

it('what the desk tries again by itself is refused each time, and nobody is asked about it', async () => {
  const { background, send, asked } = await takenBack();
  for (let tries = 0; tries < 500; tries += 1) {
    vi.advanceTimersByTime(200);
    expect(await send()).toEqual({ say: 'stop', refused: 1, held: 0 });
  }
  expect(asked()).toBe(1);
  expect(names(background.tell)).not.toContain('gate/ungated');
});

it('what a person sends again is held again, whatever was tried meanwhile', async () => {
  const { send, asked } = await takenBack();
  await send();
  act();
  expect(await send()).toEqual({ say: 'stop', refused: 0, held: 1 });
  expect(asked()).toBe(2);
});

it('what comes much later without a person is held: nobody tries again so late', async () => {
  const { send } = await takenBack();
  vi.advanceTimersByTime(RETRY);
  expect(await send()).toMatchObject({ refused: 0, held: 1 });
});

it('a form that is sent again is held again: only requests are tried again', async () => {
  const { send } = await takenBack('form');
  expect(await send()).toMatchObject({ refused: 0, held: 1 });
});

it('a request is held that no request was before: what was taken back was a form', async () => {
  const { send } = await takenBack('form');
  expect(await send('wire')).toMatchObject({ refused: 0, held: 1 });
});

it('where nobody can tell whether a person acted, it is held', async () => {
  const { send } = await takenBack();
  delete shared().saved;
  expect(await send()).toMatchObject({ refused: 0, held: 1 });
});

it('what the page sends as it is left is judged as ever: to leave it is an act', async () => {
  const { gate, send } = await takenBack();
  gate.leave();
  expect((await send()).say).toBe('go');
});
