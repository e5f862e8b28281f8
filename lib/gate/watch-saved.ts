import { idsFor } from '../capture/directory';
import { type Found, readFields } from '../capture/fields';
import { pageOf } from '../capture/page';
import { rowValue } from '../capture/rows';
import { scopeOf } from '../capture/snapshot';
import type { Attempt, CaseChange } from '../model/attempt';
import type { CaseRef, Value } from '../model/case';
import { caseKey } from '../model/case-key';
import type { PageSite, SitePage } from '../model/site';
import { Acts, actOf, chosenIn, isElsewhere, pathOf } from './acts';
import { cameWith, DrawnLists } from './drawn-lists';
import { EmptyPlaces } from './empty-places';
import { targetOf } from './form';
import type { Listens } from './kept-window';
import { movingOf } from './moving';
import { PageChanges } from './page-changes';
import { type Choice, type Doer, Saved, same } from './saved';
import { TouchedRows } from './touched-rows';
import { type Matched, writesAt } from './writes';

/** A page that goes to another case without loading shows that case once it has stood still for this long, or for the other, in milliseconds. */
export const STILL = 500;
export const STILL_AT_LAST = 5_000;
/** What was seen of a case that this page does not show says so long what it holds, in milliseconds: others work on it too. */
const FRESH = 2 * 60_000;

/** Where people fill in a value: what stands there may be what they chose. */
const CONTROL = 'input,select,textarea,[contenteditable],[role=combobox],[role=listbox],[role=spinbutton]';
const ACTS = ['pointerdown', 'keydown', 'click', 'input', 'change', 'drop'] as const;

/** What the page shows a case's page with: the site's words for it, and where it stands. */
export type Place = { site: PageSite; page: SitePage; ref: CaseRef; scope: ParentNode };

/** One stay on a case. Times in milliseconds of the page's clock. */
type Visit = {
  ref: CaseRef;
  /** What was done before this is explained: it led to the case, or was saved. */
  since: number;
  looked: boolean;
  /** Fields that were seen in it. */
  known: Set<string>;
  empty: EmptyPlaces;
};

/** Looks at a document before the page hears of what the person does, and so keeps what its cases hold. */
export class SavedWatch {
  readonly #saved = new Saved();
  readonly #acts = new Acts();
  readonly #changes = new PageChanges();
  readonly #page: Document;
  readonly #sites: () => readonly PageSite[];
  readonly #rows: TouchedRows;
  readonly #lists: DrawnLists;
  #visit: Visit | undefined;
  #path: string;
  #moved = 0;
  #looked = 0;
  /** The overlay looks too, and tells what changes. */
  #watched = false;

  constructor(page: Document, sites: () => readonly PageSite[]) {
    this.#page = page;
    this.#sites = sites;
    this.#rows = new TouchedRows(page);
    this.#lists = new DrawnLists(page);
    this.#path = pathIn(page);
  }

