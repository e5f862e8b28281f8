// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://desk.example/case/104" }

import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { ASK, FOLLOW, GONE, HANDOVER, KEY, OUTCOME, TAKEN } from '../../../lib/gate/wire-protocol';
import { FakeRequest, left, newWorld, soon, wireUp as up, type World } from './wires';

const wireUp = (how?: Parameters<typeof up>[1]) => up(inject('wire'), how);

afterEach(() => document.body.replaceChildren());

const post = (world: World, body: unknown, more: RequestInit = {}) =>
  world.fetch('/case/104/reply', { method: 'post', body: body as never, ...more });

/** An answer that a desk takes for a refusal of its own. */
const REFUSAL = '{"error":1}';
/** A long text, as a pasted picture makes one. */
const LONG = 'x'.repeat(3_000_000);

describe('a page without a gate', () => {
  it('keeps the browser’s own functions, in the same turn', async () => {
    const { world, sent, Xhr } = wireUp({ gate: false });
    await expect(post(world, 'owner=jonas')).resolves.toMatchObject({ status: 201 });
    const xhr = new Xhr();
    xhr.open('POST', '/x');
    xhr.send('a=b');
    world.navigator.sendBeacon('/y', 'z');
    world.document.createElement('form').submit();
    expect(sent.map(({ how }) => how)).toEqual(['fetch', 'xhr', 'beacon', 'submit']);
  });
});

describe('what nobody minds', () => {
  it('goes untouched after one question without a body', async () => {
    const { world, sent, questions, rules } = wireUp();
    rules.cares = () => false;
    const body = new world.Blob(['owner=jonas']);
    const text = vi.spyOn(body, 'text');
    const init = { method: 'POST', body };
    await world.fetch('/search?q=1', init);
    expect(questions).toEqual([{ n: 1, method: 'POST', url: 'https://desk.example/search?q=1' }]);
    expect(sent[0]?.args).toEqual(['/search?q=1', init]);
    expect(text).not.toHaveBeenCalled();
  });

  it('an address that is none is left to the browser', async () => {
    const { world, sent, questions, Xhr } = wireUp();
    void world.fetch('http://[');
    const xhr = new Xhr();
    xhr.open('GET', 'http://[');
    xhr.send();
    world.navigator.sendBeacon('http://[');
    expect(questions).toEqual([]);
    expect(sent).toHaveLength(3);
  });
});

