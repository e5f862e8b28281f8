import { pageOf } from '../capture/page';
import { innermost, isEditor, kindOf, placeOf, textField, textFields, textIn } from '../capture/text-field';
import type { CallIn } from '../messages/protocol';
import type { CaseRef } from '../model/case';
import type { KeptText } from '../model/kept';
import type { PageSite } from '../model/site';
import { type Hold, type Holds, newId } from './holds';
import type { Listens } from './kept-window';

/** As many fields and characters as a message takes (`model/kept.ts`). */
const MOST_FIELDS = 20;
const MOST_CHARACTERS = 100_000;
/** Fields that somebody wrote in are remembered at most. */
const MOST_NOTED = 50;
/** So long after a key, in milliseconds, what was typed is kept. */
const SETTLES = 700;

/** They come before the field has changed. */
const WRITES = ['beforeinput', 'paste', 'drop'] as const;

type Told = CallIn<'kept/save'>;

/**
 * What a person types in this document. While something is held there, its text is kept: the desk would have had it at the press. A field
 * counts once somebody wrote in it, and as long as it holds something else than before.
 */
export class Typed {
  /** The fields that the person wrote in, with what stood there before. */
  readonly #before = new Map<HTMLElement, string>();
  /** What is kept of the fields. A desk may empty them at the press: then their text is what they held before. */
  #texts = new Map<HTMLElement, KeptText>();
  /** Written in since they were read. */
  readonly #written = new Set<HTMLElement>();
  readonly #heard = new WeakSet<Document>();
  readonly #id = newId();
  readonly #page: Document;
  readonly #sites: () => readonly PageSite[];
  readonly #holds: Holds;
  readonly #tell: (told: Told) => void;
  #held: { hold: Hold; ref: CaseRef; mine: (field: HTMLElement) => boolean } | undefined;
  #at: Element | undefined;
  #field: HTMLElement | null = null;
  #said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Document, sites: () => readonly PageSite[], holds: Holds, tell: (told: Told) => void) {
    this.#page = page;
    this.#sites = sites;
    this.#holds = holds;
    this.#tell = tell;
  }

  start(on: Listens): void {
    const heard = (event: Event) => this.hear(event);
    for (const type of WRITES) on.addEventListener(type, heard, { capture: true, passive: true });
    // An editor in a frame tells this window nothing but that it has lost the focus.
    const left = ({ target }: Event) => target === window && setTimeout(() => this.#hearFrames(heard));
    on.addEventListener('blur', left, true);
    on.addEventListener('pagehide', () => this.#look());
    this.#holds.watch(this);
  }

  hear(event: Event): void {
    if (!event.isTrusted) return;
    const target = event.composedPath()[0] as Element;
    if (target !== this.#at) {
      const inner = innermost(target);
      this.#field = textField(inner);
      // Of a closed root all events name its host, whichever of its fields is written in.
      this.#at = inner === target ? target : undefined;
    }
    const field = this.#field;
    if (!field) return;
    if (!this.#before.has(field)) this.#note(field);
    if (!this.#held) return;
    this.#written.add(field);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), SETTLES);
  }

  /** Something was stopped just now: the desk may empty its fields as soon as its call has an answer. */
  begun(hold: Hold): void {
    if (hold !== this.#held?.hold && this.#holds.size < 2) this.#texts = new Map();
    this.#held = { hold, ...this.#placeOf(hold) };
    this.#read([...this.#before.keys()]);
  }

  /** It was found to be incomplete: it waits for the person now. */
  judged(hold: Hold): void {
    if (hold === this.#held?.hold) this.#say();
  }

  /** The page shows another case now. */
  leftCase(): void {
    this.#look();
    this.#held = undefined;
    this.#before.clear();
  }

  #look(): void {
    clearTimeout(this.#timer);
    if (this.#holds.size === 0) this.#held = undefined;
    if (!this.#held || this.#written.size === 0) return;
    this.#read([...this.#written]);
    if (this.#held.hold.judged) this.#say();
  }

  #note(field: HTMLElement): void {
    const [oldest] = this.#before.keys();
    if (oldest && this.#before.size >= MOST_NOTED) this.#before.delete(oldest);
    this.#before.set(field, textIn(field));
  }

  #read(fields: readonly HTMLElement[]): void {
    const mine = fields.filter((field) => this.#held?.mine(field));
    const all = mine.length > 0 ? textFields(this.#page) : [];
    for (const field of mine) {
      const text = textIn(field, MOST_CHARACTERS + 1);
      if (text.trim() !== '' && text !== this.#before.get(field))
        this.#texts.set(field, { ...placeOf(field, all), text });
      else if (this.#written.has(field)) this.#texts.delete(field);
    }
    this.#written.clear();
  }

  #say(): void {
    if (!this.#held) return;
    const { hold, ref } = this.#held;
    let room = MOST_CHARACTERS;
    let cut = this.#texts.size > MOST_FIELDS;
    const texts = [...this.#texts.values()].slice(-MOST_FIELDS).flatMap((one) => {
      const text = one.text.slice(0, room);
      room -= text.length;
      cut ||= text.length < one.text.length;
      return text ? [{ ...one, text }] : [];
    });
    const told: Told = { attempt: hold.attempt, page: this.#id, ref, texts, cut };
    const said = JSON.stringify(told);
    // Where nothing was typed nobody is told.
    if (said === this.#said || (texts.length === 0 && this.#said === '')) return;
    this.#said = said;
    this.#tell(told);
  }

  /** Whose the text is, and which fields go with what is held: those of its form or dialog, else those of the case's page. */
  #placeOf({ way, handoffs }: Hold): { ref: CaseRef; mine: (field: HTMLElement) => boolean } {
    for (const site of this.#sites()) {
      const hit = pageOf(site, this.#page.URL, this.#page);
      if (!hit?.ref) continue;
      const { container = '' } = hit.page;
      // Of several cases that are open in one page each has a part of its own.
      const own = container.includes(':id') && !container.includes('>>>');
      const part = own ? container.replaceAll(':id', CSS.escape(hit.ref.id)) : undefined;
      return { ref: hit.ref, mine: within(way?.at, part) };
    }
    const inForm = within(way?.at);
    // A list has fields to look for cases in: of a page that shows no case, only what has room for a text.
    const mine = (field: HTMLElement) => inForm(field) && (holderOf(way?.at) !== null || kindOf(field) !== 'line');
    return { ref: (handoffs[0] as Hold['handoffs'][number]).ref, mine };
  }

  #hearFrames(heard: (event: Event) => void): void {
    for (const { contentDocument: inner } of this.#page.querySelectorAll('iframe')) {
      if (!inner || this.#heard.has(inner) || !isEditor(inner)) continue;
      this.#heard.add(inner);
      for (const type of WRITES) inner.addEventListener(type, heard, { capture: true, passive: true });
    }
  }
}

const HOLDERS = 'form, dialog, [role=dialog]';
const holderOf = (at: Element | undefined): Element | null => at?.closest(HOLDERS) ?? null;

/** Tells whether a field is in the form or dialog where something was pressed. Without a form or dialog: whether it is in the part of the page that belongs to the case. */
function within(at: Element | undefined, container?: string): (field: HTMLElement) => boolean {
  const holder = holderOf(at);
  if (!holder) return (field) => !container || around(field, (one) => one.closest(container) !== null);
  return (field) => (field as HTMLInputElement).form === holder || around(field, (one) => holder.contains(one));
}

/** Whether something is true of an element, or of what it stands in beyond its shadow root or frame. */
function around(element: Element, is: (one: Element) => boolean): boolean {
  if (is(element)) return true;
  const root = element.getRootNode();
  const above = root instanceof ShadowRoot ? root.host : (root as Document).defaultView?.frameElement;
  return above ? around(above, is) : false;
}
