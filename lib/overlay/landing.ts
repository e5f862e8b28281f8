import { pageOf } from '../capture/page';
import { readFirst } from '../capture/read';
import { visible } from '../capture/visible';
import type { Landing } from '../model/landing';
import type { PageSite } from '../model/site';

/** What this page says of itself as the answer to what left before. */
export function landingOf(page: Document, site: PageSite): Landing {
  const [how] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
    responseStatus?: number;
  })[];
  const hit = pageOf(site, page.URL, page);
  const me = readFirst(page, site.me) !== null;
  const status = how?.responseStatus;
  const led = how?.redirectCount ?? 0;
  return {
    ...(status ? { status } : {}),
    redirected: led > 0,
    ...(led > 1 ? { ledOn: true } : {}),
    signIn: !me && [...page.querySelectorAll('input[type=password]')].some(visible),
    home: me || (site.me.length === 0 && hit !== null),
    again: [...page.querySelectorAll('form')].some((form) => sentHere(form) && visible(form)),
    ...(hit?.ref ? { shows: hit.ref } : {}),
  };
}

/** Whether a form is sent to the address of its own page. By attributes: a control named "action" hides the form's own property. */
function sentHere(form: HTMLFormElement): boolean {
  const { URL: here, baseURI } = form.ownerDocument;
  if (form.getAttribute('method')?.toLowerCase() !== 'post') return false;
  const action = form.getAttribute('action')?.trim();
  if (action && !URL.canParse(action, baseURI)) return false;
  const [to, at] = [new URL(action || here, baseURI), new URL(here)];
  return to.origin === at.origin && to.pathname === at.pathname;
}
