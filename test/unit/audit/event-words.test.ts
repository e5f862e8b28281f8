import { beforeAll, describe, expect, it } from 'vitest';
import { eventWords } from '../../../components/audit/event-words';
import { whyWords } from '../../../components/audit/why-words';
import type { EventPayload } from '../../../lib/model/event';
import { speakEnglish } from '../words/english';

beforeAll(() => speakEnglish());
const words = (payload: EventPayload) => eventWords({ seq: 1, at: 0, actor: '', payload });

describe('why', () => {
  it.each([
    ['no-answer', 'Baton did not answer in time'],
    ['unread: a stream', 'its content was sent as a stream'],
    ['unread: some new way', 'its content could not be read'],
    ['answered: 500', 'it answered 500'],
    ['page left', 'the page was left'],
    ['left', 'it was sent when the page was gone, and nobody could be asked'],
    ['Baton was not ready in time', 'Baton was not ready in time'],
    ['constructor', 'constructor'],
  ])('%s: %s', (why, said) => expect(whyWords(why)).toBe(said));
});

describe('a line of the record', () => {
  const arrival = { kind: 'ungated', why: 'arrival', found: 'arrival' } as const;
  it('of a case that came without a handoff says from where, and who last saw it there', () => {
    expect(words({ ...arrival, from: 'Support', to: 'Engineering', seenAt: Date.now(), seenBy: 'amara' })).toMatch(
      /^Came from Support to Engineering without a handoff\. Last seen before: .+, by amara$/,
    );
    expect(words({ ...arrival, to: 'Engineering' })).not.toContain('undefined');
  });

  it('of what was stopped does not say that it passed', () => {
    expect(words({ kind: 'ungated', why: 'no-answer', refused: true })).toMatch(/^Stopped/);
    expect(words({ kind: 'ungated', why: 'no-answer' })).toMatch(/^Passed/);
  });
});
