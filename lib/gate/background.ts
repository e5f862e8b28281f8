import { call, orphaned } from '../messages/client';
import type { CallIn, CallName, CallOut } from '../messages/protocol';

declare const chrome: {
  storage?: { local: { get(key: string): Promise<Record<string, string | undefined>> } };
  runtime?: {
    id?: string;
    connect(info: { name: string }): {
      onDisconnect: { addListener(cb: () => void): void };
      postMessage(m: unknown): void;
      disconnect(): void;
    };
  };
};

/** A message every 20 seconds keeps the worker from being put to sleep while something is held. */
const AWAKE_BEAT = 20_000;

/** While the port closes, an updated Baton still looks alive, and a new port to it never closes (Chromium): asked this much later, in milliseconds. */
const SETTLED = 100;

/** The gate's line to the background. */
export type Background = {
  ask<N extends CallName>(name: N, input: CallIn<N>, within: number): Promise<CallOut<N>>;
  /** Reports; an unreachable background is tried again a few times, for it may be starting. */
  tell<N extends CallName>(name: N, input: CallIn<N>): void;
  orphaned(): boolean;
  /** Keeps the background awake, so that an update waits, until `rest`. */
  stayAwake(): void;
  rest(): void;
};

/** `onOrphaned` runs once when Baton was updated while something was held; `onBeat` now and then while something is. */
export function backgroundLine(onOrphaned: () => void, onBeat: () => void): Background {
  let port: ReturnType<NonNullable<typeof chrome.runtime>['connect']> | null = null;
  let beat: ReturnType<typeof setInterval> | undefined;

  const open = () => {
    try {
      port = chrome.runtime?.connect({ name: 'hold' }) ?? null;
    } catch {
      port = null;
    }
    if (!port) return onOrphaned();
    port.onDisconnect.addListener(() => {
      port = null;
      setTimeout(again, SETTLED);
    });
  };
  const again = () => {
    if (beat === undefined) return;
    if (orphaned()) onOrphaned();
    // The worker was stopped all the same: what is held needs it awake again.
    else open();
  };

  return {
    ask: call,
    tell: (name, input) => void tellSoon(name, input, 3),
    orphaned,
    stayAwake() {
      if (beat !== undefined) return;
      beat = setInterval(() => {
        if (orphaned()) return onOrphaned();
        port?.postMessage('beat');
        onBeat();
      }, AWAKE_BEAT);
      open();
    },
    rest() {
      clearInterval(beat);
      beat = undefined;
      port?.disconnect();
      port = null;
    },
  };
}

/** What holds without the background's word, as that wrote it down (`lib/settings/unsure.ts`): true where what cannot be judged is stopped. */
export async function storedClosed(): Promise<boolean> {
  return (await chrome.storage?.local.get('unsure'))?.['unsure'] === 'closed';
}

async function tellSoon<N extends CallName>(name: N, input: CallIn<N>, times: number): Promise<void> {
  try {
    await call(name, input);
  } catch {
    if (times > 1 && !orphaned()) setTimeout(() => void tellSoon(name, input, times - 1), 2_000);
  }
}