describe('the body goes to the gate as the page wrote it', () => {
  const upload = (world: World) => {
    const form = new world.FormData();
    form.append('owner', 'jonas & co');
    form.append('tag', 'a');
    form.append('tag', 'b');
    form.append('file', new world.File(['123'], 'log.txt', { type: 'text/plain' }));
    return form;
  };
  const bytes = (world: World) => new world.Uint8Array([...'owner=jonas'].map((letter) => letter.charCodeAt(0)));

  const pairs = (text: string, files = {}) => ({ as: 'pairs', text, files });
  const plain = (text: string) => ({ as: 'text', text });

  it.each<[string, (world: World) => unknown, unknown]>([
    ['nothing', () => undefined, { none: true }],
    ['text', () => '{"owner":"jonas"}', plain('{"owner":"jonas"}')],
    ['fields', (world) => new world.URLSearchParams({ owner: 'jonas' }), { as: 'form', text: 'owner=jonas' }],
    [
      'form data, of whose files only name, size and type are told',
      upload,
      pairs('5:owner10:jonas & co3:tag1:a3:tag1:b', { 0: { name: 'log.txt', size: 3, type: 'text/plain' } }),
    ],
    ['a blob', (world) => new world.Blob(['owner=jonas']), plain('owner=jonas')],
    ['bytes', bytes, plain('owner=jonas')],
    ['a buffer', (world) => bytes(world).buffer, plain('owner=jonas')],
    ['long text', () => LONG, plain(LONG)],
    ['a long blob', (world) => new world.Blob([LONG]), plain(LONG)],
    [
      'a long blob whose letters are of several bytes',
      (world) => new world.Blob([`x${'é€😀'.repeat(200_000)}`]),
      plain(`x${'é€😀'.repeat(200_000)}`),
    ],
    ['a number', () => 7, plain('7')],
    ['what has a text of its own', () => ({ toString: () => 'owner=jonas' }), plain('owner=jonas')],
    ['text in an object', (world) => new world.String('owner=jonas'), plain('owner=jonas')],
    ['a stream', (world) => new world.ReadableStream(), { unread: 'a stream' }],
    ['more text than can be looked at', () => 'x'.repeat(40_000_001), { unread: 'too large' }],
  ])('%s', async (_, make, told) => {
    const { world, questions, rules } = wireUp();
    rules.holds = () => false;
    await post(world, make(world));
    expect(questions).toHaveLength(2);
    expect(questions[1]).toEqual({ n: 1, method: 'POST', url: 'https://desk.example/case/104/reply', body: told });
  });

  it.each<[string, (other: World) => unknown, unknown]>([
    ['a blob', (other) => new other.Blob(['owner=jonas']), plain('owner=jonas')],
    ['fields', (other) => new other.URLSearchParams({ owner: 'jonas' }), { as: 'form', text: 'owner=jonas' }],
    ['bytes', bytes, plain('owner=jonas')],
    ['a buffer', (other) => bytes(other).buffer, plain('owner=jonas')],
    [
      'form data',
      upload,
      pairs('5:owner10:jonas & co3:tag1:a3:tag1:b', { 0: { name: 'log.txt', size: 3, type: 'text/plain' } }),
    ],
  ])('%s of another frame is known by what it is, whatever a page makes of it', async (_, make, told) => {
    const { world, questions, rules } = wireUp();
    rules.holds = () => false;
    const body = make(newWorld()) as object;
    // Node itself reads no bytes that were changed so; browsers do (test/e2e/wire.spec.ts).
    if (!/Array/.test(body.constructor.name)) {
      Object.defineProperty(body, Symbol.toStringTag, { value: 'ReadableStream' });
      Object.setPrototypeOf(body, null);
    }
    await post(world, body);
    expect(questions[1]?.body).toEqual(told);
  });

  it('a long field goes as it is, and a file beside it counts for nothing', async () => {
    const { world, questions, rules } = wireUp();
    rules.holds = () => false;
    const form = new world.FormData();
    form.append('owner', 'jonas');
    form.append('picture', LONG);
    form.append('file', new world.File([LONG], 'trace.txt'));
    form.append('team', 'x');
    await post(world, form);
    expect(questions[1]?.body).toMatchObject(pairs(`5:owner5:jonas7:picture3000000:${LONG}4:team1:x`));
  });

  it.each<[string, (request: Request) => Request]>([
    ['a Request', (request) => request],
    ['a Request that claims to be none', (request) => Object.setPrototypeOf(request, null)],
  ])('%s', async (_, made) => {
    const { world, questions, rules, sent } = wireUp();
    rules.holds = () => false;
    await world.fetch(made(new world.Request('/api', { method: 'PUT', body: 'owner=jonas' })));
    expect(questions[1]).toMatchObject({
      method: 'PUT',
      url: 'https://desk.example/api',
      body: { text: 'owner=jonas' },
    });
    expect(left(sent)).toEqual([['fetch', 'PUT', '/api', 'owner=jonas']]);
  });

  it('a Request that was used up is left to the browser, which throws', async () => {
    const { world, questions, sent } = wireUp();
    const request = new world.Request('/api', { method: 'PUT', body: 'owner=jonas' });
    new FakeRequest(request as never);
    void world.fetch(request);
    expect([questions.length, sent.map(({ args }) => args[0])]).toEqual([1, [request]]);
  });

  it('an address that says another thing each time is judged by what the browser is given', async () => {
    const { world, sent, questions, rules, Xhr } = wireUp();
    rules.cares = () => false;
    let asked = 0;
    const address = () => ({
      toString() {
        asked += 1;
        return `/${asked}`;
      },
    });
    void world.fetch(address() as never);
    world.navigator.sendBeacon(address() as never);
    const xhr = new Xhr();
    xhr.open('POST', address());
    xhr.send('a=b');
    expect(questions.map(({ url }) => new URL(url).pathname)).toEqual(['/1', '/2', '/3']);
    expect(sent.map(({ how, args }) => (how === 'xhr' ? args[1] : args[0]))).toEqual(['/1', '/2', '/3']);
  });

  it('what the page changes afterwards changes nothing of what was judged and is sent', async () => {
    const { world, sent, answer, Xhr } = wireUp();
    const form = upload(world);
    const init = { method: 'POST', body: 'owner=jonas' };
    void world.fetch('/case/104/reply', init);
    init.body = 'owner=amara';
    answer(true);
    const xhr = new Xhr();
    xhr.open('POST', '/x');
    xhr.send(form);
    form.set('owner', 'amara');
    answer(true);
    expect(left(sent)[0]?.[3]).toBe('owner=jonas');
    expect((left(sent)[1]?.[3] as FormData | undefined)?.get('owner')).toBe('jonas & co');
  });
});

