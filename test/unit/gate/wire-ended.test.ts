// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://desk.example/case/104" }

import { afterEach, describe, expect, inject, it } from 'vitest';
import { GONE, type Refused } from '../../../lib/gate/wire-protocol';
import { soon, wireUp } from './wires';

afterEach(() => document.body.replaceChildren());

const NO = '{"error":"no"}';
const TYPES = ['readystatechange', 'loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];

/** A request that is held, with all that it then tells: `type state status`, of its upload with an arrow. */
function held({ body = 'Owner=29' as string | null, as = '' } = {}) {
  const wire = wireUp(inject('wire'));
  const xhr = new wire.Xhr();
  const heard: string[] = [];
  for (const type of TYPES)
    for (const [target, mark] of [
      [xhr, ''],
      [xhr.upload, '↑ '],
    ] as const)
      target.addEventListener(type, () => heard.push(`${mark}${type} ${xhr.readyState}`));
  xhr.open('POST', '/case/104/reply', true);
  xhr.responseType = as;
  xhr.send(body);
  return { ...wire, xhr, heard, own: () => Object.getOwnPropertyNames(xhr).filter((name) => name in Shown) };
}
const Shown = { readyState: 0, status: 0, statusText: 0, response: 0, responseText: 0, responseURL: 0 };

describe('a request that is refused', () => {
  it('fails as in the browser, in a turn of its own, and shows no more than that', async () => {
    const { answer, heard, sent, own } = held();
    answer(false);
    expect(heard).toEqual([]);
    await soon();
    expect(heard).toEqual([
      'loadstart 1',
      '↑ loadstart 1',
      'readystatechange 4',
      '↑ error 4',
      '↑ loadend 4',
      'error 4',
      'loadend 4',
    ]);
    expect(own()).toEqual(['readyState']);
    expect(sent).toEqual([]);
  });

  it('tells nothing of an upload where it had no body', async () => {
    const { answer, heard } = held({ body: null });
    answer(false);
    await soon();
    expect(heard).toEqual(['loadstart 1', 'readystatechange 4', 'error 4', 'loadend 4']);
  });

  it('is given up, where the desk understands that', async () => {
    const { answer, heard, xhr } = held();
    answer(false, 1, { abort: true });
    await soon();
    expect(heard.slice(2)).toEqual(['readystatechange 4', '↑ abort 4', '↑ loadend 4', 'abort 4', 'loadend 4']);
    expect(xhr.readyState).toBe(0);
  });

  it.each([
    [['error'], 'error'],
    [['error', 'abort'], 'abort'],
    [['error', 'loadend'], 'loadend'],
    [['abort'], 'abort'],
  ] as const)(
    'given up, it fails for a page that hears of failures alone: one with handlers for %s',
    async (all, last) => {
      const { answer, xhr, heard } = held();
      const handled: string[] = [];
      for (const type of all) xhr[`on${type}`] = () => handled.push(type);
      answer(false, 1, { abort: true });
      await soon();
      expect(handled).toEqual([last]);
      expect(heard).toContain(`${all.join() === 'error' ? 'error' : 'abort'} 4`);
    },
  );

  it('is answered with the desk’s own words', async () => {
    const { answer, heard, xhr } = held();
    answer(false, 1, { no: NO });
    await soon();
    expect(heard).toEqual([
      'loadstart 1',
      '↑ loadstart 1',
      '↑ progress 1',
      '↑ load 1',
      '↑ loadend 1',
      'readystatechange 2',
      'readystatechange 3',
      'progress 3',
      'readystatechange 4',
      'load 4',
      'loadend 4',
    ]);
    const { status, response, responseText, responseURL, statusText } = xhr as unknown as XMLHttpRequest;
    expect({ status, response, responseText, responseURL, statusText }).toEqual({
      status: 200,
      statusText: 'OK',
      response: NO,
      responseText: NO,
      responseURL: 'https://desk.example/case/104/reply',
    });
    const header = (name: string) => (xhr as unknown as XMLHttpRequest).getResponseHeader(name);
    expect([header('Content-Type'), header('etag'), xhr.getAllResponseHeaders()]).toEqual([
      'application/json',
      null,
      'content-type: application/json\r\n',
    ]);
  });

  it.each<[string, (response: unknown) => unknown]>([
    ['json', (response) => JSON.stringify(response)],
    ['blob', (response) => (response as Blob).size === NO.length && (response as Blob).type && NO],
    ['arraybuffer', (response) => new TextDecoder().decode(response as ArrayBuffer)],
  ])('is answered as %s where the page asked for that', async (as, read) => {
    const { answer, xhr } = held({ as });
    answer(false, 1, { no: NO });
    await soon();
    expect(read((xhr as unknown as XMLHttpRequest).response)).toBe(NO);
    expect(Object.hasOwn(xhr, 'responseText')).toBe(false);
  });
});

describe('what the page does with a request that ends', () => {
  const failing: [string, Refused][] = [
    ['fails', {}],
    ['is given up', { abort: true }],
    ['is answered', { no: NO }],
  ];

  it.each(failing)('one that %s can be opened again, and is then asked about anew', async (_, how) => {
    const { answer, xhr, own, sent, questions } = held();
    answer(false, 1, how);
    await soon();
    xhr.open('POST', '/case/104/reply', true);
    expect([own(), xhr.readyState]).toEqual([[], 1]);
    xhr.send('Owner=30');
    expect(questions.at(-1)).toMatchObject({ n: 2, body: { text: 'Owner=30' } });
    answer(true, 2);
    expect(sent).toEqual([{ how: 'xhr', args: ['POST', '/case/104/reply', 'Owner=30'] }]);
  });

  it.each(failing)('one that %s is not sent a second time unless it is', async (_, how) => {
    const { answer, xhr, sent } = held();
    const again = expect.objectContaining({ name: 'InvalidStateError' });
    expect(() => xhr.send('Owner=30')).toThrow(again);
    answer(false, 1, how);
    await soon();
    expect(() => xhr.send('Owner=30')).toThrow(again);
    expect(sent).toEqual([]);
  });

  it('opened again by a listener, it tells no more of its end', async () => {
    const { answer, xhr, heard } = held();
    xhr.addEventListener('error', () => xhr.open('GET', '/other'), { once: true });
    answer(false);
    await soon();
    expect([heard.at(-1), xhr.readyState]).toEqual(['error 4', 1]);
  });

  it('aborted while it is held, it ends at once as the browser has it, and is told as gone', () => {
    const { answer, xhr, heard, sent, told } = held();
    xhr.abort();
    const gone = ['readystatechange 4', '↑ abort 4', '↑ loadend 4', 'abort 4', 'loadend 4'];
    expect(heard.slice(2)).toEqual(gone);
    expect([xhr.readyState, xhr.aborted]).toEqual([0, 1]);
    expect(told).toContainEqual([GONE, { n: 1 }]);
    answer(true, 1);
    expect(sent).toEqual([]);
  });

  it('aborted before it has heard of a refusal, it is aborted, once', async () => {
    const { answer, xhr, heard } = held();
    answer(false);
    xhr.abort();
    await soon();
    expect(heard.filter((one) => /^(error|abort|loadend)/.test(one))).toEqual(['abort 4', 'loadend 4']);
  });

  it('aborted after its end, it tells nothing, and has no answer any more', async () => {
    const { answer, xhr, heard, own } = held();
    answer(false, 1, { no: NO });
    await soon();
    const before = heard.length;
    xhr.abort();
    expect([heard.length, own(), xhr.readyState]).toEqual([before, ['readyState'], 0]);
  });

  it('is not misled by a page that replaces how lists are gone through', async () => {
    const { world, answer, heard } = held();
    world.Array.prototype[Symbol.iterator] = () => {
      throw new Error('seen');
    };
    answer(false);
    await soon();
    expect(heard.at(-1)).toBe('loadend 4');
  });
});
