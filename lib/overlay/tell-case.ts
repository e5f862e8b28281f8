import { inSlices } from '../capture/slices';
import { call } from '../messages/client';
import type { CallIn, CallOut } from '../messages/protocol';
import type { CaseSnapshot, Entry } from '../model/case';
import { newNonce } from './nonce';

/** Entries in one message at most, while the page shall not be kept: a thousand take it for longer than a slice may. */
const PART = 150;

type Seen = CallIn<'case/seen'>;

/** Whether a reading goes in parts. */
export const isLong = ({ entries }: Pick<CaseSnapshot, 'entries'>): boolean => entries.length > PART;

/** Tells the background of readings; what is told later takes the place of what is still being told in parts, which then has no answer. */
export function makeTeller() {
  let stop = () => {};
  /** A long conversation goes in parts, each when the page is idle and nobody types; with `typing` null at once, for somebody waits. */
  return (seen: Seen, typing: (() => boolean) | null): Promise<CallOut<'case/seen'>> => {
    stop();
    if (!typing || !isLong(seen.snapshot)) return call('case/seen', seen);
    const { entries } = seen.snapshot;
    const of = newNonce();
    const rest = entries.slice(0, -PART);
    const snapshot = { ...seen.snapshot, entries: entries.slice(-PART) };
    const last = () => call('case/seen', { ...seen, snapshot, earlier: { of, count: rest.length } });
    return new Promise((resolve, reject) => {
      // A background that ended on the way has lost the first parts.
      const whole = () => call('case/seen', seen);
      stop = inSlices(parts(of, rest), typing, () => void last().catch(whole).then(resolve, reject));
    });
  };
}

function* parts(of: string, entries: readonly Entry[]): Generator<void, void> {
  for (let at = 0; at < entries.length; at += PART) {
    call('case/part', { of, entries: entries.slice(at, at + PART) }).catch(() => undefined);
    yield;
  }
}
