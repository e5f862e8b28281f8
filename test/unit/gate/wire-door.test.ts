// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, describe, expect, it, vi } from 'vitest';
import { followBy, makeChannel } from '../../../lib/gate/channel';
import { shared } from '../../../lib/gate/shared';
import { answerWire } from '../../../lib/gate/wire-door';
import {
  ANSWER,
  ASK,
  ASK_SUBMIT,
  FOLLOW,
  GONE,
  HANDOVER,
  HELLO,
  OUTCOME,
  type Question,
  TAKEN,
  TEXT,
  type WireBody,
} from '../../../lib/gate/wire-protocol';
import type { GateAnswer } from '../../../lib/messages/protocol';
import type { CaseChange } from '../../../lib/model/attempt';
import type { PageSite } from '../../../lib/model/site';
import { speakEnglish } from '../words/english';
import { DESK, practice } from './attempts';
import { fakeBackground, gateMemory, gateWith, settled } from './gates';
import { cleanPage, one, pageWith } from './page';

cleanPage();
afterEach(() => vi.restoreAllMocks());

/** The gate at one end of the private element, a wire made for the test at the other. */
function wired(
  held: () => Promise<GateAnswer> = async () => ({ do: 'hold' }),
  memory = gateMemory(),
  sites = [practice],
) {
  const parts = gateWith({ background: fakeBackground(held), memory, sites });
  const element = new EventTarget();
  const outcomes: [string, number][] = [];
  answerWire(
    element,
    () => parts.memory.candidates,
    parts.gate,
    (attempt, { status }) => outcomes.push([attempt, status]),
  );
  const answers: unknown[] = [];
  element.addEventListener(ANSWER, (event) => answers.push(JSON.parse((event as CustomEvent<string>).detail)));
  const say = (type: string, detail: object) =>
    !element.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(detail), cancelable: true }));
  const ask = ({ body, ...question }: Partial<Omit<Question, 'body'>> & { body?: WireBody }) => {
    const { texts = [], ...said } = (body ?? {}) as { texts?: string[] };
    for (const text of texts) element.dispatchEvent(new CustomEvent(TEXT, { detail: text }));
    return say(ASK, {
      n: 1,
      method: 'POST',
      url: `${DESK}/case/104/reply`,
      ...question,
      ...(body ? { body: said } : {}),
    });
  };
  return { ...parts, element, answers, outcomes, ask, say };
}
const handoff: WireBody = { as: 'form', texts: ['owner=jonas'] };

describe('a question without a body', () => {
  it('asks only whether the address is anybody’s business', () => {
    const { ask, gate } = wired();
    expect(ask({})).toBe(true);
    expect(ask({ method: 'GET' })).toBe(false);
    expect(ask({ url: `${DESK}/case/104/replies` })).toBe(false);
    expect(gate.holds.size).toBe(0);
  });
});

describe('while a person teaches Baton a page', () => {
  afterEach(() => {
    shared().watch = undefined;
  });

  it('every request is shown to who watches, with its body where that is asked for, and none is held', () => {
    const seen: Question[] = [];
    shared().watch = (leaving) => {
      if (!(leaving instanceof HTMLFormElement)) seen.push(leaving);
      return !(leaving instanceof HTMLFormElement) && !leaving.body;
    };
    const { ask, gate } = wired();
    expect(ask({ url: `${DESK}/anything`, method: 'PUT' })).toBe(true);
    expect(ask({ body: handoff })).toBe(false);
    expect(gate.holds.size).toBe(0);
    expect(seen.map(({ method, body }) => [method, body])).toEqual([
      ['PUT', undefined],
      ['POST', handoff],
    ]);
    // Nobody watches any more: held as before.
    shared().watch = undefined;
    expect(ask({ body: handoff })).toBe(true);
  });
});

