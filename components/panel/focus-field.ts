/** Newer than the library's types: shows the ring though a press of the pointer led here. */
type Focusing = FocusOptions & { focusVisible?: boolean };

/** Moves focus to a field by its id: to the control itself, or to the one chosen or first of a group. */
export function focusField(id: string, document: Document): boolean {
  const found = document.getElementById(id);
  const control = found?.matches('input, textarea, button, [tabindex]')
    ? found
    : (found?.querySelector<HTMLElement>('input:checked') ??
      found?.querySelector<HTMLElement>('input, textarea, button'));
  if (!control) return false;
  const how: Focusing = { preventScroll: true, focusVisible: true };
  control.focus(how);
  // One goes on where the text ends.
  if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length);
  (control.closest('.entry') ?? control).scrollIntoView?.({ block: 'nearest' });
  return true;
}
