import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTeller } from '../../../lib/overlay/tell-case';

type Sent = {
  call: string;
  input: { of?: string; entries?: Entry[]; snapshot?: { entries: Entry[] }; earlier?: object };
};
type Entry = { author: string; kind: 'customer'; text: string };

let sent: Sent[] = [];
let refuses: (message: Sent) => boolean = () => false;
const ANSWER = { line: null, drafts: [] };
const ABOUT = { full: true, loadedAt: 1, words: {} };
const seen = (count: number, id = '1') => ({
  snapshot: {
    ref: { origin: 'https://desk.example', kind: 'ticket' as const, id },
    site: 'practice',
    url: 'https://desk.example/case/1',
    fields: [],
    entries: Array.from({ length: count }, (_, n): Entry => ({ author: 'Mira', kind: 'customer', text: `${n}` })),
    attachments: [],
    health: { light: 'green' as const, missing: [] },
    seenAt: 1,
  },
  ...ABOUT,
});
type Typing = (() => boolean) | null;
const tell = (count: number, typing: Typing, teller = makeTeller(), id = '1') =>
  teller.tell(seen(count, id).snapshot, typing, () => ABOUT);
const names = () => sent.map(({ call }) => call);
/** What the background has of a reading once all of it is there. */
const arrived = () =>
  sent.flatMap(({ input }) => input.entries ?? input.snapshot?.entries ?? []).map(({ text }) => Number(text));
const idle = (ms = 2_000) => vi.advanceTimersByTimeAsync(ms);
const nobody = () => false;

beforeEach(() => {
  sent = [];
  refuses = () => false;
  vi.useFakeTimers();
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'baton',
      sendMessage: async (message: Sent) => {
        sent.push(message);
        return refuses(message) ? { refused: 'parts' } : { ok: message.call === 'case/seen' ? ANSWER : {} };
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what was read of a case is told', () => {
  it('in one message where it is short, in a slice after the one that read it', async () => {
    const answer = tell(150, nobody);
    expect(names()).toEqual([]);
    await idle();
    await expect(answer).resolves.toEqual(ANSWER);
    expect(names()).toEqual(['case/seen']);
    expect(sent[0]?.input).toEqual(seen(150));
    void tell(151, nobody);
    await idle();
    expect(names()).toEqual(['case/seen', 'case/part', 'case/seen']);
  });

  it('in parts where it is long, whole and in order, with no more than 150 entries each', async () => {
    const answer = tell(1_000, nobody);
    expect(names()).toEqual([]);
    await idle();
    await expect(answer).resolves.toEqual(ANSWER);
    expect(names()).toEqual([...Array<string>(6).fill('case/part'), 'case/seen']);
    expect(arrived()).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
    for (const { input } of sent) expect((input.entries ?? input.snapshot?.entries ?? []).length).toBeLessThan(151);
    expect(sent.at(-1)?.input.earlier).toEqual({ of: sent[0]?.input.of, count: 850 });
  });

  it('at once where somebody waits for it', async () => {
    await tell(1_000, null);
    expect(names()).toEqual(['case/seen']);
    expect(arrived()).toHaveLength(1_000);
  });

  it('not while the person types', async () => {
    let types = true;
    void tell(1_000, () => types);
    await idle();
    expect(names()).toEqual([]);
    types = false;
    await idle();
    expect(names().at(-1)).toBe('case/seen');
  });

  it('once more as one message, where the background lost the parts', async () => {
    refuses = ({ input }) => input.earlier !== undefined;
    const answer = tell(400, nobody);
    await idle();
    await expect(answer).resolves.toEqual(ANSWER);
    expect(sent.at(-1)?.input).toEqual(seen(400));
  });

  it('and what is told later takes its place: nothing old arrives after something new', async () => {
    const teller = makeTeller();
    void tell(400, nobody, teller);
    await tell(10, null, teller);
    await idle();
    expect(names()).toEqual(['case/seen']);
    expect(arrived()).toHaveLength(10);
  });

  it('at once while the person types, where it is needed or the page goes; and once', async () => {
    const teller = makeTeller();
    const answer = tell(400, () => true, teller);
    teller.flush();
    teller.flush();
    await expect(answer).resolves.toEqual(ANSWER);
    await idle();
    expect(sent.map(({ input }) => input)).toEqual([seen(400)]);
  });

  it('before another case is, though that follows in the same breath', async () => {
    const teller = makeTeller();
    void tell(10, nobody, teller);
    void tell(10, nobody, teller, '2');
    await idle();
    expect(sent.map(({ input }) => input)).toEqual([seen(10), seen(10, '2')]);
  });
});
