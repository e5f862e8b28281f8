import { labelFor } from '../capture/directory';
import { caseAddress, pageOf } from '../capture/page';
import { readFirst } from '../capture/read';
import { rowTitle } from '../capture/rows';
import type { CaseHandoff } from '../model/attempt';
import type { CapturedField, CaseRef } from '../model/case';
import { caseKey, EVERY } from '../model/case-key';
import type { PageSite } from '../model/site';
import { sayIfKnown } from '../words/say';
import { shared } from './shared';
import type { Surroundings } from './writes';

/** What this page knows: its lists of words, the case that it shows, its rows, who is signed in. */
export function surroundingsOf(site: PageSite, page: Document): Surroundings {
  let me: string | undefined;
  return {
    origin: new URL(page.URL).origin,
    label: (field, id) => (id === '@nobody' ? site.nobody[0] : labelFor(site, page, field, id)),
    before: (ref, field, drawn) => {
      const { saved } = shared();
      const known = saved ? saved.before(site, ref, field, drawn) : drawn && { value: drawn };
      if (known) return known;
      const captured = captures(ref, field);
      return captured && { value: { label: captured.value, ...(captured.id ? { id: captured.id } : {}) } };
    },
    shown: () => pageOf(site, page.URL, page)?.ref?.id,
    me: () => {
      me ??= readFirst(page, site.me)?.text.slice(0, 300);
      return me;
    },
  };
}

/** Adds what the page calls each case and where it is read, for a panel that has never seen it. */
export function titled(site: PageSite, page: Document, handoffs: CaseHandoff[]): CaseHandoff[] {
  return handoffs.map((one) => {
    if (one.ref.id === EVERY) return { ...one, title: sayIfKnown('case_every') ?? EVERY, url: page.URL.slice(0, 2000) };
    const title = captures(one.ref, 'subject')?.value ?? rowTitle(site, page, one.ref);
    const url = caseAddress(site, one.ref, page.URL);
    return { ...one, ...(title ? { title: title.slice(0, 1000) } : {}), ...(url ? { url } : {}) };
  });
}

/** What the overlay read of a case's field, where the page shows that case. */
function captures(ref: CaseRef, field: string): CapturedField | undefined {
  const shown = shared().overlay?.snapshot();
  return shown && caseKey(shown.ref) === caseKey(ref) ? shown.fields.find((one) => one.field === field) : undefined;
}
