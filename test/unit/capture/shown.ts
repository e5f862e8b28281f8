import { layOut } from '../../sites/layout';

/** Puts markup on jsdom's page, with the stand-ins for layout, and gives its body. */
export function show(html: string): HTMLElement {
  layOut(window as Window & typeof globalThis);
  document.body.replaceChildren(document.createRange().createContextualFragment(html));
  return document.body;
}
