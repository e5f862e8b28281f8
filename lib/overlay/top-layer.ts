/** What the page shows above all else: dialogs that make the rest of it dead, popovers, what fills the screen. */
const MODAL = ':modal';
/** Elements whose children are not shown. */
const HOLDS_NOTHING = 'iframe, video, audio, img, canvas, object, embed';
const ON_TOP = ':popover-open, :modal, :fullscreen';

/** The extension API for closed roots: Chromium's, in its content scripts. */
declare const chrome: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
type Opening = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * What makes the rest of the page dead now: the newest modal dialog, or what fills the screen. Null where all of the page is alive.
 * `own` is passed over in looking.
 */
export function modalOf(page: Document, own: Element): Element | null {
  const found = new Set<Element>();
  for (const dialog of page.getElementsByTagName('dialog')) if (dialog.matches(MODAL)) found.add(dialog);
  const full = innermost(page, (root) => root.fullscreenElement);
  if (full && !full.matches(HOLDS_NOTHING)) found.add(full);
  // A dialog inside a component's root holds the focus, or has just given it to Baton.
  for (let at: Node | null = innermost(page, (root) => root.activeElement); at; at = above(at))
    if (at instanceof HTMLDialogElement && at.matches(MODAL)) found.add(at);
  const [first, ...others] = found;
  if (!first || others.length === 0) return first ?? null;
  // Of several only the newest can be hit: it makes the others dead.
  for (const one of found) {
    const { left, top, width, height } = one.getBoundingClientRect();
    const hits = rootOf(one).elementsFromPoint(left + width / 2, top + height / 2);
    for (let at: Node | null = hits.find((hit) => hit !== own) ?? null; at; at = above(at))
      if (found.has(at as Element)) return at as Element;
  }
  return others.at(-1) ?? first;
}

/** Ends a full screen that nothing can be shown in: a film, a frame. */
export function leaveFilm(page: Document): void {
  if (page.fullscreenElement?.matches(HOLDS_NOTHING)) void page.exitFullscreen().catch(() => undefined);
}

/** All that is in the top layer, components' roots included, without `own` and what it stands in. */
export function onTop(page: Document, own: Element): Element[] {
  const found: Element[] = [];
  const look = (root: Document | ShadowRoot) => {
    found.push(...root.querySelectorAll(ON_TOP));
    for (const element of root.querySelectorAll('*')) {
      const inner = element === own ? null : shadowOf(element);
      if (inner) look(inner);
    }
  };
  look(page);
  const around = new Set<Node>();
  for (let at: Node | null = own; at; at = above(at)) around.add(at);
  return found.filter((element) => !around.has(element));
}

/** Calls `changed` when something came into the top layer, left it, or may have: with the element that the page's event was for. */
export function watchTopLayer(page: Document, changed: (target: EventTarget | null) => void): void {
  for (const type of ['toggle', 'close', 'fullscreenchange', 'focusin'])
    page.defaultView?.addEventListener(type, ({ target }) => changed(target), { capture: true, passive: true });
}

/** What stands around a node, out of a component's root too. */
export function above(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

export function rootOf(node: Node): Document | ShadowRoot {
  return node.getRootNode() as Document | ShadowRoot;
}

function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const opened = (element as Opening).openOrClosedShadowRoot;
  if (opened !== undefined) return opened;
  return typeof chrome !== 'undefined' && element instanceof HTMLElement
    ? (chrome.dom?.openOrClosedShadowRoot?.(element) ?? null)
    : null;
}

/** What `look` finds in the page, followed into components' roots. */
function innermost(page: Document, look: (root: Document | ShadowRoot) => Element | null): Element | null {
  let at = look(page);
  for (let root = at && shadowOf(at); root; root = at && shadowOf(at)) {
    const inner = look(root);
    if (!inner) break;
    at = inner;
  }
  return at;
}
