import { browser } from 'wxt/browser';
import { call } from '../messages/client';

/**
 * Asks the browser for exactly this host. Called from the press itself, and nothing is awaited before the request: the browser
 * would no longer see that a person asked. The background is told first, as the prompt may close the popup. `tab` shows the desk.
 */
export async function allow(
  page: { origin: string; pattern: string },
  site: { id: string },
  tab?: number,
  remembered = false,
): Promise<'on' | 'refused' | 'failed'> {
  const desk = { origin: page.origin, site: site.id, ...(tab === undefined ? {} : { tab }) };
  const told = call('desk/allow', desk).then(
    (done) => done.ok,
    () => false,
  );
  const granted = await browser.permissions.request({ origins: [page.pattern] }).catch(() => false);
  if (!granted) {
    await told;
    // A desk of long standing stays in the list: the dashboard says that the browser does not let it be read.
    if (!remembered) await call('desk/remove', { origin: page.origin }).catch(() => undefined);
    return 'refused';
  }
  return (await told) ? 'on' : 'failed';
}
