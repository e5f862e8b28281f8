import { pageOf } from '../capture/page';
import { oneLine } from '../capture/visible';
import type { CaseChange, Change } from '../model/attempt';
import type { CaseRef } from '../model/case';
import type { HeldControl, PageSite } from '../model/site';
import { sameValue } from '../rules/trigger';
import type { Gate } from './gate';
import type { Way } from './holds';
import type { Listens } from './kept-window';
import { isOneOf, pressAgain } from './keys';
import { signatureOf } from './passes';
import { inItsPlace } from './pressed';
import { shared } from './shared';
import type { Surroundings } from './writes';

const TYPES = ['click', 'mousedown', 'mouseup', 'keydown', 'change'] as const;
type Type = (typeof TYPES)[number];

/** What an event of the mouse goes on to: let go by Baton, the desk hears all of it. */
const GESTURE: Record<string, Type[]> = {
  mousedown: ['mousedown', 'mouseup', 'click'],
  mouseup: ['mouseup', 'click'],
  click: ['click'],
};

/** Stops the controls that a site says must be held at their own event (`holdAt`); lets them go by the same event, or by the person. */
export function watchControls(on: Listens, sites: () => readonly PageSite[], gate: Gate): void {
  const look = (event: Event) => {
    for (const site of sites()) {
      for (const control of site.holdAt ?? []) {
        const element = heldBy(control, event);
        const change = element && changeOf(control, element, site, gate.surroundings(site));
        if (!element || !change) continue;
        const attempt = {
          door: 'control' as const,
          method: 'GET',
          url: element.ownerDocument.URL,
          body: { as: 'none' as const },
        };
        const same = (other: Element) =>
          signed(changeOf(control, other, site, gate.surroundings(site))) === signed(change);
        const way = wayOf(element, event, site, () => inItsPlace(element, control.css, same));
        const leaving = {
          attempt,
          site,
          matched: [],
          changes: [change],
          use: 'control' as const,
          way,
        };
        if (gate.consider(leaving).say === 'go') continue;
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
    }
  };
  for (const type of TYPES) on.addEventListener(type, look, true);
}

/** The control that an event is for; null where it is none of these. */
function heldBy({ css, on, keys }: HeldControl, event: Event): Element | null {
  if (!on.includes(event.type as Type)) return null;
  if (event instanceof MouseEvent && event.button !== 0) return null;
  if (event instanceof KeyboardEvent && keys && !isOneOf(keys, event)) return null;
  // The path goes through open shadow roots; `closest` ends at each.
  const path = event.composedPath();
  return path.find((node): node is Element => node instanceof Element && node.matches(css)) ?? null;
}

/** What the control would change; null where that is nothing. */
function changeOf(control: HeldControl, element: Element, site: PageSite, around: Surroundings): CaseChange | null {
  const ref = caseOf(control, element, site);
  if (!ref) return null;
  const shown = differences(control.differs ?? [], ref, site.nobody[0]);
  const changes = (control.changes ?? []).flatMap(({ field, to, unchanged }): Change[] => {
    const id =
      'value' in to
        ? to.value
        : 'css' in to
          ? shownBy(element.ownerDocument, to.css)
          : 'text' in to
            ? textOf(element, to.text)
            : attributeOf(element, to);
    if (id === null || id === '' || unchanged?.includes(id)) return [];
    const value = 'text' in to ? { label: id } : { label: around.label(field, id) || id, id };
    const known = around.before(ref, field);
    if (known && sameValue(known.value, value)) return [];
    return [{ field, ...(known ? { from: known.value } : {}), to: value }];
  });
  const all = [...changes, ...shown];
  return all.length > 0 ? { ref, changes: all } : null;
}

/** What the page shows of a case in some fields, where that may be a choice that nobody has saved. */
function differences(fields: readonly string[], ref: CaseRef, nobody = '–'): Change[] {
  const chosen = shared().saved?.choices(ref, fields) ?? [];
  return chosen.map(({ field, from, to }) => ({
    field,
    ...(from === undefined ? {} : { from: from ?? { label: nobody } }),
    to,
  }));
}

function caseOf(control: HeldControl, element: Element, site: PageSite): CaseRef | null {
  const { URL: url } = element.ownerDocument;
  if ('page' in control.case) return pageOf(site, url, element.ownerDocument)?.ref ?? null;
  const id = attributeOf(element, control.case);
  return id ? { origin: new URL(url).origin, kind: control.kind, id } : null;
}

/** A select has its value in no attribute: `value` is what it holds now. */
function attributeOf(element: Element, { attr, of }: { attr: string; of?: string | undefined }): string | null {
  const holder = of ? element.closest(of) : element;
  return attr === 'value' && holder instanceof HTMLSelectElement ? holder.value : (holder?.getAttribute(attr) ?? null);
}

/** The words that the control shows. */
function textOf(control: Element, part: true | string): string | null {
  const holder = part === true ? control : control.querySelector(part);
  return holder && oneLine(holder.textContent ?? '');
}

function shownBy(page: Document, css: string): string | null {
  const control = page.querySelector(css);
  const shown = control && 'value' in control && control.getAttribute('type') !== 'password';
  return shown ? String(control.value) : null;
}

const signed = (change: CaseChange | null) => change && signatureOf([change]);

/** `again`: the control that was drawn in the place of one that is gone. */
function wayOf(element: Element, event: Event, { writes }: PageSite, again: () => Element | null): Way {
  const pressed = (event.composedPath()[0] as Element | undefined) ?? element;
  return {
    go() {
      const target = pressed.isConnected ? pressed : again();
      if (!target) return false;
      if (event instanceof KeyboardEvent) pressAgain(event, target);
      else for (const type of GESTURE[event.type] ?? [event.type]) target.dispatchEvent(onceMore(event, type));
      return true;
    },
    // Nothing has left: the desk has not heard of the press.
    cancel() {},
    comesBack: true,
    at: element,
    // A site that names no request may be of a desk that makes none: it speaks over a line that stays open.
    ...(writes.length === 0 ? { unseen: true } : {}),
  };
}

/** The same event once more. It is not trusted: where the desk minds, the person presses again, and the pass lets that go. */
function onceMore(event: Event, type: string): Event {
  const always = { bubbles: true, cancelable: true, composed: true };
  if (!(event instanceof MouseEvent)) return new Event(type, always);
  const { clientX, clientY, ctrlKey, altKey, shiftKey, metaKey } = event;
  return new MouseEvent(type, { ...always, clientX, clientY, ctrlKey, altKey, shiftKey, metaKey });
}
