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
/** A piece of a body's text, just before the question that it belongs to: as a text of its own it is not copied on its way. */
export const TEXT = 'text';
export const ASK = 'ask';
export const ASK_SUBMIT = 'form';
export const ANSWER = 'answer';
export const OUTCOME = 'outcome';
export const GONE = 'gone';
/** The gate has the page go to an address that it held. Prevented by a wire that does. */
export const FOLLOW = 'follow';
/** The gate has the page send a form that it held, which comes as `relatedTarget`. Prevented by a wire that does. */
export const SEND = 'send';

/**
 * A body on its way over: how its text is to be read (the gate does that, where the page can replace nothing), or why it was not read.
 * `text`: as it is sent. `form`: url-encoded. `pairs`: name and value of each field of a form, each after its length and a colon, with
 * the files that went with them. `texts` are the pieces that came before; the gate puts them there.
 */
export type WireBody =
  | { as: 'text' | 'form' | 'pairs'; files?: Record<number, FileFact>; texts?: readonly string[] }
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

/** How a page hears that its request may not go: it fails, unless an answer (`no`, JSON) or an abort is what the desk understands. */
export type Refused = { no?: string; abort?: true };
/** `no`, of what may go: the text by which the desk refuses inside of an answer that went well. */
export type WireAnswer = { n: number; go: boolean } & Refused;
/** How a request that was held and let go ended. `status` 0: no response; below 0: the answer refuses inside. `signIn`: the answer is a page that asks for a password. */
export type WireOutcome = { n: number; status: number; signIn?: true };
/** `replace`: in the place of the page's own entry in the history. */
export type WireFollow = { url: string; replace: boolean };
/** The page gave a held request up. */
export type WireGone = { n: number };
