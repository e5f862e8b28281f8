import type { GateFace, Shared } from '../../gate/shared';
import type { Attempt } from '../../model/attempt';
import type { Watched } from '../../model/lesson';
import { passwordsOn, withoutSecrets } from './secrets';

const READS = /^(GET|HEAD|OPTIONS)$/;

/** Notes what leaves the page, and lets all of it go: requests that may write, forms, links that are clicked. Returns how to end. */
export function watchLeaving(
  page: Document,
  world: Shared & { gate: GateFace },
  note: (watched: Watched) => void,
): () => void {
  const { formAttempt, understood } = world.gate;
  const tell = ({ door, method, url, body, submitter }: Attempt) => {
    if (door === 'control' || url.length > 4000) return;
    const kept = withoutSecrets(body, passwordsOn(page)) as Watched['body'];
    note({
      door,
      method,
      url,
      body: kept,
      ...(submitter ? { submitter: submitter.slice(0, 200) } : {}),
      at: Date.now(),
    });
  };
  const form = (one: HTMLFormElement, by: Element | null) => {
    const names = new Set([...page.querySelectorAll('[name]')].map((control) => control.getAttribute('name') ?? ''));
    const attempt = formAttempt(one, by, names);
    if (!READS.test(attempt.method)) tell(attempt);
  };
  world.watch = (leaving) => {
    if (leaving instanceof HTMLFormElement) form(leaving, null);
    else if (!READS.test(leaving.method)) {
      const { method, url, body } = leaving;
      if (!body) return true;
      tell({ door: 'wire', method, url, body: understood(body) });
    }
    return false;
  };
  // Heard last: what the page's own handlers keep does not leave this way.
  const ending = new AbortController();
  const late = { signal: ending.signal };
  page.defaultView?.addEventListener(
    'submit',
    ({ target, submitter, defaultPrevented }) => {
      if (!defaultPrevented && target instanceof HTMLFormElement) form(target, submitter);
    },
    late,
  );
  page.defaultView?.addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (event.isTrusted && !event.defaultPrevented && link && /^https?:$/.test(link.protocol))
        tell({ door: 'link', method: 'GET', url: link.href, body: { as: 'none' } });
    },
    late,
  );
  return () => {
    world.watch = undefined;
    ending.abort();
  };
}
