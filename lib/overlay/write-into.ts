/** Sets a control as a person would: the value, then the events that the page listens for. */
export function setValue(control: HTMLElement, value: string): void {
  // The property's own setter: libraries that draw controls put one of theirs over it, and take no note of what goes through that.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value);
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Writes a text into an empty field, as a person would: the desk's own editor learns of it. */
export function writeInto(field: HTMLElement, text: string): void {
  field.scrollIntoView?.({ block: 'nearest' });
  field.focus({ preventScroll: true });
  if ('value' in field) {
    setValue(field, text);
    return;
  }
  const page = field.ownerDocument;
  page.getSelection()?.selectAllChildren(field);
  for (const [n, line] of text.split('\n').entries()) {
    if (n > 0) page.execCommand('insertParagraph');
    if (line !== '') page.execCommand('insertText', false, line);
  }
}