describe('a held fetch', () => {
  it('is kept pending, then sent once as it was, and its outcome told', async () => {
    const { world, sent, answer, told } = wireUp();
    const init = { method: 'POST', body: 'owner=jonas', headers: { 'x-csrf': '1' } };
    const result = world.fetch('/case/104/reply', init);
    await soon();
    expect(sent).toEqual([]);
    answer(true);
    await expect(result).resolves.toMatchObject({ status: 201 });
    answer(true);
    expect(left(sent)).toEqual([['fetch', 'POST', '/case/104/reply', 'owner=jonas']]);
    await soon();
    expect(told.filter(([type]) => type === OUTCOME)).toEqual([[OUTCOME, { n: 1, status: 201 }]]);
  });

  it.each<[string, string | undefined, number]>([
    ['refuses inside', 'ok', -201],
    ['went well', 'ERROR', 201],
    ['is not looked at', undefined, 201],
  ])('whose answer %s is told as that, and the page reads the answer all the same', async (_, no, status) => {
    const { world, answer, told } = wireUp();
    const result = post(world, 'owner=jonas');
    answer(true, 1, no === undefined ? {} : { no });
    expect(await (await result).text()).toBe('ok');
    await soon();
    expect(told.filter(([type]) => type === OUTCOME)).toEqual([[OUTCOME, { n: 1, status }]]);
  });

  it.each<[string, string, string, boolean]>([
    ['a page that asks for a password', 'text/html; charset=utf-8', '<form><input type="password">', true],
    ['a page that asks for none', 'text/html', '<p>Saved, type=text', false],
    ['no page', 'application/json', '{"hint":"<input type=password>"}', false],
  ])('whose answer is %s is told as that', async (_, type, text, signIn) => {
    const { world, answer, told, rules } = wireUp();
    rules.answers = () => new Response(text, { headers: { 'content-type': type } });
    const result = post(world, 'owner=jonas');
    answer(true);
    expect(await (await result).text()).toBe(text);
    await soon();
    const ended = { n: 1, status: 200, ...(signIn ? { signIn } : {}) };
    expect(told.filter(([kind]) => kind === OUTCOME)).toEqual([[OUTCOME, ended]]);
  });

  it('that is refused fails as the network would, with a TypeError', async () => {
    const { world, sent, answer } = wireUp();
    const result = post(world, 'owner=jonas');
    answer(false);
    await expect(result).rejects.toBeInstanceOf(world.TypeError);
    expect(sent).toEqual([]);
  });

  it('that is refused in the desk’s own words is answered with them, and nothing of it leaves for the desk', async () => {
    const { world, sent, answer } = wireUp();
    const result = post(world, 'owner=jonas');
    answer(false, 1, { no: REFUSAL });
    const response = await result;
    expect([response.status, response.ok, response.url]).toEqual([200, true, 'https://desk.example/case/104/reply']);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ error: 1 });
    expect(sent).toEqual([]);
  });

  it('that is refused as if given up rejects as an abort does', async () => {
    const { world, sent, answer } = wireUp();
    const result = post(world, 'owner=jonas');
    answer(false, 1, { abort: true });
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent).toEqual([]);
  });

  it('that is refused in the same breath fails too', async () => {
    const { world, sent, answer, rules } = wireUp();
    rules.holds = ({ n }) => {
      answer(false, n);
      return true;
    };
    await expect(post(world, 'owner=jonas')).rejects.toBeInstanceOf(world.TypeError);
    expect(sent).toEqual([]);
  });

  it('that the page aborts ends as the page expects, is told as gone, and never leaves', async () => {
    const { world, sent, answer, told } = wireUp();
    const abort = new world.AbortController();
    const result = post(world, 'owner=jonas', { signal: abort.signal });
    await soon();
    abort.abort();
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toContainEqual([GONE, { n: 1 }]);
    const gone = sent.length;
    answer(true, 1);
    expect(sent).toHaveLength(gone);
  });

  it('of a Request with a signal of its own is given up with it', async () => {
    const { world, told } = wireUp();
    const abort = new world.AbortController();
    const result = world.fetch(new world.Request('/api', { method: 'POST', body: 'a=b', signal: abort.signal }));
    await soon();
    abort.abort();
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toContainEqual([GONE, { n: 1 }]);
  });

  it('that was aborted before it was asked about is left to the browser', async () => {
    const { world, told } = wireUp();
    await expect(post(world, 'owner=jonas', { signal: world.AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(told.filter(([type]) => type === GONE)).toEqual([]);
  });

  it('two that wait are told apart by their numbers', async () => {
    const { world, sent, answer, questions } = wireUp();
    const [first, second] = [post(world, 'owner=jonas'), post(world, 'owner=amara')];
    const numbers = questions.filter(({ body }) => body).map(({ n }) => n);
    answer(true, numbers[1]);
    answer(false, numbers[0]);
    await expect(second).resolves.toMatchObject({ status: 201 });
    await expect(first).rejects.toBeInstanceOf(world.TypeError);
    expect(left(sent).map(([, , , body]) => body)).toEqual(['owner=amara']);
  });
});

describe('a held XMLHttpRequest', () => {
  function held(async = true, make: (world: World) => unknown = () => 'Owner=29') {
    const wire = wireUp();
    const xhr = new wire.Xhr();
    xhr.open('post', '/Helpers/TicketUpdate?id=7', async);
    return { ...wire, xhr, send: () => xhr.send(make(wire.world)) };
  }

  it('is kept, then sent once, and its outcome told', async () => {
    const { xhr, send, sent, answer, told, questions } = held();
    send();
    expect(questions[1]).toMatchObject({
      now: false,
      method: 'POST',
      url: 'https://desk.example/Helpers/TicketUpdate?id=7',
      body: { text: 'Owner=29' },
    });
    expect(sent).toEqual([]);
    answer(true);
    answer(true);
    expect(sent).toEqual([{ how: 'xhr', args: ['post', '/Helpers/TicketUpdate?id=7', 'Owner=29'] }]);
    xhr.dispatchEvent(new Event('loadend'));
    expect(told).toContainEqual([OUTCOME, { n: 1, status: 200 }]);
  });

  it.each<[string, string | Error, number]>([
    ['refuses inside', '{"state":"ERROR"}', -200],
    ['went well', '{"state":"SUCCESS"}', 200],
    ['is too long to look at', `ERROR${'x'.repeat(256_000)}`, 200],
    ['is no text', new Error('it was asked for as a blob'), 200],
  ])('whose answer %s is told as that', (_, said, status) => {
    const { xhr, send, answer, told } = held();
    send();
    answer(true, 1, { no: 'ERROR' });
    Object.assign(xhr, { said });
    xhr.dispatchEvent(new Event('loadend'));
    expect(told).toContainEqual([OUTCOME, { n: 1, status }]);
  });

  it('whose answer is a page that asks for a password is told as that', () => {
    const { xhr, send, answer, told } = held();
    send();
    answer(true);
    Object.assign(xhr, { type: 'Text/HTML', said: "<input type='password'>" });
    xhr.dispatchEvent(new Event('loadend'));
    expect(told).toContainEqual([OUTCOME, { n: 1, status: 200, signIn: true }]);
  });

  it('that the page aborts or opens anew is told as gone, and is not sent later', async () => {
    for (const giveUp of ['abort', 'open'] as const) {
      const { xhr, send, sent, answer, told } = held();
      send();
      if (giveUp === 'abort') xhr.abort();
      else xhr.open('GET', '/other');
      expect(told).toContainEqual([GONE, { n: 1 }]);
      answer(true, 1);
      expect(sent).toEqual([]);
    }
  });

  it('that is sent from inside of open, or after another open that threw, is asked about all the same', () => {
    const { Xhr, sent, questions } = wireUp({
      before: ({ XMLHttpRequest: { prototype } }) => {
        const { open } = prototype;
        prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
          if (args[0] === 'TRACE') throw new TypeError('not allowed');
          open.apply(this, args as never);
          this.dispatchEvent(new Event('readystatechange'));
        } as never;
      },
    });
    const early = new Xhr();
    early.addEventListener('readystatechange', () => early.send('a=b'), { once: true });
    early.open('POST', '/early');
    const late = new Xhr();
    late.open('POST', '/late');
    expect(() => late.open('TRACE', '/other')).toThrow('not allowed');
    late.send('a=b');
    expect(questions.filter(({ body }) => body).map(({ url }) => new URL(url).pathname)).toEqual(['/early', '/late']);
    expect(sent).toEqual([]);
  });

  it('that the page aborts while its blob is still being read is not sent either', async () => {
    const { xhr, send, sent, questions } = held(true, (world) => new world.Blob(['Owner=29']));
    send();
    xhr.abort();
    await soon();
    expect(questions).toHaveLength(1);
    expect(sent).toEqual([]);
  });

  it('that cannot wait is refused as a network error in the same breath', async () => {
    const { send, sent, questions } = held(false);
    expect(send).toThrow(expect.objectContaining({ name: 'NetworkError' }));
    expect(questions.map(({ now }) => now)).toEqual([true, true]);
    expect(sent).toEqual([]);
  });

  it('that cannot wait is answered in the desk’s own words in the same breath', async () => {
    const { xhr, send, sent, rules, answer } = held(false);
    rules.holds = ({ n }) => {
      answer(false, n, { no: REFUSAL });
      return true;
    };
    send();
    expect([xhr.readyState, xhr.status, xhr.responseText]).toEqual([4, 200, REFUSAL]);
    expect(sent).toEqual([]);
  });

  it('that cannot wait and may go, goes', async () => {
    const { send, sent, rules } = held(false);
    rules.holds = () => false;
    send();
    expect(sent).toHaveLength(1);
  });

  it('a blob of one that cannot wait is unread', async () => {
    const { send, questions, rules } = held(false, (world) => new world.Blob(['Owner=29']));
    rules.holds = () => false;
    send();
    expect(questions[1]?.body).toEqual({ unread: 'not readable' });
  });
});

