/** As a desk's page gets them, in this order: what is known of the desk, the gate, the wire, the overlay. */
const SCRIPTS = ['/sites/practice-inside.js', '/gate.js', '/wire.js', '/overlay.js'];

/** Brings Baton into this page: no script can be registered for a page of ours. They run in the order given. */
export async function startBaton(page: Document): Promise<void> {
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
