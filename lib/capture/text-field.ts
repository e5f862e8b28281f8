import type { FieldKind, FieldPlace } from '../model/kept';
import { shadowOf } from './query';
import { oneLine } from './visible';

/** What is typed into. */
const FIELDS = 'input, textarea, [contenteditable]:not([contenteditable=false])';
const LINE = /^(text|email|tel|url|)$/;
/** What is looked for or chosen by its words is no text of the person's. */
const SEARCH = '[role=searchbox],[role=combobox],[aria-autocomplete],[list]';
/** A secret by what the browser fills in, or by how the page calls it. */
const FILLED_IN = /^(cc-|one-time-code$|(current|new)-password$|webauthn$)/;
const SECRET =
  /passw|passphrase|passcode|kennwort|contrase|mot.?de.?passe|senha|secret(?!ar)|token|api.?key|\botp\b|one.?time|2fa|\bcvv|\bcvc|csc\b|card.?(number|num|no\b)|credit.?card|kreditkarte|\biban\b|\bssn\b|\bpin\b/i;
const BLOCK =
  /^(ADDRESS|ARTICLE|BLOCKQUOTE|DD|DIV|DL|DT|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
const WORDLESS = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TEXTAREA|BATON-OVERLAY)$/;

/** The text field that an element is, or is a part of. Null for everything else, and for fields whose text must never be kept. */
export function textField(from: Element | null | undefined): HTMLElement | null {
  const field = from && outermost(from);
  return field && kindOf(field) && !isSecret(field) ? field : null;
}

/** All text fields of a document, also those of editors that are a frame of their own. */
export function textFields(page: Document): HTMLElement[] {
  const own = [...page.querySelectorAll(FIELDS)].flatMap((one) => {
    const field = textField(one);
    return field === one ? [field] : [];
  });
  const framed = [...page.querySelectorAll('iframe')].flatMap((frame) => {
    const inner = frame.contentDocument;
    return inner ? (isEditor(inner) ? [inner.body] : textFields(inner)) : [];
  });
  return [...own, ...framed];
}

/** Whether a frame's document is an editor as a whole. */
export function isEditor({ designMode, body }: Document): boolean {
  return body !== null && (designMode === 'on' || body.matches('[contenteditable]:not([contenteditable=false])'));
}

/** What a field's text is; line breaks are kept, looks are not. `limit`: no more than is needed is read. */
export function textIn(field: HTMLElement, limit = Number.POSITIVE_INFINITY): string {
  const text = isControl(field) ? field.value : richText(field, limit);
  return text.slice(0, limit);
}

/** How the page names a field, among all that it has. */
export function placeOf(field: HTMLElement, all: readonly HTMLElement[]): FieldPlace {
  const name = nameOf(field);
  const label = labelOf(field);
  const same = all.filter((one) => sameName(one, { kind: kindOf(field), name }) && labelOf(one) === label);
  return { kind: kindOf(field) ?? 'lines', name, label, n: Math.min(Math.max(0, same.indexOf(field)), 1000) };
}

/** The field at a place, now: the same by all that the page calls it, else the only one that has its label or its name. */
export function fieldAt(place: FieldPlace, all: readonly HTMLElement[]): HTMLElement | undefined {
  const named = all.filter((one) => sameName(one, place));
  const labelled = all.filter((one) => kindOf(one) === place.kind && labelOf(one) === place.label);
  const same = named.filter((one) => labelled.includes(one));
  if (same.length > 0) return same[place.n] ?? (same.length === 1 ? same[0] : undefined);
  if (place.label && labelled.length === 1) return labelled[0];
  return place.name && named.length === 1 ? named[0] : undefined;
}

