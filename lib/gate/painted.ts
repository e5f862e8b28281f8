/** What a person does to a page that is not painted yet: presses where something is about to stand. */
const ACTS = ['pointerdown', 'keydown'];

/**
 * Runs `work` once, when the page has been painted: what can wait until somebody sees it costs the load nothing. At once when a person acts
 * before that. A page that nobody looks at is not painted: there when it is loaded, but not while it is only prepared (prerendered).
 */
export function whenPainted(work: () => void): void {
  const done = new AbortController();
  const { signal } = done;
  const run = () => {
    if (signal.aborted) return;
    done.abort();
    watch.disconnect();
    work();
  };
  const watch = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) run();
  });
  watch.observe({ type: 'paint', buffered: true });
  for (const type of ACTS) addEventListener(type, ({ isTrusted }) => isTrusted && run(), { capture: true, signal });

  const look = () => {
    if (document.readyState !== 'complete' || (document as { prerendering?: boolean }).prerendering) return;
    if (document.visibilityState === 'hidden') run();
    // Two frames after its load, a page without a contentful paint has nothing to paint: all of it stands in frames.
    else requestAnimationFrame(() => requestAnimationFrame(run));
  };
  addEventListener('load', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  // Brought into a page that is there already, as after an update.
  look();
}
