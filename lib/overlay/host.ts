import { orphaned } from '../messages/client';
import { direction } from '../words/locale';
import { above, modalOf, onTop } from './top-layer';

/** What the page may do to the host before Baton retreats: undone or followed this often within the time (milliseconds). */
const UNDO_LIMIT = 20;
const UNDO_WINDOW = 5_000;
/** How often Baton puts itself above what the page shows above it, within the same time. Presses are refused while it is covered. */
const RAISE_LIMIT = 5;

/**
 * Nothing of Baton is on paper. Inside the root an important rule wins over the host's own style, so nothing that is watched changes.
 * With `display: none` the panel would lose the focus while its page is printed.
 */
const ON_PAPER = '@media print { :host { opacity: 0 !important; } }';

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

export type Host = {
  element: HTMLElement;
  root: ShadowRoot;
  remove(): void;
  /** Back on the page, after it was removed. */
  put(): void;
  setScheme(scheme: 'light' | 'dark'): void;
  /** Goes where the page is alive: into its newest modal dialog or what fills the screen, and back. */
  settle(): void;
  /** Puts itself above all that the page shows now. */
  raise(): void;
  /** In the top layer, and nothing came into it since Baton was last put above everything. */
  topmost(): boolean;
};

/**
 * The element that Baton adds to a desk's page (one more while somebody teaches it), with a closed root, in the browser's top layer: there
 * no look of an ancestor reaches it, and a modal dialog does not make it dead. `css` is all of its look. What the page does to it is
 * undone a bounded number of times; then it retreats, and `retreated` says so.
 */
export function makeHost(page: Document, name: string, css: string, retreated: () => void): Host {
  // Made where no page defines elements: one that defines this name as its own could otherwise ask for its root (attachInternals).
  const element = page.implementation.createHTMLDocument('').createElement(name);
  const root = element.attachShadow({ mode: 'closed' });
  page.adoptNode(element);
  const style = page.createElement('style');
  style.textContent = `${css}\n${ON_PAPER}`;
  root.append(style);

  let scheme: 'light' | 'dark' = 'light';
  let home: Element = page.documentElement;
  let gone = false;
  /** What was in the top layer when Baton was last put above it. */
  let beneath = new WeakSet<Element>();
  const shownAnew = ({ currentTarget }: Event) => beneath.delete(currentTarget as Element);
  const undone = counter(UNDO_LIMIT);
  const raised = counter(RAISE_LIMIT);

  const remove = () => {
    gone = true;
    watch.disconnect();
    element.remove();
  };
  /** Whether it may be put right once more. */
  const mayPlace = () => {
    // Baton was updated: what it put here is the next one's to take away.
    if (orphaned()) {
      watch.disconnect();
      return false;
    }
    if (!undone()) return true;
    remove();
    retreated();
    return false;
  };
  const dress = () => {
    for (const name of element.getAttributeNames())
      if (name !== 'style' && name !== 'popover') element.removeAttribute(name);
    if (element.getAttribute('popover') !== 'manual') element.setAttribute('popover', 'manual');
    // Emptied first: a property of the page's that is not among ours (translate, content-visibility) would stay beside them.
    element.style.cssText = '';
    for (const [name, value] of Object.entries(HOST_STYLE)) element.style.setProperty(name, value, 'important');
    element.style.setProperty('color-scheme', scheme, 'important');
    // `all` leaves out the direction, and the page's own would turn Baton's words round.
    element.style.setProperty('direction', direction(), 'important');
  };
  const place = () => {
    watch.disconnect();
    dress();
    // A move keeps the place in the top layer, which is below a dialog that came since.
    lower();
    if (element.parentNode !== home) move(element, home);
    lift();
    watch.observe(element, { attributes: true });
    // Up to the document: a dialog that is taken away takes Baton with it, and only its parent tells.
    for (let at: Node | null = home; at; at = above(at))
      watch.observe(at, { childList: true, ...(home === page.documentElement ? {} : { attributeFilter: ['open'] }) });
  };
  const homeNow = () => modalOf(page, element) ?? page.documentElement;
  const watch = new MutationObserver((records) => {
    // A sibling that a desk adds to its root element is no attack; only what is done to the host itself is.
    const harmed = element.parentNode !== home || records.some(({ target }) => target === element);
    const before = home;
    home = homeNow();
    // Closed and opened again in one breath, the dialog is above what stands in it.
    const reopened =
      home !== page.documentElement && records.some(({ target, type }) => target === home && type === 'attributes');
    if ((harmed || reopened || home !== before) && mayPlace()) place();
  });
  const isAbove = (others: readonly Element[]) => inTopLayer(element) && others.every((other) => beneath.has(other));
  const lower = () => {
    if (inTopLayer(element)) element.hidePopover();
  };
  const lift = () => {
    if (!element.isConnected || inTopLayer(element)) return;
    element.showPopover();
    // To look through the whole page for what it is above now is for `raise`, when the panel is shown.
    beneath = new WeakSet();
  };

  home = homeNow();
  place();
  return {
    element,
    root,
    remove,
    put() {
      gone = false;
      home = homeNow();
      place();
    },
    setScheme(next) {
      if (next === scheme) return;
      scheme = next;
      if (!gone) place();
    },
    settle() {
      if (gone) return;
      const now = homeNow();
      if (now === home && inTopLayer(element)) return;
      home = now;
      if (mayPlace()) place();
    },
    raise() {
      if (gone) return;
      const others = onTop(page, element);
      if (isAbove(others) || raised()) return;
      lower();
      lift();
      for (const other of others) other.addEventListener('beforetoggle', shownAnew, { capture: true });
      beneath = new WeakSet(others);
    },
    topmost: () => isAbove(onTop(page, element)),
  };
}

export const inTopLayer = (element: Element) => element.matches(':popover-open');

/** Keeps the panel's page alive on the way where the browser can; else it loads again, and the draft is saved. */
function move(element: Element, home: Element & { moveBefore?(node: Node, child: Node | null): void }): void {
  if (element.isConnected && home.moveBefore) home.moveBefore(element, null);
  else home.append(element);
}

/** Counts calls; true when there were more than `limit` within the time. */
function counter(limit: number): () => boolean {
  let at: number[] = [];
  return () => {
    const now = performance.now();
    at = [...at.filter((one) => now - one < UNDO_WINDOW), now];
    return at.length > limit;
  };
}
