/**
 * When this page was asked of the desk, in milliseconds since 1970: what it shows is no older. A navigation that was held counts for Firefox
 * from the moment when it was first wanted, so its time of origin alone says too little.
 */
export function loadedAt(): number {
  const [navigation] = performance.getEntriesByType?.('navigation') ?? [];
  return performance.timeOrigin + ((navigation as PerformanceNavigationTiming | undefined)?.fetchStart ?? 0);
}
