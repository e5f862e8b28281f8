import { vi } from 'vitest';

const { matches } = Element.prototype;
const { querySelectorAll } = Document.prototype;

/** A top layer for jsdom, which has none: popovers and modal dialogs with their selectors. */
export function withTopLayer() {
  const shown = new Set<Element>();
  const open = (element: Element) => {
    // What leaves the document leaves the top layer.
    if (!element.isConnected) shown.delete(element);
    return shown.has(element);
  };
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    if (selector === ':popover-open') return open(this) && this.localName !== 'dialog';
    if (selector === ':modal') return open(this) && this.localName === 'dialog';
    return matches.call(this, selector);
  });
  vi.spyOn(Document.prototype, 'querySelectorAll').mockImplementation(function (this: Document, selector: string) {
    return (
      selector.includes(':popover-open') ? [...shown].filter(open) : querySelectorAll.call(this, selector)
    ) as never;
  });
  Object.assign(HTMLElement.prototype, {
    showPopover(this: Element) {
      shown.add(this);
    },
    hidePopover(this: Element) {
      shown.delete(this);
    },
  });
  return {
    showModal(dialog: HTMLDialogElement) {
      shown.add(dialog);
      dialog.setAttribute('open', '');
    },
    close(dialog: HTMLDialogElement) {
      shown.delete(dialog);
      dialog.removeAttribute('open');
    },
  };
}
