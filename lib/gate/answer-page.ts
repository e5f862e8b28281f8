import type { Left } from '../messages/protocol';

/** A page that answers what left began to load so soon after it left, in milliseconds. */
const SOON = 10_000;

/** How a document came about: its address, when it began to load (milliseconds since 1970), and what the browser says of the navigation. */
export type Loading = { url: string; loadedAt: number; type?: string; redirects?: number };

export function loadingOf(url: string): Loading {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // The clock of the page stands still while the machine sleeps: `timeOrigin` may be off by hours.
  const loadedAt = Date.now() - performance.now();
  return {
    url,
    loadedAt,
    ...(navigation ? { type: navigation.type, redirects: navigation.redirectCount } : {}),
  };
}

/**
 * Whether a document is itself the answer to what left before it: at that address, at that moment, without a redirect. A desk that refuses a
 * form draws it again so, with what was chosen as if it had always been so.
 */
export function isAnswerTo(left: Left, { url, loadedAt, type, redirects }: Loading): boolean {
  if (redirects !== 0 || bare(url) !== bare(left.url)) return false;
  // A page that is loaded again sends its form again.
  return type === 'reload' || (type === 'navigate' && Math.abs(loadedAt - left.at) < SOON);
}

const bare = (url: string): string => url.replace(/#.*$/, '');
