/** Newer than the library's types: true while the browser makes a page ready that nobody has entered yet (prerendering). */
type Ahead = Document & { prerendering?: boolean };

/**
 * Comes when a person enters this page; undefined where they are in it, as nearly always. Before that the page is nobody's: its tab shows
 * another one, and what it said would be taken for that page's word.
 */
export function entered(page: Ahead | undefined = globalThis.document): Promise<unknown> | undefined {
  if (!page?.prerendering) return undefined;
  return new Promise((shown) => page.addEventListener('prerenderingchange', shown, { once: true }));
}
