/** True when the person can see the element: it takes up room and nothing above it hides it. */
export function visible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** Folds white space into single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Keeps line breaks, folds the rest: what a person would copy. At most `limit` characters. */
export function manyLines(text: string, limit = 20_000): string {
  return text
    .slice(0, limit * 2)
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t\f\v\r]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, limit);
}
