const SVG = 'http://www.w3.org/2000/svg';

/** Baton's mark: a baton on its way from one hand to the other. */
export function icon(page: Document): SVGElement {
  const svg = page.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  for (const [d, width] of [
    ['M4.5 11.5 11.5 4.5', '3.6'],
    ['M2.2 13.8h.01M13.8 2.2h.01', '2.6'],
  ] as const) {
    const path = page.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-width', width);
    path.setAttribute('stroke-linecap', 'round');
    svg.append(path);
  }
  return svg;
}
