// Who may say what to the background: checked for every message of the protocol, so that a new one is checked from its first day.
import { describe, expect, it } from 'vitest';
import { type CallIn, type CallName, calls, type Sender } from '../../../lib/messages/protocol';
import { answerWith, type Handlers, type SenderFacts, senderOf } from '../../../lib/messages/server';

const EXTENSION = { id: 'abcdefghijklmnop', root: 'chrome-extension://abcdefghijklmnop/' };
const ours = (page: string) => EXTENSION.root + page;

const rightful: Record<Sender, SenderFacts> = {
  page: { id: EXTENSION.id, url: 'https://desk.example/case/1', tab: { id: 7 }, frameId: 0 },
  panel: { id: EXTENSION.id, url: ours('panel.html#0123456789abcdef'), tab: { id: 7 }, frameId: 12 },
  lesson: { id: EXTENSION.id, url: ours('lesson.html#0123456789abcdef'), tab: { id: 7 }, frameId: 13 },
  extension: { id: EXTENSION.id, url: ours('popup.html'), frameId: 0 },
};

const strangers: Record<string, SenderFacts> = {
  'another extension': {
    ...rightful.extension,
    id: 'ponmlkjihgfedcba',
    url: 'chrome-extension://ponmlkjihgfedcba/popup.html',
  },
  'another extension that names our page': { ...rightful.extension, id: 'ponmlkjihgfedcba' },
  'a script of another extension in a desk’s page': { ...rightful.page, id: 'ponmlkjihgfedcba' },
  'a sender without an id': { ...rightful.page, id: undefined },
  'a sender without an address': { ...rightful.page, url: undefined },
  'a popup that somebody framed': { ...rightful.extension, tab: { id: 7 }, frameId: 3 },
  'a dashboard that somebody framed': {
    ...rightful.extension,
    url: ours('dashboard.html'),
    tab: { id: 7 },
    frameId: 3,
  },
  'a practice page that somebody framed': {
    ...rightful.extension,
    url: ours('practice.html'),
    tab: { id: 7 },
    frameId: 3,
  },
  'a practice page in no tab': { ...rightful.extension, url: ours('practice.html'), tab: undefined },
  'a checklist in a tab of its own': { ...rightful.panel, frameId: 0 },
  'a checklist in no tab': { ...rightful.panel, tab: undefined },
  'a lesson in a tab of its own': { ...rightful.lesson, frameId: 0 },
  'a lesson in no tab': { ...rightful.lesson, tab: undefined },
  'a page script in no tab': { ...rightful.page, tab: undefined },
  'a page that nobody has entered yet': { ...rightful.page, frameId: 5, documentLifecycle: 'prerender' },
};

const nonce = '0123456789abcdef0123456789abcdef';
const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };
const change = { field: 'team', to: { label: 'Engineering' } };
const handoff = { ref, playbook: 'support-to-engineering', changes: [change] };
const snapshot = {
  ref,
  site: 'practice',
  url: 'https://desk.example/case/1',
  fields: [],
  entries: [],
  attachments: [],
  health: { light: 'green' as const, missing: [] },
  seenAt: 1,
};
const answer = { value: 'Find out why', by: 'person' as const, at: 1 };
const shown = { url: 'https://desk.example/case/1', values: {}, options: [] };
const watched = {
  door: 'wire' as const,
  method: 'PUT',
  url: 'https://desk.example/api/1',
  body: { as: 'none' as const },
  at: 1,
};
const keys = ['https://desk.example|ticket|1|support-to-engineering'];