describe('a held form.submit()', () => {
  /** A form whose editor brings its text along by a `submit` of its own on the form. */
  const withEditor = (editor: (goOn: () => void) => void) => {
    const wire = wireUp();
    const form = wire.world.document.createElement('form');
    const own = form.submit;
    form.submit = () => editor(() => own.call(form));
    form.submit();
    expect(wire.sent).toEqual([]);
    return { ...wire, form };
  };

  it('has the editor bring along what was edited meanwhile, and is asked about no more', () => {
    const brought = vi.fn();
    const { form, sent, answer, questions } = withEditor((goOn) => {
      brought();
      goOn();
    });
    answer(true);
    expect(brought).toHaveBeenCalledTimes(2);
    expect([sent, questions.length]).toEqual([[{ how: 'submit', args: [form] }], 1]);
    form.submit();
    expect(questions).toHaveLength(2);
  });

  it('leaves though the editor does not go on this time', () => {
    let times = 0;
    const { form, sent, answer } = withEditor((goOn) => {
      times += 1;
      if (times === 1) goOn();
    });
    answer(true);
    expect(sent).toEqual([{ how: 'submit', args: [form] }]);
  });

  it('leaves where a control is called submit', () => {
    const { world, sent, answer } = wireUp();
    const form = world.document.createElement('form');
    Object.defineProperty(form, 'submit', { value: world.document.createElement('input') });
    world.HTMLFormElement.prototype.submit.call(form);
    answer(true);
    expect(sent).toEqual([{ how: 'submit', args: [form] }]);
  });

  it('leaves by the browser’s own function, once, when it is let go', async () => {
    const { world, sent, answer } = wireUp();
    const form = world.document.createElement('form');
    world.document.body.append(form);
    form.submit();
    expect(sent).toEqual([]);
    answer(true);
    answer(true);
    expect(sent).toEqual([{ how: 'submit', args: [form] }]);
  });

  it('that is refused does not leave', async () => {
    const { world, sent, answer } = wireUp();
    world.document.createElement('form').submit();
    answer(false);
    expect(sent).toEqual([]);
  });
});

