import type { Listens } from './kept-window';

/** What lists came with at first, by their form's address and their name: for the life of the page. */
const first = new Map<string, HTMLOptionElement | undefined>();

/**
 * The choice that a list came with, on a desk that draws its forms anew after each choice: then what was chosen stands there as if
 * it had always been so. Nothing where `redrawn` is on the page: there it was so from the start.
 */
export function cameFirst(list: HTMLSelectElement, redrawn: string): HTMLOptionElement | undefined {
  return list.ownerDocument.querySelector(redrawn) ? undefined : noted(list);
}

/** Looks at each form before the desk hears of a choice in it. `on` is the page's window. */
export function noteLists(on: Listens): void {
  on.addEventListener(
    'change',
    ({ target }) => {
      const list = target instanceof Element && target.closest('form')?.querySelectorAll('select');
      for (const one of list || []) noted(one);
    },
    { capture: true },
  );
}

function noted(list: HTMLSelectElement): HTMLOptionElement | undefined {
  const place = `${list.closest('form')?.getAttribute('action')} ${list.getAttribute('name')}`;
  if (!first.has(place))
    first.set(
      place,
      [...list.options].find((option) => option.defaultSelected),
    );
  return first.get(place);
}