/** One good message of each kind, with all that it must have and nothing more. A call that is missing here does not compile. */
const good: { [N in CallName]: CallIn<N> } = {
  'gate/hello': { url: 'https://desk.example/case/1' },
  'gate/renew': { url: 'https://desk.example/case/1', wired: true },
  'gate/left': { url: 'https://desk.example/case/1', at: 1, changes: [{ ref, changes: [change] }] },
  'gate/case': { url: 'https://desk.example/case/1' },
  'gate/touched': {},
  'gate/held': { attempt: 'a1', door: 'form', url: 'https://desk.example/case/1', handoffs: [handoff], alive: true },
  'gate/gone': { attempt: 'a1' },
  'gate/outcome': { attempt: 'a1', outcome: 'ok' },
  'gate/cancelled': { attempt: 'a1', why: 'idle' },
  'tab/look': { tab: 1 },
  'tab/reading': { tab: 1 },
  'case/rows': { rows: [{ ref, values: { team: 'Engineering' } }], loadedAt: 1 },
  'gate/ungated': { url: 'https://desk.example/case/1', why: 'no answer', changes: [{ ref, changes: [change] }] },
  'gate/learned': { field: 'team', id: '9004', label: 'Engineering' },
  'gate/pending': { handoff },
  'case/part': { of: nonce, entries: [{ author: 'Mira', kind: 'customer', text: 'Still blank' }] },
  'case/seen': { snapshot, full: true, loadedAt: 1, words: { team: ['Engineering'] } },
  'overlay/frame': { nonce },
  'overlay/width': { width: 400 },
  'overlay/touched': { ref },
  'overlay/open': { handoff },
  'overlay/retreated': {},
  'kept/save': { attempt: 'a1', page: 'p1', ref, texts: [], cut: false },
  'kept/look': { ref },
  'panel/kept': { nonce },
  'practice/forget': {},
  'panel/state': { nonce },
  'draft/save': { nonce, keys, criterion: 'ask', answer },
  'draft/reason': { nonce, keys, reason: 'defect' },
  'panel/send': { nonce },
  'panel/override': { nonce, reason: 'The customer waits' },
  'panel/misfire': { nonce },
  'panel/cancel': { nonce },
  'panel/held': { nonce, to: 'Engineering', missing: 3 },
  'panel/hide': { nonce },
  'panel/reading': { nonce },
  'panel/routes': { nonce },
  'panel/other-side': { nonce },
  'desk/allow': { origin: 'https://desk.example', site: 'practice' },
  'playbooks/changed': {},
  'source/look': { url: 'https://playbooks.example/' },
  'source/again': {},
  'desk/remove': { origin: 'https://desk.example' },
  'teach/start': { tab: 7 },
  'teach/hello': { nonce, url: 'https://desk.example/case/1' },
  'teach/found': { fields: [] },
  'teach/picked': { picked: null },
  'teach/shows': { shown },
  'teach/watched': { watched, shown },
  'teach/state': { nonce },
  'teach/do': { nonce, act: { do: 'stop' } },
};

const names = Object.keys(calls) as CallName[];
const senders = Object.keys(rightful) as Sender[];

/** A background whose handlers only note that they ran. */
function background() {
  const ran: string[] = [];
  const handlers = Object.fromEntries(names.map((name) => [name, () => ran.push(name)])) as unknown as Handlers;
  return { ran, answer: answerWith(handlers, EXTENSION) };
}