describe('an address that is let go', () => {
  it('is gone to as a script of the page would, and the gate is told that it was', () => {
    const { world, element } = wireUp();
    const go = (url: string, replace: boolean) =>
      element.dispatchEvent(
        new world.CustomEvent(FOLLOW, { detail: JSON.stringify({ url, replace }), cancelable: true }),
      );
    const { history, location } = world;
    const before = history.length;
    expect(go('about:blank#first', true)).toBe(false);
    expect([location.hash, history.length]).toEqual(['#first', before]);
    go('about:blank#second', false);
    expect([location.hash, history.length]).toEqual(['#second', before + 1]);
  });
});

describe('a held beacon', () => {
  it('is answered true, and sent when it is let go', async () => {
    const { world, sent, answer } = wireUp();
    expect(world.navigator.sendBeacon('/case/104/reply', 'owner=jonas')).toBe(true);
    expect(sent).toEqual([]);
    answer(true);
    expect(sent).toEqual([{ how: 'beacon', args: ['https://desk.example/case/104/reply', 'owner=jonas'] }]);
  });

  it('that is refused is dropped', async () => {
    const { world, sent, answer } = wireUp();
    world.navigator.sendBeacon('/case/104/reply', 'owner=jonas');
    answer(false);
    expect(sent).toEqual([]);
  });
});

