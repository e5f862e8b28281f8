/** The criterion whose field has the focus; undefined where none has. */
export function focusedCriterion(document: Document): string | undefined {
  const entry = document.hasFocus() ? document.activeElement?.closest('[data-criterion]') : null;
  return entry?.getAttribute('data-criterion') ?? undefined;
}
