import { submitNative } from './form';
import type { Follow } from './navigation-door';
import { FOLLOW, HANDOVER, HELLO, KEY, SEND, TAKEN, type WireFollow } from './wire-protocol';

/** The element between the two worlds, and whether the wire of this frame has taken it. */
export type Channel = { element: EventTarget; taken(): boolean };

/**
 * Makes the private element and hands it to the wire of this frame, whichever of the two started first. Page scripts have not run
 * yet. One element per frame, and no draft text ever goes over it: a parent page that hooks a child's window gains nothing (lib/README.md).
 * `key`: this gate comes late, after an update of Baton; page scripts run, so the element goes by the event type that they cannot know.
 */
export function makeChannel(page: Document, key: string | undefined): Channel {
  const element = page.createElement('i');
  let taken = false;
  const handOver = () => page.dispatchEvent(new MouseEvent(key ?? HANDOVER, { relatedTarget: element }));
  element.addEventListener(
    TAKEN,
    () => {
      taken = true;
      page.removeEventListener(HELLO, handOver, { capture: true });
    },
    { once: true },
  );
  if (!key) page.addEventListener(HELLO, handOver, { capture: true });
  handOver();
  return { element, taken: () => taken };
}

/** Tells the wire by which event a later gate will come. */
export function nameKey({ element }: Channel, key: string): void {
  element.dispatchEvent(new CustomEvent(KEY, { detail: key }));
}

/**
 * Has the page's own world go to an address. Firefox sends no referrer with what this world goes to, by which some desks know a request of
 * their own, and tells nobody of it on the page's `navigation`.
 */
export const followBy =
  ({ element }: Channel): Follow =>
  (url, replace) => {
    const detail = JSON.stringify({ url, replace } satisfies WireFollow);
    const done = !element.dispatchEvent(new CustomEvent(FOLLOW, { detail, cancelable: true }));
    if (!done) location[replace ? 'replace' : 'assign'](url);
  };

/** Has the page's own world send a form without an event, so that an editor there can bring its text into it first. */
export const sendBy =
  ({ element }: Channel) =>
  (form: HTMLFormElement): void => {
    const told = new MouseEvent(SEND, { relatedTarget: form, cancelable: true });
    if (element.dispatchEvent(told)) submitNative.call(form);
  };