describe('the private element', () => {
  it('is taken once: what a page hands over later changes nothing', () => {
    const { world, questions, handOver } = wireUp();
    const forged = new world.EventTarget();
    const heard = vi.fn();
    forged.addEventListener('ask', heard);
    handOver(forged);
    void post(world, 'owner=jonas');
    expect(heard).not.toHaveBeenCalled();
    expect(questions).toHaveLength(2);
  });

  it('is seen by no listener of the page while it is handed over', () => {
    const { world, element, handOver, told } = wireUp({ gate: false });
    const seen = vi.fn();
    world.document.addEventListener(HANDOVER, seen, true);
    handOver(element);
    expect(seen).not.toHaveBeenCalled();
    expect(told).toEqual([[TAKEN, null]]);
  });

  describe('after an update of Baton', () => {
    const swap = (world: World, key: string, to: EventTarget) =>
      world.document.dispatchEvent(new world.MouseEvent(key, { relatedTarget: to as never }));

    it('is another one, which came by the event that the gate before named; what was held is taken back', async () => {
      const { world, element, questions, sent } = wireUp();
      element.dispatchEvent(new world.CustomEvent(KEY, { detail: 'secret' }));
      const held = post(world, 'owner=jonas');
      const next = new world.EventTarget();
      const asked = vi.fn((event: Event) => event.preventDefault());
      next.addEventListener(ASK, asked);
      const seen = vi.fn();
      world.document.addEventListener('secret', seen, true);
      swap(world, 'secret', next);
      await expect(held).rejects.toMatchObject({ name: 'AbortError' });
      expect(seen).not.toHaveBeenCalled();
      const before = questions.length;
      void post(world, 'owner=jonas');
      expect([asked.mock.calls.length, questions.length, sent]).toEqual([2, before, []]);
    });

    it('comes so to a document that was written anew too, once the gate named the event again', () => {
      const { world, element } = wireUp();
      const name = () => element.dispatchEvent(new world.CustomEvent(KEY, { detail: 'secret' }));
      const taken = vi.fn();
      const next = new world.EventTarget();
      next.addEventListener(TAKEN, taken);
      name();
      world.document.open();
      swap(world, 'secret', next);
      expect(taken).not.toHaveBeenCalled();
      name();
      swap(world, 'secret', next);
      expect(taken).toHaveBeenCalledTimes(1);
    });

    it('does not come by an event that was never named', () => {
      const { world, questions } = wireUp();
      swap(world, 'secret', new world.EventTarget());
      void post(world, 'owner=jonas');
      expect(questions).toHaveLength(2);
    });

    it('what a dead gate held is taken back within a second, and one that lives keeps it', async () => {
      const { world, rules } = wireUp();
      const ended = vi.fn();
      post(world, 'owner=jonas').catch(ended);
      await new Promise((resolve) => setTimeout(resolve, 900));
      expect(ended).not.toHaveBeenCalled();
      rules.alive = false;
      await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce(), { timeout: 1_000 });
    });
  });

  it('stays unseen, and its questions unforged, by a page that replaces what they are made of', async () => {
    const { world, sent, questions, answer } = wireUp();
    const seen = vi.fn();
    const trap = (...args: unknown[]) => {
      seen(...args);
      return '';
    };
    world.EventTarget.prototype.dispatchEvent = trap as never;
    world.EventTarget.prototype.addEventListener = trap as never;
    world.JSON.stringify = trap as never;
    world.Reflect.apply = trap as never;
    world.Function.prototype.call = trap as never;
    world.Function.prototype.apply = trap as never;
    // biome-ignore lint/suspicious/noThenProperty: a page may replace it
    world.Promise.prototype.then = trap as never;
    world.String.prototype.toUpperCase = trap as never;
    world.Array.prototype.push = trap as never;
    Object.defineProperty(world.URL.prototype, 'href', { get: trap });
    Object.defineProperty(world.CustomEvent.prototype, 'detail', { get: trap });
    Object.defineProperty(world.Event.prototype, 'defaultPrevented', { get: trap });
    void post(world, 'owner=jonas');
    expect(questions.map(({ method, body }) => [method, body])).toEqual([
      ['POST', undefined],
      ['POST', { as: 'text', text: 'owner=jonas' }],
    ]);
    expect(sent).toEqual([]);
    expect(seen).not.toHaveBeenCalled();
    expect(answer).toBeDefined();
  });

  it('asks nothing that a page wrote on Object.prototype', () => {
    const { world, questions } = wireUp();
    const added = { body: { none: true }, now: true, toJSON: () => '{}', go: true, get: () => 1 };
    Object.assign(world.Object.prototype, added);
    const read = vi.fn();
    for (const name of ['bubbles', 'composed', 'cancelable', 'signal', 'once', 'n', 'text'])
      Object.defineProperty(world.Object.prototype, name, { get: () => read(name), configurable: true });
    void world.fetch('/case/104/reply', Object.assign(Object.create(null), { method: 'POST', body: 'owner=jonas' }));
    expect(read).not.toHaveBeenCalled();
    expect(questions).toEqual([
      { n: 1, method: 'POST', url: 'https://desk.example/case/104/reply' },
      { n: 1, method: 'POST', url: 'https://desk.example/case/104/reply', body: { as: 'text', text: 'owner=jonas' } },
    ]);
  });
});
