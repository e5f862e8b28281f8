import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Nothing leaves by a button that was not there to be seen for this long. */
const SEEN_FOR = 400;
/** Fractions of pixels make a whole element a little less than whole. */
const WHOLE = 0.98;

export type Glimpse = { ratio: number /** Absent where the browser cannot tell (Firefox). */; uncovered?: boolean };
export type PressVerdict = 'ok' | 'untrusted' | 'covered' | 'too-soon';

/** Whether a glimpse shows the whole of it, with nothing over it. */
export function isWhole({ ratio, uncovered }: Glimpse): boolean {
  return ratio >= WHOLE && uncovered !== false;
}

/** Since when it has been whole: unchanged while it stays so. */
export function wholeSince(before: number | null | undefined, glimpse: Glimpse, now: number): number | null {
  return isWhole(glimpse) ? (before ?? now) : null;
}

export function judgePress(press: {
  trusted: boolean;
  pageShown: boolean;
  /** Undefined until the browser has looked once. */
  since: number | null | undefined;
  now: number;
}): PressVerdict {
  if (!press.trusted) return 'untrusted';
  if (press.since === null || !press.pageShown) return 'covered';
  return press.since !== undefined && press.now - press.since >= SEEN_FOR ? 'ok' : 'too-soon';
}

/** The second version of the observer also tells whether something lies over the target. */
type Options = IntersectionObserverInit & { trackVisibility?: boolean; delay?: number };
type Entry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Answers whether a press may count: made by a person, on something that has been wholly visible for 400 ms.
 * Each change of `anew` starts the time again: a frame that was taken away and brought back is told nothing of it.
 */
export function useSeenLongEnough(target: RefObject<HTMLElement | null>, anew: string) {
  const since = useRef<number | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown anew, looked at anew
  useEffect(() => {
    since.current = undefined;
    if (!target.current || typeof IntersectionObserver === 'undefined') return;
    const tells = 'isVisible' in IntersectionObserverEntry.prototype;
    const options: Options = { threshold: [0, 0.5, WHOLE, 1], ...(tells ? { trackVisibility: true, delay: 100 } : {}) };
    const observer = new IntersectionObserver((entries: Entry[]) => {
      for (const { intersectionRatio, isVisible } of entries) {
        const glimpse = { ratio: intersectionRatio, ...(tells ? { uncovered: isVisible === true } : {}) };
        since.current = wholeSince(since.current, glimpse, performance.now());
      }
    }, options);
    observer.observe(target.current);
    return () => observer.disconnect();
  }, [target, anew]);
  return useCallback(
    (event: { isTrusted: boolean }): PressVerdict =>
      judgePress({
        trusted: event.isTrusted,
        pageShown: document.visibilityState === 'visible',
        since: since.current,
        now: performance.now(),
      }),
    [],
  );
}
