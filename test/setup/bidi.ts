// A line of our own into the Firefox that Playwright drives: both speak WebDriver BiDi over one connection.
import { firefox, type Page } from 'playwright-core';
import { keepRealms } from './realms.ts';

/** Sends one BiDi command to the browser and gives its result. Rejects with the browser's own words. */
export type Send = <T>(method: string, params: object) => Promise<T>;

interface Message {
  id?: number;
  type?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: string;
  message?: string;
}

interface Transport {
  send(message: Message): void;
  close(): void;
  closeAndWait(): Promise<void>;
  onmessage?: (message: Message) => void;
  onclose?: (...how: unknown[]) => void;
}

/** The part of Playwright's inside that starts Firefox over BiDi. No public way leads to it; the pinned version has it so. */
interface Inside {
  connectToTransport(transport: Transport, ...more: unknown[]): Promise<unknown>;
}

/** Playwright asks for these at every start, and Firefox ESR 153 does not know them. They change nothing that a test needs. */
const UNKNOWN_TO_FIREFOX = new Set(['emulation.setMediaFeaturesOverride']);

/** Above all numbers that Playwright gives to its own commands. */
const OURS = 1_000_000_000;

/** Runs what launches Firefox, and gives with its outcome the line into that browser. One launch at a time. */
export async function withLine<T>(launch: () => Promise<T>): Promise<{ launched: T; send: Send }> {
  const inside = insideOfPlaywright();
  const connect = inside.connectToTransport;
  let send: Send | undefined;
  inside.connectToTransport = function (transport, ...more) {
    const line = tap(transport);
    send = line.send;
    return connect.call(this, line.transport, ...more);
  };
  try {
    const launched = await launch();
    if (!send) throw new Error('Firefox was started, but not over the connection that was tapped');
    return { launched, send };
  } finally {
    inside.connectToTransport = connect;
  }
}

/** In: the real transport. Out: the one for Playwright, and the sending of commands beside it. */
function tap(real: Transport): { transport: Transport; send: Send } {
  const waiting = new Map<number, (answer: Message) => void>();
  let last = OURS;
  const send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ type, result, error, message }) => {
        if (type === 'error') reject(new Error(`Firefox refused ${method}: ${error}: ${message}`));
        else resolve(result as never);
      });
      real.send({ id: last, method, params });
    });

  const transport: Transport = {
    send(message) {
      if (!UNKNOWN_TO_FIREFOX.has(message.method ?? '')) return real.send(message);
      queueMicrotask(() => transport.onmessage?.({ type: 'success', id: message.id ?? 0, result: {} }));
    },
    close: () => real.close(),
    closeAndWait: () => real.closeAndWait(),
  };
  const mayPass = keepRealms(send, (event) => transport.onmessage?.({ type: 'event', ...event }));
  real.onmessage = (message) => {
    const answered = waiting.get(message.id ?? 0);
    waiting.delete(message.id ?? 0);
    if (answered) answered(message);
    else if (mayPass(message)) transport.onmessage?.(message);
  };
  real.onclose = (...how) => transport.onclose?.(...how);
  return { transport, send };
}

/** The name that BiDi gives to a page's tab. */
export function tabOf(page: Page): string {
  const name = insideOf<{ mainFrame(): { _id: string } }>(page)?.mainFrame()._id;
  if (!name) throw builtOtherwise();
  return name;
}

function insideOfPlaywright(): Inside {
  const inside = insideOf<{ _bidiFirefox?: Inside }>(firefox)?._bidiFirefox;
  if (typeof inside?.connectToTransport !== 'function') throw builtOtherwise();
  return inside;
}

function insideOf<T>(outside: object): T | undefined {
  const { _connection } = outside as { _connection?: { toImpl?: (of: object) => T } };
  return _connection?.toImpl?.(outside);
}

const builtOtherwise = () =>
  new Error('This version of Playwright is built otherwise inside: test/setup/bidi.ts must learn it.');
