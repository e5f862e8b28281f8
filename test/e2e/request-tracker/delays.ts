// How long Baton keeps a page's requests, measured in the page itself.
import type { Page } from '@playwright/test';

export interface Delay {
  kind: 'xhr' | 'fetch' | 'submit';
  url: string;
  ms: number;
}

const KEY = 'measured-delays';

/**
 * From the next page on: the time that Baton takes before each request leaves, and each submit event before the page hears it.
 * What is not held leaves within the call, so the call's time, without the browser's own part, is all of the delay.
 */
export async function measureDelays(page: Page): Promise<() => Promise<Delay[]>> {
  await page.addInitScript((key) => {
    const note = (kind: string, url: string, ms: number) =>
      sessionStorage.setItem(
        key,
        JSON.stringify([...JSON.parse(sessionStorage.getItem(key) ?? '[]'), { kind, url, ms }]),
      );
    let own = 0;
    const timed = <T>(work: () => T): T => {
      const from = performance.now();
      try {
        return work();
      } finally {
        own += performance.now() - from;
      }
    };
    const xhr = XMLHttpRequest.prototype;
    const { open, send } = xhr;
    const nativeFetch = window.fetch;
    const urls = new WeakMap<XMLHttpRequest, string>();
    // These run before any extension's scripts, so that Baton takes them for the browser's own.
    xhr.open = function (this: XMLHttpRequest, ...args: unknown[]) {
      urls.set(this, String(args[1]));
      return (open as (...all: unknown[]) => void).apply(this, args);
    };
    const timedSend = function (this: XMLHttpRequest, body?: XMLHttpRequestBodyInit | null) {
      timed(() => send.call(this, body));
    };
    xhr.send = timedSend;
    const timedFetch: typeof fetch = (...args) => timed(() => nativeFetch(...args));
    window.fetch = timedFetch;

    // And by then Baton's stand where the page finds the browser's.
    document.addEventListener('DOMContentLoaded', () => {
      const { send: baton } = xhr;
      const { fetch: batonFetch } = window;
      if (baton === timedSend || batonFetch === timedFetch) throw new Error('Baton is not here: nothing to measure');
      const measured = <T>(kind: string, url: string, work: () => T): T => {
        own = 0;
        const from = performance.now();
        const result = work();
        note(kind, url, performance.now() - from - own);
        return result;
      };
      xhr.send = function (body) {
        measured('xhr', urls.get(this) ?? '', () => baton.call(this, body));
      };
      window.fetch = (...args) => measured('fetch', String(args[0]), () => batonFetch(...args));
      const heard = (event: Event) =>
        note('submit', (event.target as Element).getAttribute('action') ?? '', performance.now() - event.timeStamp);
      addEventListener('submit', heard, true);
    });
  }, KEY);
  return () => page.evaluate((key) => JSON.parse(sessionStorage.getItem(key) ?? '[]'), KEY);
}

/** The requests that waited for more than so many milliseconds, each as its kind, its path and which of these it was: the same in each walk. */
export function keptFor(delays: readonly Delay[], ms: number): string[] {
  const seen = new Map<string, number>();
  const named = delays.map((one) => {
    const name = `${one.kind} ${one.url.split('?')[0]}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { name: `${name} ${count}`, ms: one.ms };
  });
  return named.filter((one) => one.ms > ms).map(({ name }) => name);
}

/** The figures in a line, for the run's output. */
export function figures(delays: readonly Delay[]): string {
  const sorted = delays.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(2);
  const count = (kind: Delay['kind']) => delays.filter((one) => one.kind === kind).length;
  return `${delays.length} requests (${count('xhr')} XHR, ${count('fetch')} fetch, ${count('submit')} submits): median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}
