/** After this long no further step is begun, in milliseconds: with a step that is long itself, a slice stays below eight. */
const SLICE = 4;
/** How long to wait for an idle moment before one is taken, in milliseconds. */
const NOT_LATER_THAN = 1_500;
/** How soon to look again whether the person still types, in milliseconds. */
const LOOK_AGAIN = 200;

/** Runs `work` when the page is idle; it gets how many milliseconds it should take at most. */
export function whenIdle(work: (room: number) => void): void {
  if (typeof requestIdleCallback !== 'function') setTimeout(() => work(SLICE), 50);
  else
    requestIdleCallback((idle) => work(idle.didTimeout ? SLICE : Math.min(SLICE, idle.timeRemaining())), {
      timeout: NOT_LATER_THAN,
    });
}

/**
 * Takes the steps in slices when the page is idle, and none while the person types; then `done`, in a slice of its own.
 * Gives a function that ends it before.
 */
export function inSlices(steps: Iterator<unknown, void>, typing: () => boolean, done: () => void): () => void {
  let ended = false;
  let taken = false;
  const slice = (room: number) => {
    const until = performance.now() + room;
    while (!ended && !typing()) {
      if (taken) return done();
      taken = steps.next().done === true;
      if (taken) return whenIdle(slice);
      if (performance.now() >= until) return whenIdle(slice);
    }
    if (!ended) setTimeout(() => whenIdle(slice), LOOK_AGAIN);
  };
  whenIdle(slice);
  return () => {
    ended = true;
  };
}

/** Whether a key or a press waits to be handled, where the browser tells. */
export function inputPending(): boolean {
  const { scheduling } = navigator as { scheduling?: { isInputPending?: () => boolean } };
  return scheduling?.isInputPending?.() ?? false;
}
