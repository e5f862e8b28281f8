import { shadowOf } from '../capture/query';
import type { Listens } from './kept-window';

/**
 * Calls `enter` with each shadow root, open or closed, in which somebody presses something, before the page hears of that press. Events
 * such as `submit` never leave their root, so they are listened to in it.
 */
export function watchRoots(on: Listens, enter: (root: ShadowRoot) => void): void {
  const look = (event: Event) => {
    // Of the keys only this one sends a form: typing costs nothing.
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    const path = event.composedPath();
    // An open root stands in the path. Of a closed one only its host is seen, which is then the target.
    for (const node of [...path, shadowOf(path[0] as ParentNode)]) {
      if (!(node instanceof ShadowRoot)) continue;
      enter(node);
      // The press goes on into this root, where the next closed one is seen.
      listen(node);
    }
  };
  const listen = (to: Pick<EventTarget, 'addEventListener'>) => {
    for (const type of ['click', 'keydown']) to.addEventListener(type, look, true);
  };
  listen(on);
}