  /** Starts on a page's window: before any script of the page. */
  start(on: Listens): void {
    for (const type of ACTS) on.addEventListener(type, (event) => this.hear(event), { capture: true, passive: true });
    globalThis.navigation?.addEventListener('currententrychange', () => this.moved());
    try {
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) this.#acts.request(startTime, startTime + duration);
      }).observe({ type: 'resource' });
    } catch {
      // Without it a choice that is drawn late, by an answer, is not known as the person's.
    }
  }

  /** An event, before the page hears of it. */
  hear(event: Event): void {
    const act = actOf(event);
    if (!act) return;
    const path = pathOf(event);
    this.#rows.note(path[0], this.#sites(), movingOf);
    this.#lists.note(path, this.#sites());
    if (!this.#watched || this.#changes.any || !this.#visit?.looked) this.look(false, chosenIn(event, path));
    const visit = this.#visit;
    for (const site of visit ? this.#sites() : [])
      for (const field of visit?.empty.touched(site, path) ?? []) this.#isEmpty((visit as Visit).ref, field);
    this.#acts.note(performance.now(), act.chose);
  }

  /** The page changed. */
  changed(records: readonly MutationRecord[]): void {
    this.#watched = true;
    const at = performance.now();
    this.#changes.note(records, at);
    if (isElsewhere(this.#page)) this.#acts.note(at, false);
  }

  /** The page has another address, without loading. */
  moved(): void {
    this.#moved = performance.now();
    this.#changes.last = this.#moved;
    if (pathIn(this.#page) === this.#path) return;
    this.#path = pathIn(this.#page);
    this.#rows.clear();
    this.#lists.clear();
  }

  /**
   * Looks at the case that the page shows, if it shows one. `now`: what is there must be known, though more of it may be drawn yet. `chosen`: the
   * control that has just told of a choice, so what it holds is that choice already.
   */
  look(now = false, chosen?: Element): void {
    for (const site of this.#sites()) {
      const hit = pageOf(site, this.#page.URL, this.#page);
      if (!hit?.ref) continue;
      const { page, ref } = hit;
      const scope = scopeOf(page, ref, this.#page);
      this.read({ site, page, ref, scope }, readFields(site, page, scope), now, chosen);
      return;
    }
  }

  /** Takes what was read of a case. Gives the fields whose value may be a choice: the case may not hold it. */
  read({ site, page, ref, scope }: Place, found: readonly Found[], now = false, chosen?: Element): string[] {
    const moving = movingOf(site);
    const mine = found.filter(
      ({ field }, n) => moving.has(field) && found.findIndex((one) => one.field === field) === n,
    );
    const own = scope !== this.#page && page.container?.includes(':id');
    const known = this.#isHere(ref) && this.#visit?.looked;
    const chose = now && this.#acts.choseSince(this.#moved);
    if (own || known || chose || !this.isDrawing()) this.#note({ site, page, ref, scope }, found, mine, chosen);
    return mine.flatMap((one) =>
      same(one.field, asValue(one), this.#saved.of(ref, one.field)?.saved) ? [] : one.field,
    );
  }

  #note({ site, page, ref, scope }: Place, found: readonly Found[], mine: readonly Found[], chosen?: Element): void {
    const at = performance.now();
    const visit = this.#visitOf(ref);
    const moving = movingOf(site);
    // A part of the page that comes with more than what hands over was drawn; nobody chose it.
    const drawn = found.some(({ field }) => !visit.known.has(field) && !moving.has(field));
    const isKnown = (field: string) => this.#saved.of(ref, field) !== undefined;
    const came = (element: Element | undefined) => Math.min(at, ...(element ? this.#changes.timesOf(element) : []));
    const empty = [
      ...mine.flatMap(({ field, element }) => visit.empty.emptyAt(came(element), [field])),
      ...visit.empty.emptyAt(at).filter((field) => !mine.some((one) => one.field === field)),
    ];
    for (const field of empty) if (!isKnown(field)) this.#isEmpty(ref, field);
    visit.empty.note(
      site,
      page,
      scope,
      moving,
      (field) => isKnown(field) || mine.some((one) => one.field === field),
      at,
    );
    for (const one of mine) {
      const { field, element } = one;
      const isNew = visit.looked && drawn && this.#saved.of(ref, field)?.shown === undefined;
      const told = element !== undefined && element === chosen;
      const by = told ? 'person' : isNew ? 'desk' : this.#doerOf(element, visit);
      const see = (value: Value, by: Doer) =>
        this.#saved.see(ref, { field, value, by, control: isControl(element, site) }, Date.now());
      const came = told && !isKnown(field) ? cameWith(site, page, scope, field) : '';
      if (came) see({ label: came }, 'desk');
      see(asValue(one), by);
    }
    for (const { field } of found) visit.known.add(field);
    visit.looked = true;
    this.#changes.clear();
    this.#looked = at;
  }

  /** What a case holds in a field, as far as this page tells. `drawn`: what the form that is sent came with. */
  before(site: PageSite, ref: CaseRef, field: string, drawn?: Value): { value: Value; seenAt?: number } | undefined {
    const { saved, doubt, told, at = 0 } = this.#saved.of(ref, field) ?? {};
    const value = saved === null ? { label: site.nobody[0] ?? '–' } : saved;
    if (doubt) return value && { value };
    if (value && this.#isHere(ref)) {
      if (!drawn) return { value };
      if (same(field, value, drawn)) return { value: drawn };
      // The list has the word that the page shows, and came with something else: a suggestion, or a choice from before.
      const ids = told ? [] : idsFor(site, this.#page, field, value.label);
      if (told || (ids.length > 0 && !ids.includes(drawn.id ?? ''))) return { value };
    }
    if (drawn) return { value: drawn };
    const row = rowValue(site, this.#page, ref, field);
    if (value && row === undefined && Date.now() - at < FRESH) return { value, seenAt: at };
    if (value && row !== undefined) return same(field, value, { label: row }) ? { value } : undefined;
    const shown = this.#rows.steady(ref, field, row);
    return shown === undefined ? undefined : { value: { label: shown } };
  }

  /** Whether the person did anything after a moment of the page's clock. */
  actedSince(moment: number): boolean {
    return this.#acts.since(moment);
  }

  /** What the page shows this moment of some fields of its case, and may be chosen. */
  choices(ref: CaseRef, fields: readonly string[]): Choice[] {
    if (fields.length > 0) this.look(true);
    return this.#saved.choices(ref, fields);
  }

  /** These changes left at a moment of the page's clock, and were answered well: the cases hold them. */
  confirm(changes: readonly CaseChange[], left: number, nobody: readonly string[]): void {
    this.look(true);
    const quiet = !this.actedSince(left);
    for (const { ref, field, to } of valuesIn(changes)) {
      this.#saved.confirm(ref, field, nobody.includes(to.label) ? null : to, quiet, Date.now());
      if (this.#visit && this.#isHere(ref)) this.#visit.since = Math.max(this.#visit.since, left);
    }
  }

  /** The document before sent these changes, and this document is the answer itself. */
  cameBack(changes: readonly CaseChange[]): void {
    if (this.#sites().some((site) => pageOf(site, this.#page.URL, this.#page)?.page.proves)) return;
    for (const { ref, changes: all } of changes)
      for (const { field, from, to, implied } of all) if (!implied) this.#saved.doubt(ref, field, from, to);
  }

  /** Under another address, the page still shows the case before, or parts of it. */
  isDrawing(): boolean {
    const now = performance.now();
    return this.#moved > 0 && now - this.#changes.last < STILL && now - this.#moved < STILL_AT_LAST;
  }

  #visitOf(ref: CaseRef): Visit {
    if (!this.#isHere(ref))
      this.#visit = { ref, since: this.#moved, looked: false, known: new Set(), empty: new EmptyPlaces() };
    return this.#visit as Visit;
  }

  #isHere(ref: CaseRef): boolean {
    return this.#visit !== undefined && caseKey(this.#visit.ref) === caseKey(ref);
  }

  #isEmpty(ref: CaseRef, field: string): void {
    this.#saved.see(ref, { field, value: null, by: 'desk' }, Date.now());
  }

  #doerOf(element: Element | undefined, { looked, since }: Visit): Doer {
    if (!looked) return this.#acts.choseSince(since) ? 'person' : 'desk';
    const times = element ? this.#changes.timesOf(element) : [];
    const acted =
      times.length > 0
        ? times.some((at) => this.#acts.mayHaveChanged(at, since))
        : // What a control holds changes without a trace.
          this.#acts.aboutSince(Math.max(this.#looked, since));
    return acted ? 'person' : 'desk';
  }

  /** A form that is about to leave, with what its lists came with before anybody touched them. */
  asDrawn(form: HTMLFormElement, attempt: Attempt, matched: readonly Matched[]): Attempt {
    return this.#lists.asDrawn(form, attempt, matched);
  }
}

/** Whether a value stands in a control, or among those of a form that saves the case. */
function isControl(element: Element | undefined, site: PageSite): boolean {
  if (!element) return false;
  const form = element.closest('form');
  if (element.closest(CONTROL)) return true;
  if (!form) return false;
  const { url, method } = targetOf(form, null);
  return writesAt(site, 'form', method, url).length > 0;
}

/** What changes bring about, each field of a case once: an id and a word for the same value may stand in two of them. */
function valuesIn(changes: readonly CaseChange[]): { ref: CaseRef; field: string; to: Value }[] {
  const values = new Map<string, { ref: CaseRef; field: string; to: Value }>();
  for (const { ref, changes: all } of changes)
    for (const { field, to, implied } of all) {
      const place = `${caseKey(ref)} ${field}`;
      const { to: first } = values.get(place) ?? {};
      if (implied) continue;
      const id = first?.id ?? to.id;
      const label = first && first.label !== first.id ? first.label : to.label;
      values.set(place, { ref, field, to: { label, ...(id === undefined ? {} : { id }) } });
    }
  return [...values.values()];
}

const asValue = ({ value, id }: Found): Value => ({ label: value, ...(id === undefined ? {} : { id }) });

function pathIn({ URL: address }: Document): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
