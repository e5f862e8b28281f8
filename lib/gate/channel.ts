import { HANDOVER, HELLO, TAKEN } from './wire-protocol';

/**
 * Makes the private element and hands it to the wire of this frame, whichever of the two started first. Page scripts have not run
 * yet. One element per frame, and no draft text ever goes over it: a parent page that hooks a child's window gains nothing (lib/README.md).
 */
export function makeChannel(page: Document): EventTarget {
  const element = page.createElement('i');
  const handOver = () => page.dispatchEvent(new MouseEvent(HANDOVER, { relatedTarget: element }));
  page.addEventListener(HELLO, handOver, { capture: true });
  element.addEventListener(TAKEN, () => page.removeEventListener(HELLO, handOver, { capture: true }), { once: true });
  handOver();
  return element;
}
