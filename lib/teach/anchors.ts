import { finder, className as isWord, idName as isWordId } from '@medv/finder';
import { queryAll } from '../capture/query';
import type { Try } from '../model/site';
import { besides, CONTROL, textOf } from './name-of';
import { quoted } from './quoted';
import { type Varies, variesAt } from './varies';

export { labelOf } from './name-of';

const MOST = 6;
const LONGEST = 400;
/** Attributes by which the people who make a page name its parts for themselves, the surest first. */
const NAMED = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'data-field',
  'data-field-name',
  'data-name',
  'data-key',
  'data-attribute',
  'itemprop',
  'name',
];
/** Boxes above an element by whose name it may be found. */
const CLIMB = 6;
/** Milliseconds that one path may take to be found. */
const PATIENCE = 150;
/** A path that counts what stands before an element finds another one as soon as the page shows one more. */
const COUNTS = /:nth-|>\s*:first|:last-/;
/** What is read of a place that is typed into. */
const SECRET = 'input[type=password], input[type=file], input[type=hidden]';

/** The ways to find an element again on a page of another case, the surest first; none for what must not be read. */
export function anchorsFor(pointed: Element): Try[] {
  const element = pointed.closest('select') ?? pointed;
  if (element.matches(SECRET)) return [];
  const read = element instanceof HTMLSelectElement ? readOf(element) : element.matches(CONTROL) ? 'value' : 'text';
  const found = selectorsOf(element, shownBy(element)).map((css): Try => ({ css, read }));
  const labelled = read === 'text' ? byLabel(element) : null;
  const counted = found.filter(({ css }) => COUNTS.test(css));
  const sure = found.filter((one) => !counted.includes(one));
  const tries = [...sure.slice(0, MOST - 1), ...(labelled ? [labelled] : []), ...sure.slice(MOST - 1)];
  return (tries.length > 0 ? tries : counted).slice(0, MOST);
}

/** The same for the control that hands over: selectors that find it and nothing else. */
export function controlAnchors(pointed: Element): string[] {
  const element = pointed.closest('button, a, summary, [role=button], [role=menuitem], input') ?? pointed;
  const found = selectorsOf(element, '');
  const sure = found.filter((css) => !COUNTS.test(css));
  return (sure.length > 0 ? sure : found).slice(0, MOST);
}

/** What a list came with is what is saved; one that a script filled came with nothing. */
function readOf({ options }: HTMLSelectElement): 'came' | 'value' {
  return [...options].some(({ defaultSelected }) => defaultSelected) ? 'came' : 'value';
}

/** What an element shows just now: no word of it may stand in what finds it. */
function shownBy(element: Element): string {
  if (element instanceof HTMLSelectElement) return textOf(element.selectedOptions[0] ?? element);
  return element.matches(CONTROL) ? (element as HTMLInputElement).value : textOf(element);
}

/** Selectors that find exactly this element in its document now, through the shadow roots that it stands in. */
function selectorsOf(element: Element, shown: string): string[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const page = element.ownerDocument;
  const varies = variesAt(page.URL, shown);
  const only = (css: string) => queryAll(root, css).length === 1 && queryAll(root, css)[0] === element;
  const all = [...namesOf(element, varies), ...below(element, root, varies), pathTo(element, root, varies)];
  const local = [...new Set(all)].filter((css) => css !== '' && only(css));
  if (!(root instanceof ShadowRoot)) return local.filter((css) => css.length <= LONGEST);
  const [host] = selectorsOf(root.host, '');
  return host === undefined ? [] : local.map((css) => `${host}>>>${css}`).filter((css) => css.length <= LONGEST);
}

/** What an element calls itself, as selectors: they may find others too. */
function namesOf(element: Element, varies: Varies): string[] {
  const tag = element.tagName.toLowerCase();
  const attributes = NAMED.flatMap((name) => {
    const value = element.getAttribute(name);
    return value && value.length <= 100 && !varies.word(value)
      ? [`${name === 'name' ? tag : ''}[${name}=${quoted(value)}]`]
      : [];
  });
  const id = element.id !== '' && !varies.id(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  const role = element.getAttribute('role');
  const kind = role ? `[role=${quoted(role)}]` : tag;
  return [...attributes, ...id, ...spoken(element, varies).map((how) => kind + how), ...(tag === 'h1' ? ['h1'] : [])];
}

/** By what a screen reader calls it; of "Status: Open" what stands before the value. */
function spoken(element: Element, varies: Varies): string[] {
  const by = element.getAttribute('aria-labelledby');
  const label = element.getAttribute('aria-label') ?? '';
  const [before = ''] = label.split(/(?<=[:：])\s/);
  const name =
    label.length <= 100 && !varies.word(label) && !/\d/.test(label)
      ? [`[aria-label=${quoted(label)}]`]
      : before !== label && !varies.word(before)
        ? [`[aria-label^=${quoted(before)}]`]
        : [];
  return [...(label === '' ? [] : name), ...(by && !varies.id(by) ? [`[aria-labelledby=${quoted(by)}]`] : [])];
}

/** By the nearest box above that has a name of its own, and the way down from there. */
function below(element: Element, root: Document | ShadowRoot, varies: Varies): string[] {
  let box = element.parentElement;
  for (let up = 0; box && up < CLIMB; up += 1, box = box.parentElement) {
    const [name] = namesOf(box, varies).filter((css) => queryAll(root, css).length === 1);
    if (!name || box.matches('body, html')) continue;
    const tag = element.tagName.toLowerCase();
    const classes = [...element.classList]
      .filter((one) => isWord(one) && !varies.state(one))
      .map((one) => `.${CSS.escape(one)}`);
    const down = [...namesOf(element, varies), ...classes, tag];
    const direct = element.parentElement === box ? [...classes, tag].map((css) => `${name} > ${css}`) : [];
    const found = [...down.map((css) => `${name} ${css}`), ...direct].find((css) => queryAll(root, css).length === 1);
    if (found) return [found];
  }
  return [];
}

/** The shortest path of names and classes, as the library finds it. */
function pathTo(element: Element, root: Document | ShadowRoot, varies: Varies): string {
  try {
    return finder(element, {
      root: (root instanceof ShadowRoot ? root : element.ownerDocument.body) as unknown as Element,
      idName: (id) => isWordId(id) && !varies.id(id),
      className: (name) => isWord(name) && !varies.state(name),
      attr: (name, value) => /^(role|type|itemprop|data-(testid|field|name))$/.test(name) && !varies.word(value),
      timeoutMs: PATIENCE,
      maxNumberOfPathChecks: 2_000,
    });
  } catch {
    return '';
  }
}

/** By the words at the beginning of what holds it, where that says nothing else: `<div>Severity <b>S1</b></div>`. */
function byLabel(element: Element): Try | null {
  const { text, holder } = besides(element) ?? {};
  const root = element.getRootNode() as Document | ShadowRoot;
  // A single letter begins much.
  if (!text || text.length < 2 || !holder || root instanceof ShadowRoot) return null;
  const tag = holder.tagName.toLowerCase();
  const classes = [...holder.classList].filter(
    (one) => isWord(one) && !variesAt(element.ownerDocument.URL, textOf(element)).state(one),
  );
  const css = [tag, ...classes.slice(0, 1).map((one) => `.${CSS.escape(one)}`)].join('');
  const all = queryAll(root, css)
    .map(textOf)
    .filter((one) => one.startsWith(text));
  const says = all.length === 1 ? all[0]?.slice(text.length).trim() : undefined;
  return says !== undefined && says === textOf(element) ? { css, read: 'text', label: [text] } : null;
}
