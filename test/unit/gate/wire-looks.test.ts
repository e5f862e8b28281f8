// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://desk.example/case/104" }

import { afterEach, describe, expect, inject, it } from 'vitest';
import { GONE } from '../../../lib/gate/wire-protocol';
import { left, soon, type World, wireUp } from './wires';

afterEach(() => document.body.replaceChildren());

describe('the asking functions', () => {
  const places: [string, (world: World) => object][] = [
    ['fetch', (world) => world],
    ['fetchLater', (world) => world],
    ['open', (world) => world.XMLHttpRequest.prototype],
    ['send', (world) => world.XMLHttpRequest.prototype],
    ['abort', (world) => world.XMLHttpRequest.prototype],
    ['submit', (world) => world.HTMLFormElement.prototype],
    ['sendBeacon', (world) => world.Navigator.prototype],
  ];

  it.each(places)('%s is described and printed as what it stands for', (name, owner) => {
    let native: PropertyDescriptor | undefined;
    let printed = '';
    const { world } = wireUp(inject('wire'), {
      before: (plain) => {
        native = Object.getOwnPropertyDescriptor(owner(plain), name);
        printed = String(native?.value);
      },
    });
    const now = Object.getOwnPropertyDescriptor(owner(world), name);
    expect(now?.value).not.toBe(native?.value);
    expect({ ...now, value: 0 }).toEqual({ ...native, value: 0 });
    for (const member of ['name', 'length'] as const) expect(now?.value[member]).toBe(native?.value[member]);
    expect(Reflect.ownKeys(now?.value)).toEqual(Reflect.ownKeys(native?.value));
    expect(now?.value.toString()).toBe(printed);
    expect(`${now?.value}`).toBe(printed);
    expect(now?.value.toString).toBe(now?.value.toString);
    expect(now?.value.toString.toString()).toBe(native?.value.toString.toString());
    expect(Object.getPrototypeOf(now?.value)).toBe(Object.getPrototypeOf(native?.value));
  });

  it('print by whatever the page prints functions with', () => {
    const { world } = wireUp(inject('wire'));
    const plain = Function.prototype.toString;
    Function.prototype.toString = function () {
      return `ours ${plain.call(this).length}`;
    };
    try {
      expect(world.fetch.toString()).toMatch(/^ours \d+$/);
      expect(world.fetch.toString.call(() => 0)).toBe('ours 7');
    } finally {
      Function.prototype.toString = plain;
    }
  });

  it('work through a page’s own wrapper, and the browser’s own through theirs', async () => {
    const { world, questions, sent, rules } = wireUp(inject('wire'));
    rules.holds = () => false;
    const asked: string[] = [];
    const inner = world.fetch;
    world.fetch = (...args) => {
      asked.push(String(args[0]));
      return inner.apply(world, args);
    };
    await world.fetch('/a', { method: 'POST', body: 'owner=jonas' });
    await inner.call(undefined as never, '/b');
    expect(asked).toEqual(['/a']);
    expect(questions.map(({ url }) => new URL(url).pathname)).toEqual(['/a', '/a', '/b', '/b']);
    expect(sent).toHaveLength(2);
  });
});

describe('a held fetchLater', () => {
  type Result = { activated: boolean };
  const later = (world: World, init: object = {}) =>
    (world as unknown as { fetchLater(url: string, init: object): Result }).fetchLater('/case/104/reply', {
      method: 'POST',
      body: 'owner=jonas',
      ...init,
    });

  it('is kept, with a result like the browser’s, and waits on its own when it is let go', async () => {
    const { world, sent, answer, questions } = wireUp(inject('wire'));
    const result = later(world, { activateAfter: 50 });
    expect(questions.at(-1)).toMatchObject({ method: 'POST', body: { text: 'owner=jonas' } });
    expect(result).toBeInstanceOf((world as unknown as { FetchLaterResult: never }).FetchLaterResult);
    expect([result.activated, sent]).toEqual([false, []]);
    answer(true);
    answer(true);
    expect(left(sent)).toEqual([['later', 'POST', '/case/104/reply', 'owner=jonas', 50]]);
  });

  it('that nobody minds returns what the browser returns', () => {
    const { world, sent, rules } = wireUp(inject('wire'));
    rules.holds = () => false;
    const result = later(world);
    expect(Object.hasOwn(result, 'activated')).toBe(false);
    rules.cares = () => false;
    later(world);
    expect(sent).toHaveLength(2);
  });

  it('that is refused is dropped, and one that the page gives up is told as gone', async () => {
    const { world, sent, answer, told } = wireUp(inject('wire'));
    later(world);
    answer(false);
    const stop = new world.AbortController();
    later(world, { signal: stop.signal });
    stop.abort();
    await soon();
    expect(told).toContainEqual([GONE, { n: 2 }]);
    answer(true, 2);
    expect(sent).toEqual([]);
  });
});