/** The letters and digits of a text: the same text on a page may be set in another way. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** The letters of all that a page says outside of its fields. */
export function pageLetters(page: Document): string {
  const words = page.createTreeWalker(page.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && (WORDLESS.test(node.tagName) || node.matches(FIELDS))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  let all = '';
  while (words.nextNode()) if (words.currentNode.nodeType === Node.TEXT_NODE) all += words.currentNode.nodeValue;
  return lettersOf(all);
}

export function kindOf(field: Element): FieldKind | null {
  if (isTag(field, 'TEXTAREA')) return 'lines';
  if (isTag(field, 'INPUT')) {
    const type = (field.getAttribute('type') ?? '').toLowerCase();
    return LINE.test(type) && !field.matches(SEARCH) ? 'line' : null;
  }
  return field.matches(FIELDS) || (field === field.ownerDocument.body && isEditor(field.ownerDocument)) ? 'rich' : null;
}

/** By its tag: a field in a frame is made of that frame's own classes. */
function isControl(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
  return isTag(field, 'INPUT') || isTag(field, 'TEXTAREA');
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isTag = (element: Element, tag: string): boolean => element.tagName === tag;

function sameName(one: Element, { kind, name }: Pick<FieldPlace, 'name'> & { kind: FieldKind | null }): boolean {
  return kindOf(one) === kind && nameOf(one) === name;
}

/** Of an editor the element that holds all of it. */
function outermost(from: Element): HTMLElement | null {
  const page = from.ownerDocument;
  if (isControl(from)) return from;
  if (isEditor(page)) return page.body;
  let field = from.closest<HTMLElement>('[contenteditable]');
  for (let above = field; above; above = above.parentElement?.closest<HTMLElement>('[contenteditable]') ?? null)
    if (above.matches(FIELDS)) field = above;
  return field?.matches(FIELDS) ? field : null;
}

function isSecret(field: HTMLElement): boolean {
  if (isControl(field) && (field.type === 'password' || field.readOnly || field.disabled)) return true;
  const filledIn = (field.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  if (filledIn.some((word) => FILLED_IN.test(word))) return true;
  const calls = [field.getAttribute('name'), field.id, labelOf(field)].map((one) => one?.replace(/[_-]/g, ' '));
  if (calls.some((one) => one && SECRET.test(one))) return true;
  // Drawn as dots: a password that calls itself a text.
  const dots = field.ownerDocument.defaultView?.getComputedStyle(field).getPropertyValue('-webkit-text-security');
  return dots !== undefined && dots !== '' && dots !== 'none';
}

function nameOf(field: Element): string {
  return (field.getAttribute('name') ?? field.id).slice(0, 200);
}

function labelOf(field: HTMLElement): string {
  const root = field.getRootNode() as Document | ShadowRoot;
  const ids = field.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const named = ids.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
  const labels = isControl(field) ? [...(field.labels ?? [])] : [];
  const frame = field === field.ownerDocument.body ? field.ownerDocument.defaultView?.frameElement : null;
  const words = [
    ...labels.map(ownWords),
    named,
    field.getAttribute('aria-label'),
    frame?.getAttribute('title'),
    field.getAttribute('title'),
    field.getAttribute('placeholder') ?? field.getAttribute('data-placeholder'),
  ];
  for (const one of words) {
    const label = oneLine(one ?? '').slice(0, 200);
    if (label) return label;
  }
  return '';
}

/** A label may hold its control. The words of the control are left out. */
function ownWords(label: Element): string {
  const parts = [...label.childNodes].filter(
    (node) => !(isElement(node) && (isControl(node) || node.querySelector('input, textarea, select'))),
  );
  return parts.map((node) => node.textContent).join(' ');
}

/** An editor's text with a line break where one is seen. Read without asking for a layout: the page's own call waits. */
function richText(editor: HTMLElement, limit: number): string {
  const looks = editor.ownerDocument.defaultView?.getComputedStyle(editor).whiteSpace ?? '';
  let text = '';
  const breakLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const visit = (node: Node, asItIs: boolean) => {
    for (const child of node.childNodes) {
      if (text.length > limit) return;
      if (child.nodeType === Node.TEXT_NODE) {
        const words = child.nodeValue ?? '';
        text += asItIs ? words : words.replace(/[ \t\r\n]+/g, ' ');
      } else if (child.nodeName === 'BR') text += '\n';
      else if (child.nodeType === Node.ELEMENT_NODE && !WORDLESS.test(child.nodeName)) {
        const block = BLOCK.test(child.nodeName);
        if (block) breakLine();
        visit(child, asItIs || child.nodeName === 'PRE');
        if (block) breakLine();
      }
    }
  };
  visit(editor, looks.startsWith('pre') || looks === 'break-spaces');
  const lines = text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** What has the focus, in shadow roots too: an event from a closed one names its host alone. */
export function innermost(target: Element): Element {
  const root = shadowOf(target);
  const inner = root instanceof ShadowRoot ? root.activeElement : null;
  return inner ? innermost(inner) : target;
}