describe('a question with a body', () => {
  it.each<[string, WireBody]>([
    ['a form', handoff],
    ['text that looks like a form', { as: 'text', texts: ['owner=jonas'] }],
    ['JSON', { as: 'text', texts: ['{"owner":"jonas"}'] }],
    ['fields after their lengths', { as: 'pairs', texts: ['5:own', 'er5:jonas'] }],
  ])('holds a handoff that is sent as %s', (_, body) => {
    expect(wired().ask({ body })).toBe(true);
  });

  it.each<[string, WireBody]>([
    ['nothing', { none: true }],
    ['another change', { as: 'form', texts: ['status=solved'] }],
    ['what cannot be read, where the policy is open', { unread: 'a stream' }],
  ])('lets %s pass', (_, body) => {
    expect(wired().ask({ body })).toBe(false);
  });

  it('what is held is let go by its number, once', async () => {
    const { ask, gate, answers } = wired();
    ask({ n: 7, body: handoff });
    await settled();
    const attempt = gate.holds.all()[0]?.attempt as string;
    expect(answers).toEqual([]);
    gate.letGo(attempt);
    gate.letGo(attempt);
    expect(answers).toEqual([{ n: 7, go: true }]);
  });

  it('what is let go takes along how the desk refuses inside of an answer; what is not, the desk’s own refusal', async () => {
    speakEnglish();
    const refusal = { as: 'json' as const, inside: 'ERROR', body: '{"no":"%s"}' };
    const { ask, gate, answers } = wired(undefined, gateMemory(), [{ ...practice, refusal }]);
    ask({ n: 7, body: handoff });
    ask({ n: 8, body: handoff });
    await settled();
    gate.letGo(gate.holds.all()[0]?.attempt as string);
    expect(answers).toEqual([
      { n: 7, go: false, no: expect.stringMatching(/^{"no":"\w/) },
      { n: 8, go: true, no: 'ERROR' },
    ]);
  });

  it.each<[string, PageSite['refusal'], object]>([
    ['is given up, where nobody knows what the desk understands', undefined, { abort: true }],
    ['is given up, where the desk takes its loader away only then', { as: 'abort' }, { abort: true }],
    ['fails, where the desk is known to roll back then', { as: 'network' }, {}],
  ])('what is taken back %s', (_, refusal, how) => {
    const { refusal: __, ...rest } = practice;
    const { ask, gate, answers } = wired(undefined, gateMemory(), [{ ...rest, ...(refusal ? { refusal } : {}) }]);
    ask({ n: 1, body: handoff });
    gate.cancelAll('not now');
    expect(answers).toEqual([{ n: 1, go: false, ...how }]);
  });

  it('a retry settles the first as refused, and only the retry is let go', async () => {
    const { ask, gate, answers } = wired();
    ask({ n: 1, body: handoff });
    ask({ n: 2, body: handoff });
    expect(answers).toEqual([{ n: 1, go: false, abort: true }]);
    await settled();
    gate.letGo(gate.holds.all()[0]?.attempt as string);
    expect(answers).toEqual([
      { n: 1, go: false, abort: true },
      { n: 2, go: true },
    ]);
  });

  it('a request that cannot wait is answered in the same breath', () => {
    const { ask, answers } = wired();
    expect(ask({ now: true, body: handoff })).toBe(true);
    expect(answers).toEqual([{ n: 1, go: false, abort: true }]);
  });

  it('what cannot be read is refused at once where the policy is closed', () => {
    const { ask, answers } = wired(undefined, gateMemory({ whenUnsure: 'closed' }));
    expect(ask({ n: 3, body: { unread: 'a stream' } })).toBe(true);
    expect(answers).toEqual([{ n: 3, go: false, abort: true }]);
  });
});

describe('how a released request ended', () => {
  it('is told for its attempt, once; other requests have no outcome', async () => {
    const { ask, say, gate, outcomes } = wired();
    ask({ n: 1, body: handoff });
    await settled();
    const attempt = gate.holds.all()[0]?.attempt as string;
    gate.letGo(attempt);
    say(OUTCOME, { n: 1, status: 200 });
    say(OUTCOME, { n: 1, status: 200 });
    say(OUTCOME, { n: 99, status: 500 });
    expect(outcomes).toEqual([[attempt, 200]]);
  });
});

describe('a request that the page gives up', () => {
  it('is told as gone, and cannot be let go any more', async () => {
    const { ask, say, gate, answers, background } = wired();
    ask({ n: 1, body: handoff });
    await settled();
    const attempt = gate.holds.all()[0]?.attempt as string;
    say(GONE, { n: 1 });
    expect(background.tell).toHaveBeenCalledWith('gate/gone', { attempt });
    expect(gate.letGo(attempt)).toBe(false);
    expect(answers).toEqual([]);
  });
});

describe('a form that a script submits', () => {
  const submit = (element: EventTarget, form: Element, n = 1) =>
    !element.dispatchEvent(new MouseEvent(ASK_SUBMIT, { relatedTarget: form, detail: n, cancelable: true }));

  it('is held when it hands over, and let go by its number', async () => {
    const { element, gate, answers } = wired();
    const form = pageWith(`<form method="post" action="/case/104/reply"><input name="owner" value="jonas"></form>`);
    expect(submit(element, form, 4)).toBe(true);
    await settled();
    gate.letGo(gate.holds.all()[0]?.attempt as string);
    expect(answers).toEqual([{ n: 4, go: true }]);
  });

  it('is left to the navigation door where that hears of it, and judged here where its answer goes elsewhere', () => {
    vi.stubGlobal('navigation', { currentEntry: {} });
    const form = (target: string) =>
      pageWith(
        `<form method="post" action="/case/104/reply" target="${target}"><input name="owner" value="jonas"></form>`,
      );
    const { element } = wired();
    expect(submit(element, form('_self'), 1)).toBe(false);
    expect(submit(element, form('upload'), 2)).toBe(true);
    // A frame that was never loaded is told of no navigation.
    vi.stubGlobal('navigation', { currentEntry: null });
    expect(submit(element, form('_self'), 3)).toBe(true);
    vi.unstubAllGlobals();
  });

  it('passes when it does not, and when it is no form', () => {
    const { element } = wired();
    const form = pageWith(`<form method="post" action="/case/104/reply"><input name="owner" value=""></form><p></p>`);
    expect(submit(element, form)).toBe(false);
    expect(submit(element, one('p'))).toBe(false);
  });
});

describe('after Baton was updated', () => {
  it('no question is answered: everything goes', () => {
    const { ask, background } = wired();
    background.state.orphaned = true;
    expect(ask({ body: handoff })).toBe(false);
    expect(ask({})).toBe(false);
  });

  it('a form that a script submits goes too', () => {
    const { element, background } = wired();
    background.state.orphaned = true;
    const form = pageWith(`<form method="post" action="/case/104/reply"><input name="owner" value="jonas"></form>`);
    expect(
      element.dispatchEvent(new MouseEvent(ASK_SUBMIT, { relatedTarget: form, detail: 1, cancelable: true })),
    ).toBe(true);
  });
});

describe('an address that is let go', () => {
  it('is gone to by the page’s own world, in the same way', () => {
    const channel = makeChannel(document, undefined);
    const asked: unknown[] = [];
    channel.element.addEventListener(FOLLOW, (event) => {
      asked.push(JSON.parse((event as CustomEvent<string>).detail));
      event.preventDefault();
    });
    followBy(channel)('http://127.0.0.1:18090/case/104/take', true);
    expect(asked).toEqual([{ url: 'http://127.0.0.1:18090/case/104/take', replace: true }]);
    channel.element.dispatchEvent(new Event(TAKEN));
  });

  it('is gone to from here where no wire is there to do it', () => {
    const channel = makeChannel(document, 'a gate that comes late');
    followBy(channel)('#here', false);
    expect(location.hash).toBe('#here');
  });
});

describe('the handing over of the private element', () => {
  const handed = () => {
    const got: EventTarget[] = [];
    const take = (event: Event) => {
      const { relatedTarget } = event as MouseEvent;
      if (relatedTarget) got.push(relatedTarget);
    };
    document.addEventListener(HANDOVER, take, { capture: true });
    return { got, stop: () => document.removeEventListener(HANDOVER, take, { capture: true }) };
  };

  it('works whichever of the two starts first', () => {
    const early = handed();
    const { element: first } = makeChannel(document, undefined);
    expect(early.got).toEqual([first]);
    first.dispatchEvent(new Event(TAKEN));
    early.stop();

    const { element: second } = makeChannel(document, undefined);
    const late = handed();
    document.dispatchEvent(new CustomEvent(HELLO));
    expect(late.got).toEqual([second]);
    second.dispatchEvent(new Event(TAKEN));
    late.stop();
  });

  it('happens to the first that takes it, and to nobody after', () => {
    const { element } = makeChannel(document, undefined);
    element.dispatchEvent(new Event(TAKEN));
    const page = handed();
    document.dispatchEvent(new CustomEvent(HELLO));
    expect(page.got).toEqual([]);
    page.stop();
  });

  it('puts nothing on the page', () => {
    const before = document.documentElement.outerHTML;
    const element = makeChannel(document, undefined).element as Element;
    expect(element.isConnected).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
    element.dispatchEvent(new Event(TAKEN));
  });

  it('after an update goes by the event that only the wire knows, and says whether it was taken', () => {
    const page = handed();
    const got: EventTarget[] = [];
    const wire = (event: Event) => {
      const element = (event as MouseEvent).relatedTarget as EventTarget;
      got.push(element);
      element.dispatchEvent(new Event(TAKEN));
    };
    document.addEventListener('secret', wire);
    expect(makeChannel(document, 'other').taken()).toBe(false);
    const channel = makeChannel(document, 'secret');
    expect(got).toEqual([channel.element]);
    expect(channel.taken()).toBe(true);
    document.dispatchEvent(new CustomEvent(HELLO));
    expect(page.got).toEqual([]);
    document.removeEventListener('secret', wire);
    page.stop();
  });
});

describe('a form that a script submits and that was held', () => {
  it('is told to the background as it leaves, for the next page, and not before', async () => {
    const { element, gate, background } = wired();
    const form = pageWith('<form method="post" action="/case/104/reply"><input name="owner" value="jonas"></form>');
    element.dispatchEvent(new MouseEvent(ASK_SUBMIT, { relatedTarget: form, detail: 1, cancelable: true }));
    await settled();
    const left = () =>
      background.tell.mock.calls.filter(([name]) => name === 'gate/left').map(([, input]) => input.url);
    expect(left()).toEqual([]);
    gate.letGo(gate.holds.all()[0]?.attempt as string);
    expect(left()).toEqual([`${DESK}/case/104/reply`]);
  });
});

describe('what a request changed', () => {
  const confirm = vi.fn();
  const watching = (...of: Parameters<typeof wired>) => {
    confirm.mockClear();
    shared().saved = { confirm, before: () => undefined } as never;
    return wired(...of);
  };
  afterEach(() => {
    delete shared().saved;
  });
  const solved: WireBody = { as: 'form', texts: ['status=solved'] };
  const said = () =>
    confirm.mock.calls.map(([changes]) => changes.map((one: CaseChange) => one.changes.map(({ to }) => to.id)));

  it('is what the case holds once it was answered well, though it hands nothing over', () => {
    const { ask, say, outcomes } = watching();
    expect(ask({ n: 4, body: solved })).toBe(false);
    expect(confirm).not.toHaveBeenCalled();
    say(OUTCOME, { n: 4, status: 200 });
    say(OUTCOME, { n: 4, status: 200 });
    expect(said()).toEqual([[['solved']]]);
    // It was no attempt of anybody's.
    expect(outcomes).toEqual([]);
  });

  it.each([0, 422, 500, -200])('is not where it was answered by %i', (status) => {
    const { ask, say } = watching();
    ask({ n: 4, body: solved });
    say(OUTCOME, { n: 4, status });
    expect(confirm).not.toHaveBeenCalled();
  });

  it('counts from when it was let go, and not at all where it was taken back', async () => {
    const { ask, gate, say } = watching();
    ask({ n: 4, body: handoff });
    await settled();
    const before = performance.now();
    gate.letGo(gate.holds.all()[0]?.attempt as string);
    say(OUTCOME, { n: 4, status: 201 });
    expect(said()).toEqual([[['jonas']]]);
    expect(confirm.mock.calls[0]?.[1]).toBeGreaterThanOrEqual(before);
    ask({ n: 5, body: handoff });
    await settled();
    gate.cancel(gate.holds.all()[0]?.attempt as string);
    say(OUTCOME, { n: 5, status: 200 });
    expect(confirm).toHaveBeenCalledTimes(1);
  });

  it('goes at once by an answer that says how the desk refuses inside, where it does', () => {
    const site = { ...practice, refusal: { as: 'network' as const, inside: 'ERROR' } };
    const { ask, say, answers } = watching(undefined, gateMemory(), [site]);
    expect(ask({ n: 4, body: solved })).toBe(true);
    expect(answers).toEqual([{ n: 4, go: true, no: 'ERROR' }]);
    say(OUTCOME, { n: 4, status: -200 });
    expect(confirm).not.toHaveBeenCalled();
    // What cannot wait is not looked into, so nothing is learnt from it.
    expect(ask({ n: 5, now: true, body: solved })).toBe(false);
    say(OUTCOME, { n: 5, status: 200 });
    expect(confirm).not.toHaveBeenCalled();
  });
});
