import { PRACTICE_PAGE } from '../model/practice';
import { type CallIn, type CallName, type CallOut, calls, type Sender } from './protocol';

/** The facts about a message's sender that the browser itself vouches for. */
export type SenderFacts = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  documentLifecycle?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
};

/** `page` names the document itself, where a tab's page speaks: another one may be in the tab by the time that it is answered. */
export type From = { kind: Sender; tab: number; frame: number; url: string; page?: string };

/** Who sent this? Null for anybody who has no business here: another extension, a page, a framed page of ours that is not made for it. */
export function senderOf(facts: SenderFacts, extension: { id: string; root: string }): From | null {
  if (facts.id !== extension.id || !facts.url) return null;
  // Nobody has entered this page yet: its tab shows another one.
  if (facts.documentLifecycle === 'prerender') return null;
  const tab = facts.tab?.id ?? -1;
  const frame = facts.frameId ?? -1;
  const page = frame === 0 && facts.documentId ? { page: facts.documentId } : {};
  if (!facts.url.startsWith(extension.root))
    return tab >= 0 && frame >= 0 ? { kind: 'page', tab, frame, url: facts.url, ...page } : null;
  const path = facts.url.slice(extension.root.length).split(/[?#]/)[0];
  const kind = path === 'panel.html' ? 'panel' : path === 'lesson.html' ? 'lesson' : null;
  if (kind) return tab >= 0 && frame > 0 ? { kind, tab, frame, url: facts.url } : null;
  // A desk of our own: gate and overlay run in it as they do in a desk's page.
  if (path === PRACTICE_PAGE)
    return tab >= 0 && frame === 0 ? { kind: 'page', tab, frame, url: facts.url, ...page } : null;
  // A framed popup or dashboard could be laid under a page's own buttons: only the top frame counts.
  return frame <= 0 ? { kind: 'extension', tab, frame, url: facts.url } : null;
}

/** One function for each message. They are called on their own, without the object that they stand in: hence no `this`. */
export type Handlers = {
  [N in CallName]: (this: void, input: CallIn<N>, from: From) => Promise<CallOut<N>> | CallOut<N>;
};

export type Answer = { ok: unknown } | { refused: string };

/**
 * Makes the one message listener: checks name, sender and shape, then runs the handler.
 * Returns an answer for every message meant for us and null for what is not a call (news between our own pages).
 */
export function answerWith(handlers: Handlers, extension: { id: string; root: string }) {
  return async (message: unknown, facts: SenderFacts): Promise<Answer | null> => {
    if (typeof message !== 'object' || message === null || !('call' in message)) return null;
    const name = (message as { call: unknown }).call;
    if (typeof name !== 'string' || !Object.hasOwn(calls, name)) return { refused: 'no such message' };
    const call = calls[name as CallName];
    const from = senderOf(facts, extension);
    if (!from || !(call.from as readonly Sender[]).includes(from.kind))
      return { refused: `${name} is not for this sender` };
    const input = call.in.safeParse((message as { input?: unknown }).input);
    if (!input.success)
      return { refused: `${name}: ${input.error.issues[0]?.path.join('.')} ${input.error.issues[0]?.message}` };
    try {
      const handler = handlers[name as CallName] as (input: unknown, from: From) => unknown;
      return { ok: await handler(input.data, from) };
    } catch (error) {
      return { refused: `${name}: ${error instanceof Error ? error.message : String(error)}` };
    }
  };
}
