import type { Pieces } from './pieces';

/** How long a long body may keep the page without a pause, in milliseconds. */
const SLICE = 4;

/** Work on a long text: it stops where a pause is due, and gives its result at the end. */
export type Work<T> = Generator<void, T, void>;

let until = 0;

/** Whether what runs has kept the page long enough. */
export const due = (): boolean => performance.now() > until;

/** Where the next of what is sought begins; -1 if nowhere. Pauses between pieces. */
export function* findIn(text: Pieces, sought: string | RegExp, from: number): Work<number> {
  for (let place = from; place < text.length; ) {
    const at = text.find(sought, place);
    if (at >= 0) return at;
    place = text.endOfPiece(place);
    if (due()) yield;
  }
  return -1;
}

/** Runs work to its end: at once where it is short, else with pauses in which the page goes on. */
export function inTurns<T>(work: Work<T>): T | Promise<T> {
  const result = goOn(work, SLICE);
  return result.done ? result.value : later(work);
}

/** Runs work to its end without a pause, however long it takes. */
export function atOnce<T>(work: Work<T>): T {
  return goOn(work, Number.POSITIVE_INFINITY).value as T;
}

async function later<T>(work: Work<T>): Promise<T> {
  for (;;) {
    await pause();
    const result = goOn(work, SLICE);
    if (result.done) return result.value;
  }
}

/** Until a pause is due, or it is done. */
function goOn<T>(work: Work<T>, slice: number): IteratorResult<void, T> {
  until = performance.now() + slice;
  return work.next();
}

/** Lets the page go on. A message to oneself, for a clock is slowed down in a tab that is not looked at. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
