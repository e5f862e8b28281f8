/**
 * What the desk is not told of: presses on Baton's element, and focus that is in it. A desk that keeps the focus in a form of its
 * own (a focus trap) would pull it back, and close the form for a press outside of it. To the desk it is as if the person
 * had gone to another window. The gate hears these events before any script of the page can.
 */
export function shieldOf(
  host: Element,
  pressed: (event: MouseEvent) => void,
  pointed: (event: PointerEvent) => void = () => {},
): (event: Event) => void {
  return (event) => {
    const target = event.composedPath()[0];
    if (target === host) {
      event.stopImmediatePropagation();
      // The focus stays where the person works in the page, and goes back there from the panel.
      if (event.type === 'mousedown') event.preventDefault();
      if (event.type === 'pointerdown' || event.type === 'pointerup') pointed(event as PointerEvent);
      if (event.type === 'click') pressed(event as MouseEvent);
    } else if (event instanceof FocusEvent && event.relatedTarget === host && /^(blur|focusout)$/.test(event.type)) {
      event.stopImmediatePropagation();
      target?.dispatchEvent(new FocusEvent(event.type, { bubbles: event.type === 'focusout', composed: true }));
    }
  };
}
