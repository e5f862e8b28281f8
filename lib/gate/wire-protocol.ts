import type { FileFact } from '../model/attempt';

/** How the element changes hands on `document`, before page scripts run. */
export const HELLO = 'baton-hello';
export const HANDOVER = 'baton-handover';

/** Event types on the private element between the worlds. Nobody else can dispatch or hear them: the element is in no document. */
export const TAKEN = 'taken';
/** The gate names the event type by which a later gate of Baton (after an update) hands over an element of its own. */
export const KEY = 'key';
/** Is anybody there? Prevented by a gate that lives. */
export const PING = 'ping';
export const ASK = 'ask';
export const ASK_SUBMIT = 'form';
export const ANSWER = 'answer';
export const OUTCOME = 'outcome';
export const GONE = 'gone';
/** The gate has the page go to an address that it held. Prevented by a wire that does. */
export const FOLLOW = 'follow';

/**
 * A body on its way over: text (which the gate parses, where the page can replace nothing), or why it was not read.
 * `form` marks url-encoded fields, with the files that went with them.
 */
export type WireBody =
  | { text: string; form?: boolean; files?: Record<number, FileFact> }
  | { unread: string }
  | { none: true };

/** A question of the wire. Without a body: does anybody care about this address? With one: may it go? Held when prevented. */
export type Question = {
  n: number;
  /** A synchronous request: it cannot wait. */
  now?: boolean;
  method: string;
  url: string;
  body?: WireBody;
};

/**
 * `no`, of what may not go: the address of an answer that the desk takes for a refusal of its own, read in place of the request; a failed
 * request where there is none. Of what may: the text by which the desk refuses inside of an answer that went well.
 */
export type WireAnswer = { n: number; go: boolean; no?: string };
/** How a request that was held and let go ended. `status` 0: no response; below 0: the answer refuses inside. `signIn`: the answer is a page that asks for a password. */
export type WireOutcome = { n: number; status: number; signIn?: true };
/** `replace`: in the place of the page's own entry in the history. */
export type WireFollow = { url: string; replace: boolean };
/** The page gave a held request up. */
export type WireGone = { n: number };
