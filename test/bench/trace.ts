// What Chromium's own trace says about a page's main thread.
import type { Browser, Page } from 'playwright-core';

const SCRIPTS = ['devtools.timeline', 'blink.user_timing'];
/** Whole tasks of a thread and moments of a page, and nothing of what a script does: following that would cost the script. */
export const TASKS = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];

export interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Processor time of the thread, where the trace has it: other work on the machine is not in it. */
  tdur?: number;
  /** The thread's own clock at `ts`, where the trace has it: it stands still while others have the processor. */
  tts?: number;
  args: { frame?: string; data?: { url?: string; type?: string; documentLoaderURL?: string } };
}

/** Runs `work` and gives what was traced meanwhile, in order of time. */
export async function traced(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
  categories: readonly string[] = SCRIPTS,
): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories: ['-*', ...categories] });
  let text = '';
  try {
    await work();
  } finally {
    text = (await browser.stopTracing()).toString();
  }
  const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  return traceEvents.filter(({ ts }) => ts > 0).sort((a, b) => a.ts - b.ts);
}

/** The events of the thread that runs the page of this one. */
export function sameThread(events: readonly TraceEvent[], one: TraceEvent): TraceEvent[] {
  return events.filter(({ pid, tid }) => pid === one.pid && tid === one.tid);
}

/** When the page called `performance.mark` with this name. */
export function marks(events: readonly TraceEvent[], name: string): TraceEvent[] {
  return events.filter((event) => event.name === name && event.cat.includes('blink.user_timing'));
}

/** Pieces of script that `is` takes, without those inside another: nothing is counted twice. Of one thread, in order of time. */
export function scripts(events: readonly TraceEvent[], is: (url: string) => boolean): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return events.filter(({ name, ts, dur = 0, args }) => {
    if (ts < end || (name !== 'FunctionCall' && name !== 'EvaluateScript') || !is(args.data?.url ?? '')) return false;
    end = ts + dur;
    return true;
  });
}

/** The tasks of the thread of `from` that began since then and before `until` (microseconds). */
export function tasks(events: readonly TraceEvent[], from: TraceEvent, until: number): TraceEvent[] {
  return between(sameThread(events, from), from.ts, until).filter(({ name }) => name === 'RunTask');
}

/** How long these kept the thread, in milliseconds. */
export function milliseconds(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { dur = 0, tdur }) => sum + (tdur ?? dur) / 1000, 0);
}

/** From one moment of a thread to another, in milliseconds of its own processor time. */
export function spent(from: TraceEvent | undefined, to: TraceEvent | undefined): number {
  if (!from || !to) throw new Error('the trace lacks a moment that was marked');
  return ((to.tts ?? to.ts) - (from.tts ?? from.ts)) / 1000;
}

/** Those that began at or after `from` and before `to`. In microseconds. */
export function between(events: readonly TraceEvent[], from: number, to: number): TraceEvent[] {
  return events.filter(({ ts }) => ts >= from && ts < to);
}

export const fromExtension = (url: string) => url.startsWith('chrome-extension://');
