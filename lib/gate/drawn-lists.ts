import { wantedOn } from '../capture/fields';
import { readFirst } from '../capture/read';
import type { Attempt, ShownValue } from '../model/attempt';
import type { Value } from '../model/case';
import type { PageSite, SitePage } from '../model/site';
import { formAttempt, targetOf } from './form';
import { formCases, type Matched, namesRead, writesAt } from './writes';

/**
 * What the lists of forms that save came with, noted as somebody touches them first: a desk may draw a form again, after each choice or with
 * a refusal, and what was chosen then stands there as if it had always been so.
 */
export class DrawnLists {
  readonly #first = new Map<string, Value | undefined>();
  readonly #page: Document;
  #acted = false;

  constructor(page: Document) {
    this.#page = page;
  }

  /** Somebody acts; `path` are the elements that it goes through. With the first act all forms count, for a script may choose in any of them. */
  note(path: readonly Element[], sites: readonly PageSite[]): void {
    const [target] = path;
    const touched = [path.find(isForm), target && 'form' in target ? target.form : null];
    const forms = new Set([...(this.#acted ? [] : this.#page.querySelectorAll('form')), ...touched].filter(isForm));
    this.#acted = true;
    for (const form of forms) for (const site of sites) this.#noteForm(form, site);
  }

  /** A form that is about to leave, with what its lists came with at first. */
  asDrawn(form: HTMLFormElement, attempt: Attempt, matched: readonly Matched[]): Attempt {
    if (!attempt.labels || this.#first.size === 0) return attempt;
    const labels: NonNullable<Attempt['labels']> = Object.create(null);
    const places = placesIn(form, attempt, matched);
    for (const [name, all] of Object.entries(attempt.labels)) {
      labels[name] = all.map((one, n): ShownValue => {
        const place = places(name, n);
        if (!this.#first.has(place)) return one;
        const { before: _, ...now } = one;
        const before = this.#first.get(place);
        return before ? { ...now, before } : now;
      });
    }
    return { ...attempt, labels };
  }

  /** The page is another one now. */
  clear(): void {
    this.#first.clear();
  }

  #noteForm(form: HTMLFormElement, site: PageSite): void {
    const { url, method } = targetOf(form, null);
    const matched = writesAt(site, 'form', method, url);
    if (matched.length === 0) return;
    const attempt = formAttempt(form, null, namesRead(matched));
    const places = placesIn(form, attempt, matched);
    for (const [name, all] of Object.entries(attempt.labels ?? {}))
      for (const [n, { before }] of all.entries())
        if (!this.#first.has(places(name, n))) this.#first.set(places(name, n), before);
  }
}

/** The word that the list in which a field is chosen came with, whatever is chosen in it now; empty where the page marks none. */
export function cameWith(site: PageSite, page: SitePage, scope: ParentNode, field: string): string {
  const tries = wantedOn(site, page).find((one) => one.field === field)?.tries ?? [];
  const came = tries.filter(({ read }) => read === 'value').map((one) => ({ ...one, read: 'came' as const }));
  return readFirst(scope, came)?.text ?? '';
}

/** Names the lists of a form: by its address, the cases that it is about, their names, and their number where several have one name. */
function placesIn(form: HTMLFormElement, attempt: Attempt, matched: readonly Matched[]) {
  const place = `${targetOf(form, null).url} ${formCases(attempt, matched)}`;
  return (name: string, n: number) => `${place} ${name} ${n}`;
}

function isForm(one: unknown): one is HTMLFormElement {
  return one instanceof HTMLFormElement;
}
