import type { CapturedField, CaseRef, Health } from '../model/case';
import type { PageSite, SitePage, Try, Write } from '../model/site';
import { hasAll, matchPath, queryOf } from './address';
import { queryAll } from './query';
import { oneLine, visible } from './visible';

/** Of these a case has one: two different values on the page, and nobody knows which is the case's. */
const ONE = ['subject', 'team', 'owner', 'status', 'stage'];

/** What every case shows, on a desk that nobody described too. */
const EVERY = ['subject', 'status', 'requester'];

type FormsIn = { site: PageSite; page: SitePage; ref: CaseRef; root: Document };

export type Looked = FormsIn & {
  /** The container of the case. */
  scope: ParentNode;
  wanted: PageSite['fields'];
  found: readonly CapturedField[];
};

/**
 * How well the site's data fits this page: what of it is not found, what is found more than once where one is expected, and which
 * forms that save the case are not where the site says. Red: nothing fits any more, of the fields or of the forms. It never blocks.
 */
export function checkHealth(looked: Looked): Health {
  const { scope, wanted, found } = looked;
  const anchored = wanted.filter(({ anchor }) => anchor);
  const isFound = (field: string) => found.some((one) => one.field === field);
  const missing = anchored
    .filter(({ anchor, field }) => queryAll(scope, anchor as string).length === 0 && !isFound(field))
    .map(({ field }) => field)
    .concat(looked.site.generic ? EVERY.filter((field) => !isFound(field)) : []);
  const ambiguous = wanted.filter((field) => ONE.includes(field.field) && readsTwice(scope, field.tries));
  const { standing, lost } = formsOf(looked);
  const due = looked.site.generic ? EVERY.length : anchored.length;
  const red = (missing.length > 0 && missing.length >= due) || (lost.length > 0 && standing.length === 0);
  const amber = missing.length + ambiguous.length + lost.length > 0;
  return {
    light: red ? 'red' : amber ? 'amber' : 'green',
    missing,
    ...(ambiguous.length > 0 ? { ambiguous: ambiguous.map(({ field }) => field) } : {}),
    ...(lost.length > 0 ? { writes: lost } : {}),
  };
}

/** The first try that finds anything visible finds two things that say different words. */
function readsTwice(scope: ParentNode, tries: readonly Try[]): boolean {
  for (const { css, read, empty } of tries) {
    if (css === ':scope' || (read && read !== 'text')) continue;
    const texts = queryAll(scope, css)
      .filter(visible)
      .map((element) => oneLine(element.textContent ?? ''))
      .filter((text) => text !== '' && !empty?.includes(text));
    if (texts.length > 0) return new Set(texts).size > 1;
  }
  return false;
}

/** Forms that save this case: which stand where the site says, and which writes lost theirs or are sent somewhere unknown. */
export function formsOf({ site, page, ref, root }: FormsIn): { standing: string[]; lost: string[] } {
  const writes = site.writes.filter(({ doors, kind }) => doors.includes('form') && kind === ref.kind);
  const standing = new Set<string>();
  const strange: { form: Element; url: URL; able: Write[] }[] = [];
  for (const form of root.querySelectorAll('form')) {
    const method = (form.getAttribute('method') ?? 'get').toUpperCase();
    const able = writes.filter(({ methods }) => (methods as string[]).includes(method));
    const targets = [form.getAttribute('action') ?? '', ...attributes(form, 'formaction')].flatMap((at) =>
      addressOf(at, root),
    );
    const hits = able.filter((write) => targets.some((url) => goesTo(write, url, site)));
    for (const { id } of hits) standing.add(id);
    if (able.length > 0 && hits.length === 0 && targets[0]) strange.push({ form, url: targets[0], able });
  }
  const due = writes.filter(({ id, standsOn }) => standsOn?.includes(page.id) && !standing.has(id));
  const moved = strange.flatMap(({ form, url, able }) =>
    likest(
      form,
      url,
      ref,
      able.filter(({ id }) => !standing.has(id)),
    ),
  );
  return { standing: [...standing], lost: [...new Set([...due, ...moved].map(({ id }) => id))] };
}

/** Of writes whose form is not found, the one that this form looks like most: it names this case where the write would, and carries its fields. */
function likest(form: Element, url: URL, ref: CaseRef, writes: readonly Write[]): Write[] {
  const names = attributes(form, 'name');
  const carried = ({ changes }: Write) => changes.filter(({ to }) => 'body' in to && names.includes(to.body)).length;
  const like = writes.filter((write) => carried(write) > 0 && isAbout(write, form, url, ref));
  return like.sort((a, b) => carried(b) - carried(a)).slice(0, 1);
}

function goesTo({ path, query }: Write, url: URL, { anyBase }: PageSite): boolean {
  const asked = queryOf(url);
  return matchPath(path, url.pathname, anyBase) !== null && hasAll(query, (name) => asked.get(name));
}

/** The form names this very case where the write would. */
function isAbout({ case: place }: Write, form: Element, url: URL, { id }: CaseRef): boolean {
  if ('body' in place)
    return [...form.querySelectorAll('[name]')].some(
      (control) => control.getAttribute('name') === place.body && control.getAttribute('value') === id,
    );
  if ('path' in place) return url.pathname.split('/').includes(encodeURIComponent(id));
  return 'query' in place && queryOf(url).get(place.query)?.[0] === id;
}

/** An empty action is the document's own address. */
function addressOf(action: string, root: Document): URL[] {
  try {
    return [action.trim() === '' ? new URL(root.URL) : new URL(action, root.baseURI)];
  } catch {
    return [];
  }
}

/** By attributes: a control named "action" hides the form's own property. */
function attributes(form: Element, name: string): string[] {
  return [...form.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name) || []);
}
