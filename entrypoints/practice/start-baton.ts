import { hear } from '../../lib/messages/hear';

/** As a desk's page gets them, in this order: what is known of the desk, the gate, the wire. */
const SCRIPTS = ['/sites/practice-inside.js', '/gate.js', '/wire.js'];

/** Brings Baton into this page: no script can be registered for a page of ours. The overlay comes when the background would bring it. */
export async function startBaton(page: Document): Promise<void> {
  hear((message) => {
    // As in a desk's page, a second copy ends at once.
    if (message.tell === 'overlay') void bring(page, '/overlay.js').catch(() => undefined);
    return undefined;
  });
  for (const src of SCRIPTS) await bring(page, src);
}

function bring(page: Document, src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = page.createElement('script');
    script.src = src;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${src} is missing`)));
    page.head.append(script);
  });
}
