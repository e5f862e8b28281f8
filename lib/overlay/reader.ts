import { wordsFor } from '../capture/directory';
import { caseAddress, pageOf } from '../capture/page';
import { readFirst } from '../capture/read';
import { readCase } from '../capture/snapshot';
import type { CapturedField, CaseRef, CaseSnapshot } from '../model/case';
import { caseKey } from '../model/case-key';
import type { PageSite } from '../model/site';

/** At least this long between two readings, in milliseconds: a page that changes all the time is not read all the time. */
const PAUSE = 1_000;
/** No reading while the person types: this long after a key, in milliseconds. */
const AFTER_KEY = 600;

/**
 * Reads the page's case when it is idle, and again when the page changes. `read` gets each reading that says something new.
 * `held` names fields whose change Baton holds: a desk that shows it before it is saved tells nothing of them.
 */
export function readWhenIdle(
  page: Document,
  site: () => PageSite | null,
  held: (ref: CaseRef) => readonly string[],
  read: (snapshot: CaseSnapshot, full: boolean) => void,
) {
  let last: CaseSnapshot | null = null;
  let said = '';
  let planned = false;
  let key = 0;

  const now = (): CaseSnapshot | null => {
    const known = site();
    const hit = known ? pageOf(known, page.URL, page) : null;
    if (!known || !hit?.ref) {
      last = null;
      return null;
    }
    const address = caseAddress(known, hit.ref, page.URL) ?? page.URL;
    const fresh = without(held(hit.ref), readCase(known, hit.page, hit.ref, page, address, Date.now()));
    last = last && caseKey(last.ref) === caseKey(fresh.ref) ? kept(last, fresh) : fresh;
    const { seenAt: _, ...facts } = last;
    const text = JSON.stringify(facts);
    if (text !== said) read(last, hit.page.full === true);
    said = text;
    return last;
  };
  const soon = () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      if (performance.now() - key < AFTER_KEY) soon();
      else whenIdle(now);
    }, PAUSE);
  };

  page.addEventListener(
    'keydown',
    () => {
      key = performance.now();
    },
    { capture: true, passive: true },
  );
  const watch = new MutationObserver(soon);
  const hit = pageOfNow();
  const container = (hit?.page.container && page.querySelector(hit.page.container)) || page.body;
  watch.observe(container, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['hidden', 'class', 'value', 'aria-pressed'],
  });
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', soon);
  whenIdle(now);

  return {
    now,
    get last() {
      return last;
    },
  };

  function pageOfNow() {
    const known = site();
    return known ? pageOf(known, page.URL, page) : null;
  }
}

function without(names: readonly string[], snapshot: CaseSnapshot): CaseSnapshot {
  return { ...snapshot, fields: snapshot.fields.filter(({ field }) => !names.includes(field)) };
}

/** Fields that the page hides while they are edited keep what they showed before: the same case, the same document. */
function kept(before: CaseSnapshot, now: CaseSnapshot): CaseSnapshot {
  const hidden = before.fields.filter(({ field }) => !now.fields.some((one) => one.field === field));
  return {
    ...now,
    fields: [...now.fields, ...hidden] satisfies CapturedField[],
    entries: now.entries.length > 0 ? now.entries : before.entries,
  };
}

/** What the page's own controls list, and who is signed in. */
export function pageWords(page: Document, site: PageSite): { words: Record<string, string[]>; me?: string } {
  const me = readFirst(page, site.me)?.text.slice(0, 300);
  return {
    words: Object.fromEntries(['team', 'owner'].map((field) => [field, wordsFor(site, page, field)])),
    ...(me ? { me: me.slice(0, 300) } : {}),
  };
}

function whenIdle(work: () => unknown): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => work(), { timeout: 1_500 });
  else setTimeout(work, 50);
}
