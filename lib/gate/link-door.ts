import type { PageSite } from '../model/site';
import type { Gate } from './gate';
import type { Way } from './holds';
import type { Listens } from './kept-window';
import type { Follow } from './navigation-door';
import { writesAt } from './writes';

/** Stops links that write (`?Action=Take`); lets them go by a click of the same kind. */
export function watchLinks(on: Listens, sites: () => readonly PageSite[], gate: Gate, follow: Follow): void {
  const look = (event: Event) => {
    if (!(event instanceof MouseEvent) || (event.type === 'auxclick' && event.button !== 1)) return;
    const link = event
      .composedPath()
      .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.hasAttribute('href'));
    if (!link || !/^https?:$/.test(link.protocol)) return;
    for (const site of sites()) {
      const matched = writesAt(site, 'link', 'GET', link.href);
      if (matched.length === 0) continue;
      const attempt = { door: 'link' as const, method: 'GET', url: link.href, body: { as: 'none' as const } };
      if (gate.consider({ attempt, site, matched, use: 'event', way: wayOf(link, event, follow) }).say === 'go')
        continue;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
  };
  on.addEventListener('click', look, true);
  on.addEventListener('auxclick', look, true);
}

function wayOf(link: HTMLAnchorElement, { ctrlKey, metaKey, shiftKey, altKey, type }: MouseEvent, follow: Follow): Way {
  const address = link.href;
  // A middle click opens a new tab; a made one does not, but a click with the control key does.
  const newTab = type === 'auxclick' || ctrlKey || metaKey || link.target === '_blank';
  return {
    go() {
      if (link.isConnected && link.href === address) {
        link.dispatchEvent(
          new MouseEvent('click', {
            bubbles: true,
            cancelable: true,
            composed: true,
            view: window,
            ctrlKey: ctrlKey || type === 'auxclick',
            metaKey,
            shiftKey,
            altKey,
          }),
        );
      } else if (newTab) window.open(address, '_blank', 'noopener');
      else follow(address, false);
      return true;
    },
    cancel() {},
    comesBack: true,
    ...(newTab ? { unseen: true } : {}),
  };
}
