/** A window to listen on, or what stands for one. */
export type Listens = Pick<Window, 'addEventListener'>;

/**
 * The window as something to listen on for good. `document.open()` takes all listeners off a document and its window (a page that fills a
 * frame with what it writes): what was put on here is there again before the page's next turn, and `again` is called.
 */
export function keptWindow(page: Window, again?: () => void): Listens {
  const kept: [string, EventListener, (AddEventListenerOptions | boolean)?][] = [];
  // The document's own children are new after it, and hardly ever else.
  new MutationObserver(() => {
    for (const one of kept) page.addEventListener(...one);
    again?.();
  }).observe(page.document, { childList: true });
  return {
    addEventListener(...one: (typeof kept)[number]) {
      kept.push(one);
      page.addEventListener(...one);
    },
  };
}
