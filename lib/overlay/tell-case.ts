import { inSlices } from '../capture/slices';
import { call } from '../messages/client';
import type { CallIn, CallOut } from '../messages/protocol';
import type { CaseSnapshot, Entry } from '../model/case';
import { caseKey } from '../model/case-key';
import { newNonce } from './nonce';

/** Entries in one message at most, while the page shall not be kept: a thousand take it for longer than a slice may. */
const PART = 150;

type Seen = CallIn<'case/seen'>;
/** What is told along with a reading, as it is when that is told. */
type About = Omit<Seen, 'snapshot' | 'earlier'>;

/** Tells the background of readings. */
export function makeTeller() {
  let waiting: { of: string; stop(): void; tell(): void } | null = null;

  /** Tells at once what still waits for a slice: somebody needs it, or the page goes. */
  const flush = (): void => {
    const told = waiting;
    waiting = null;
    told?.stop();
    told?.tell();
  };

  return {
    flush,
    /**
     * With `typing` null at once, for somebody waits. Else in idle slices after the one that read it, while nobody types, and a long conversation in
     * parts. A later reading of the same case takes its place: then there is no answer. Before one of another case it is told.
     */
    tell(snapshot: CaseSnapshot, typing: (() => boolean) | null, about: () => About): Promise<CallOut<'case/seen'>> {
      const key = caseKey(snapshot.ref);
      if (waiting?.of === key) waiting.stop();
      else flush();
      waiting = null;
      const whole = () => call('case/seen', { snapshot, ...about() });
      if (!typing) return whole();
      const of = newNonce();
      const early = snapshot.entries.slice(0, -PART);
      const last = (): Seen => ({
        snapshot: { ...snapshot, entries: snapshot.entries.slice(-PART) },
        ...about(),
        ...(early.length > 0 ? { earlier: { of, count: early.length } } : {}),
      });
      return new Promise((resolve, reject) => {
        const stop = inSlices(parts(of, early), typing, () => {
          waiting = null;
          const told = call('case/seen', last());
          // A background that ended on the way has lost the first parts.
          (early.length > 0 ? told.catch(whole) : told).then(resolve, reject);
        });
        waiting = { of: key, stop, tell: () => void whole().then(resolve, reject) };
      });
    },
  };
}

function* parts(of: string, entries: readonly Entry[]): Generator<void, void> {
  for (let at = 0; at < entries.length; at += PART) {
    call('case/part', { of, entries: entries.slice(at, at + PART) }).catch(() => undefined);
    yield;
  }
}
