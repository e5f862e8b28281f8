import { entered } from './entered';
import type { CallIn, CallName, CallOut } from './protocol';

/** The extension API that pages and scripts share; Chromium and Firefox both answer with promises here. */
declare const chrome: { runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> } };

/** Thrown when the background cannot be reached: it was updated (`orphan`), did not answer in time, or refused the message. */
export class CallError extends Error {
  readonly code: 'orphan' | 'timeout' | 'refused';
  constructor(code: CallError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** True once the extension was updated or removed under this script: nothing it sends will arrive. */
export function orphaned(): boolean {
  return !chrome.runtime?.id;
}

/**
 * Asks the background, once a person is in this page. From then on `within` milliseconds pass at most (default 10 s); then, on refusal or
 * on a lost extension, it throws a CallError.
 */
export async function call<N extends CallName>(name: N, input: CallIn<N>, within = 10_000): Promise<CallOut<N>> {
  // Not awaited where there is nothing to wait for: what a page says while it is left must be said in the same turn.
  const later = entered();
  if (later) await later;
  const runtime = chrome.runtime;
  if (!runtime?.id) throw new CallError('orphan', `${name}: updated`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallError('timeout', `${name}: late`)), within);
  });
  try {
    const answer = (await Promise.race([runtime.sendMessage({ call: name, input }), late])) as
      | { ok?: CallOut<N>; refused?: string }
      | undefined;
    if (answer?.ok !== undefined) return answer.ok;
    throw new CallError('refused', `${name}: ${answer?.refused ?? 'no answer'}`);
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError(orphaned() ? 'orphan' : 'refused', `${name}: ${String(error)}`);
  } finally {
    clearTimeout(timer);
  }
}
