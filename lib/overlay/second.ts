import type { Second } from '../gate/shared';
import { makeHost } from './host';
import { schemeOf } from './scheme';
import { shieldOf } from './shield';
import { watchTopLayer } from './top-layer';

/** One more element in the page, defended as the first is: a script that comes late brings no defence of its own. `pressed` gets the clicks on it. */
export function secondHost(
  page: Document,
  name: string,
  css: string,
  pressed: (event: MouseEvent) => void,
  retreated: () => void,
): Second {
  for (const left of page.querySelectorAll(name)) left.remove();
  const host = makeHost(page, name, css, retreated);
  const scheme = schemeOf(page);
  host.setScheme(scheme);
  host.raise();
  watchTopLayer(page, (target) => {
    host.settle();
    if (target !== host.element) host.raise();
  });
  return { root: host.root, scheme, shield: shieldOf(host.element, pressed), remove: host.remove };
}
