import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writePlaybookFile } from '../../../lib/playbooks/file';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { fakeStorage } from '../settings/fake-storage';

const fake = vi.hoisted(() => ({ browser: { storage: {} as unknown } }));
vi.mock('wxt/browser', () => fake);

const { leaveSource, lookAgain, lookAgainAfter, lookAtSource, readSubscription, takeSource } = await import(
  '../../../lib/playbooks/subscription'
);

const URL = 'https://playbooks.example/baton.json';
const [first, second] = builtInPlaybooks as [(typeof builtInPlaybooks)[0], (typeof builtInPlaybooks)[0]];
const answers = vi.fn<(url: string, how: RequestInit) => Promise<Response>>();
const brings = (text: string, status = 200) => answers.mockResolvedValue(new Response(text, { status }));

beforeEach(() => {
  fake.browser.storage = fakeStorage().storage;
  answers.mockReset();
  vi.stubGlobal('fetch', answers);
});
afterEach(() => vi.unstubAllGlobals());

describe('a company’s source of playbooks', () => {
  it('is read over https alone, without cookies and without being led elsewhere, and nothing of it is kept before it is taken', async () => {
    expect(await lookAtSource('http://playbooks.example/')).toEqual({ ok: false, problem: { why: 'no-https' } });
    expect(await lookAtSource('nonsense')).toEqual({ ok: false, problem: { why: 'no-https' } });
    expect(answers).not.toHaveBeenCalled();
    brings(writePlaybookFile([first]));
    expect(await lookAtSource(URL)).toEqual({ ok: true, playbooks: [first] });
    expect(answers.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(await readSubscription()).toBeNull();
  });

  it('is refused when it is too large, no playbooks, or no answer, each with its reason', async () => {
    brings('x'.repeat(2_000_000));
    expect(await lookAtSource(URL)).toEqual({ ok: false, problem: { why: 'too-big' } });
    brings('{}');
    expect(await lookAtSource(URL)).toMatchObject({ ok: false, problem: { why: 'not-playbooks' } });
    brings('gone', 410);
    expect(await lookAtSource(URL)).toEqual({ ok: false, problem: { why: 'refused', detail: '410' } });
    answers.mockRejectedValue(new TypeError('offline'));
    expect(await lookAtSource(URL)).toEqual({ ok: false, problem: { why: 'no-answer' } });
  });

  it('is in use once it was taken, brings what it changes, and keeps what it brought when it is gone', async () => {
    await takeSource(URL, [first], 1);
    expect((await readSubscription())?.inUse).toEqual([first]);
    brings(writePlaybookFile([{ ...first, name: 'Changed' }, second]));
    await lookAgain(2);
    expect((await readSubscription())?.inUse.map(({ name }) => name)).toEqual(['Changed', second.name]);
    brings('{"baton":"playbooks","version":9}');
    await lookAgain(3);
    answers.mockRejectedValue(new TypeError('offline'));
    await lookAgain(4);
    const kept = await readSubscription();
    expect(kept?.inUse.map(({ name }) => name)).toEqual(['Changed', second.name]);
    expect(kept?.problem).toEqual({ why: 'no-answer', seenAt: 4 });
    expect(kept?.fetchedAt).toBe(2);
    brings(writePlaybookFile([first]));
    await lookAgain(5);
    expect(await readSubscription()).not.toHaveProperty('problem');
  });

  it('is looked at again after its time, also where the clock was set back', async () => {
    await takeSource(URL, [first], 1_000);
    brings(writePlaybookFile([second]));
    await lookAgainAfter(500, 1_400);
    expect(answers).not.toHaveBeenCalled();
    await lookAgainAfter(500, 1_500);
    expect(answers).toHaveBeenCalledTimes(1);
    await lookAgainAfter(500, 100);
    expect(answers).toHaveBeenCalledTimes(2);
  });

  it('that is left while it is looked at stays left', async () => {
    await takeSource(URL, [first], 1);
    answers.mockImplementation(async () => {
      await leaveSource();
      return new Response(writePlaybookFile([second]));
    });
    await lookAgain(2);
    expect(await readSubscription()).toBeNull();
  });
});
