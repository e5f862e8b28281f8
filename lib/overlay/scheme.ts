/** Whether the desk itself looks dark, by what stands behind its text; what the person's system prefers may differ. */
export function schemeOf(page: Document): 'light' | 'dark' {
  for (const element of [page.body, page.documentElement]) {
    const color = element && getComputedStyle(element).backgroundColor;
    const parts = color?.match(/[\d.]+/g)?.map(Number);
    if (!parts || parts.length < 3 || parts[3] === 0) continue;
    const [red = 0, green = 0, blue = 0] = parts;
    // Perceived lightness, 0 to 255 (ITU-R BT.601 weights).
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
  }
  // A page without a colour of its own shows the browser's canvas, which follows its color-scheme.
  const scheme = getComputedStyle(page.documentElement).colorScheme;
  const canDark =
    scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return canDark ? 'dark' : 'light';
}