describe.each(names)('%s', (name) => {
  const allowed = calls[name].from as readonly Sender[];
  const message = { call: name, input: good[name] };

  it.each(senders)('from a %s is answered only where the protocol says so', async (sender) => {
    const { ran, answer } = background();
    const said = await answer(message, rightful[sender]);
    if (allowed.includes(sender)) expect([said, ran]).toEqual([{ ok: 1 }, [name]]);
    else expect([said, ran]).toEqual([{ refused: `${name} is not for this sender` }, []]);
  });

  it.each(Object.entries(strangers))('from %s is refused', async (_, stranger) => {
    const { ran, answer } = background();
    expect(await answer(message, stranger)).toEqual({ refused: `${name} is not for this sender` });
    expect(ran).toEqual([]);
  });

  const from = rightful[allowed[0] as Sender];
  it.each(Object.keys(good[name]))('without its %s is refused, and the refusal names it', async (part) => {
    const { ran, answer } = background();
    const { [part]: _, ...rest } = good[name] as Record<string, unknown>;
    for (const input of [rest, { ...rest, [part]: [[[]]] }, { ...rest, [part]: 'x'.repeat(30_000) }]) {
      const said = (await answer({ call: name, input }, from)) as { refused: string };
      expect(said.refused).toMatch(new RegExp(`^${name}: ${part}\\b`));
    }
    expect(ran).toEqual([]);
  });

  it.each([['nothing'], [null], ['text'], [[]], [7]])('with %j for its content is refused', async (input) => {
    const { ran, answer } = background();
    expect(await answer({ call: name, input: input === 'nothing' ? undefined : input }, from)).toHaveProperty(
      'refused',
    );
    expect(ran).toEqual([]);
  });
});

describe('the listener', () => {
  it.each(['no/such', 'constructor', '__proto__', 'toString', 7, null])('refuses a message called %j', async (call) => {
    expect(await background().answer({ call, input: {} }, rightful.page)).toEqual({ refused: 'no such message' });
  });

  it.each([undefined, null, 'gate/hello', 7, {}, { news: 'state', tab: 1 }])('leaves %j to others', async (message) => {
    expect(await background().answer(message, rightful.page)).toBeNull();
  });

  it('says what a handler threw, and nothing else', async () => {
    const handlers = {
      'gate/case': () => {
        throw new Error('a page speaks for its own desk alone');
      },
    } as unknown as Handlers;
    const said = await answerWith(handlers, EXTENSION)({ call: 'gate/case', input: good['gate/case'] }, rightful.page);
    expect(said).toEqual({ refused: 'gate/case: a page speaks for its own desk alone' });
  });

  it('calls a handler on its own: what stands beside it cannot be reached by `this`, and the types say so', async () => {
    const handlers: Pick<Handlers, 'panel/hide' | 'panel/cancel'> = {
      'panel/hide': () => ({ ok: true }),
      'panel/cancel'(input, from) {
        // @ts-expect-error `this` is nothing here.
        return this['panel/hide'](input, from);
      },
    };
    const answer = answerWith(handlers as Handlers, EXTENSION);
    const message = { call: 'panel/cancel', input: good['panel/cancel'] };
    expect(await answer(message, rightful.panel)).toHaveProperty('refused');
  });

  it('tells a handler who asks by what the browser says, never by the message', () => {
    expect(senderOf(rightful.page, EXTENSION)).toEqual({ kind: 'page', tab: 7, frame: 0, url: rightful.page.url });
    const practice = { ...rightful.page, url: ours('practice.html?case=1') };
    expect(senderOf(practice, EXTENSION)).toEqual({ kind: 'page', tab: 7, frame: 0, url: practice.url });
    expect(senderOf({ ...rightful.panel, frameId: 3 }, EXTENSION)).toMatchObject({ kind: 'panel', tab: 7, frame: 3 });
  });

  it('knows which document speaks, where it is the page itself', () => {
    const named = { documentId: 'D1', documentLifecycle: 'active' };
    expect(senderOf({ ...rightful.page, ...named }, EXTENSION)).toMatchObject({ frame: 0, page: 'D1' });
    expect(senderOf({ ...rightful.page, ...named, frameId: 4 }, EXTENSION)).not.toHaveProperty('page');
  });

  it('does not take a page for ours whose address only begins like ours', () => {
    const alike = {
      ...rightful.extension,
      url: `${EXTENSION.root.slice(0, -1)}.evil.example/popup.html`,
      tab: { id: 7 },
    };
    expect(senderOf(alike, EXTENSION)?.kind).toBe('page');
    expect(senderOf({ ...rightful.panel, url: ours('evil/panel.html') }, EXTENSION)).toBeNull();
  });
});
