/** Where a block begins or ends: at least one line break, or two (a paragraph); where several meet, the most that one asks for. */
const ONE = '\uE001';
const TWO = '\uE002';

/**
 * jsdom has no layout: nothing in it has a size, `innerText` or `checkVisibility`. These stand-ins give it the little that capture asks:
 * what is hidden by style (inline or a <style> of the page), by the `hidden` attribute or by a closed <details> is not visible, and
 * shown text has the line breaks of <br> and of blocks. Real layout (sizes, clipping, what covers what) is for the end-to-end tests.
 */
export function layOut(window: Window & typeof globalThis): void {
  const proto = window.HTMLElement.prototype as HTMLElement;
  const style = (element: Element) => window.getComputedStyle(element);

  const shown = (element: Element): boolean => {
    if (style(element).visibility !== 'visible') return false;
    for (let one: Element | null = element; one; one = one.parentElement) {
      const { display, opacity } = style(one);
      if (display === 'none' || opacity === '0' || one.hasAttribute('hidden')) return false;
      const fold = one.parentElement;
      if (fold?.tagName === 'DETAILS' && !fold.hasAttribute('open') && one.tagName !== 'SUMMARY') return false;
    }
    return element.isConnected;
  };

  const textOf = (node: Node): string => {
    if (node.nodeType === window.Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      const space = node.parentElement ? style(node.parentElement).whiteSpace : '';
      return space.startsWith('pre') ? text : text.replace(/[ \t\n\r]+/g, ' ');
    }
    if (!(node instanceof window.Element)) return '';
    if (node.tagName === 'BR') return '\n';
    const { display } = style(node);
    if (['SCRIPT', 'STYLE', 'TEMPLATE'].includes(node.tagName) || !shown(node)) return '';
    const inner = [...node.childNodes].map(textOf).join('');
    if (node.tagName === 'P') return `${TWO}${inner}${TWO}`;
    return ['block', 'flex', 'grid', 'list-item', 'table', 'table-row'].includes(display)
      ? `${ONE}${inner}${ONE}`
      : inner;
  };

  // The browser made for tests has no shadow roots to give.
  const world = globalThis as { chrome?: object };
  world.chrome = Object.assign(Object.create(world.chrome ?? null), {
    dom: { openOrClosedShadowRoot: (host: Element) => host.shadowRoot },
  });

  Object.defineProperties(proto, {
    checkVisibility: {
      configurable: true,
      value: function (this: Element) {
        return shown(this);
      },
    },
    innerText: {
      configurable: true,
      get(this: HTMLElement) {
        // A hidden element gives all its text, as in browsers.
        const text = shown(this) ? [...this.childNodes].map(textOf).join('') : (this.textContent ?? '');
        return text
          .replace(/^[\uE001\uE002 ]+|[\uE001\uE002 ]+$/g, '')
          .replace(/ *[\uE001\uE002][\uE001\uE002 ]*/g, (run) => (run.includes(TWO) ? '\n\n' : '\n'))
          .replace(/ *\n */g, '\n');
      },
    },
  });
}
