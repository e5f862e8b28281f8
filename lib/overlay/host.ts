import { orphaned } from '../messages/client';
import css from './overlay.css?inline';

/** What the page may do to the host before Baton retreats: undone this often within the time (milliseconds). */
const UNDO_LIMIT = 20;
const UNDO_WINDOW = 5_000;

const HOST_STYLE: Record<string, string> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 0 auto auto',
  width: '0',
  height: '0',
  'z-index': '2147483647',
  opacity: '1',
  visibility: 'visible',
  transform: 'none',
  filter: 'none',
  'clip-path': 'none',
  'pointer-events': 'auto',
};

export type Host = { root: ShadowRoot; remove(): void; setScheme(scheme: 'light' | 'dark'): void };

/**
 * The one element that Baton adds to a desk's page, with a closed root. What the page does to it is undone a bounded number of
 * times; then it retreats, and `retreated` says so.
 */
export function makeHost(page: Document, retreated: () => void): Host {
  const element = page.createElement('baton-overlay');
  const root = element.attachShadow({ mode: 'closed' });
  const style = page.createElement('style');
  style.textContent = css;
  root.append(style);
  const dress = () => {
    for (const name of element.getAttributeNames()) if (name !== 'style') element.removeAttribute(name);
    // Emptied first: a property of the page's that is not among ours (translate, content-visibility) would stay beside them.
    element.style.cssText = '';
    for (const [name, value] of Object.entries(HOST_STYLE)) element.style.setProperty(name, value, 'important');
    element.style.setProperty('color-scheme', scheme, 'important');
  };
  let scheme: 'light' | 'dark' = 'light';
  let undone: number[] = [];
  const watch = new MutationObserver((records) => {
    // Baton was updated: what it put here is the next one's to take away.
    if (orphaned()) return watch.disconnect();
    // A sibling that a desk adds to its root element is no attack; only what is done to the host itself is.
    if (element.parentNode === page.documentElement && records.every(({ target }) => target !== element)) return;
    const now = performance.now();
    undone = [...undone.filter((at) => now - at < UNDO_WINDOW), now];
    if (undone.length > UNDO_LIMIT) {
      watch.disconnect();
      element.remove();
      return retreated();
    }
    place();
  });
  const place = () => {
    watch.disconnect();
    dress();
    if (element.parentNode !== page.documentElement) page.documentElement.append(element);
    watch.observe(element, { attributes: true });
    watch.observe(page.documentElement, { childList: true });
  };
  place();
  return {
    root,
    remove() {
      watch.disconnect();
      element.remove();
    },
    setScheme(next) {
      scheme = next;
      place();
    },
  };
}
