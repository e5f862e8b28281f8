import { finder, className as isWord, idName as isWordId } from '@medv/finder';
import { queryAll } from '../capture/query';
import type { Try } from '../model/site';
import { besides, CONTROL, PRESSED, textOf } from './name-of';
import { quoted } from './quoted';
import { type Varies, variesAt } from './varies';

export { labelOf } from './name-of';

const MOST = 6;
const LONGEST = 400;
/** Attributes by which the people who make a page name its parts for themselves. */
const NAMES =
  /^(data-.*(id|test|cy|qa|e2e|name|field|key|attribute|element|component|label|property|part|slot).*|itemprop|name)$/;
/** Boxes above an element by whose name it may be found. */
const CLIMB = 6;
const NEAR = 4;
/** Milliseconds that one path may take to be found. */
const PATIENCE = 150;
/** A path that counts what stands before an element, or names nothing in it, finds another one as soon as the page shows one more. */
const WEAK = /:nth-|^(?!h1$)[^#.]*$/;
/** Which one of several is chosen now: that is how the page shows a stage. */
const CHOSEN = ['aria-checked', 'aria-pressed', 'aria-selected', 'aria-current'];
/** A few words that begin with a letter; what holds a number or a sentence is of the case. */
const LABEL = /^(?=.{2,40}$)\p{L}[^\d:：]*[:：]?$/u;
/** What is read of a place that is typed into. */
const SECRET = '[type=password], [type=file], [type=hidden]';

/** The ways to find an element again on a page of another case, the surest first; none for what must not be read. */
export function anchorsFor(pointed: Element): Try[] {
  const element = pointed.closest('select') ?? pointed;
  if (element.matches(SECRET)) return [];
  const read = element instanceof HTMLSelectElement ? readOf(element) : element.matches(CONTROL) ? 'value' : 'text';
  const shown = shownBy(element);
  const boxes = read === 'text' ? sameText(element) : [];
  const found = [element, ...boxes].map((one) => selectorsOf(one, shown));
  const sure = [...new Set(found.flatMap((one) => one.sure))].map((css): Try => ({ css, read }));
  const labelled = read === 'text' ? byLabel(element, shown) : null;
  const tries = [...sure.slice(0, MOST - 1), ...(labelled ? [labelled] : []), ...sure.slice(MOST - 1)];
  const [chance] = found[0]?.weak ?? [];
  return tries.length > 0 || chance === undefined ? tries.slice(0, MOST) : [{ css: chance, read }];
}

/** The same for the control that hands over: selectors that find it and nothing else. */
export function controlAnchors(pointed: Element): string[] {
  const element = pointed.closest(PRESSED) ?? pointed;
  const { sure, weak } = selectorsOf(element, '');
  return (sure.length > 0 ? sure : weak).slice(0, MOST);
}

/** The boxes around an element that say nothing else: what stands in them may be drawn in another way the next time. */
function sameText(element: Element): Element[] {
  const text = textOf(element);
  const boxes: Element[] = [];
  for (let box = element.parentElement; box && boxes.length < 3 && textOf(box) === text; box = box.parentElement)
    boxes.push(box);
  return text === '' ? [] : boxes;
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

/** Selectors that find exactly this element in its document now, through the shadow roots that it stands in; the weak ones find it by chance. */
function selectorsOf(element: Element, shown: string): { sure: string[]; weak: string[] } {
  const root = element.getRootNode() as Document | ShadowRoot;
  const varies = variesAt(element.ownerDocument.URL, shown);
  const path = pathTo(element, root, varies);
  const only = (css: string) => {
    const [first, second] = css === '' ? [] : queryAll(root, css);
    return first === element && !second;
  };
  const kept = (all: readonly string[]) => within(root, [...new Set(all)].filter(only));
  const isWeak = WEAK.test(path);
  const named = [...namesOf(element, varies), ...below(element, root, varies)];
  return { sure: kept(isWeak ? named : [...named, path]), weak: kept(isWeak ? [path] : []) };
}

/** The same from the document on. */
function within(root: Document | ShadowRoot, all: readonly string[]): string[] {
  if (!(root instanceof ShadowRoot)) return all.filter((css) => css.length <= LONGEST);
  const { sure, weak } = selectorsOf(root.host, '');
  const [host] = [...sure, ...weak];
  return host === undefined ? [] : all.map((css) => `${host}>>>${css}`).filter((css) => css.length <= LONGEST);
}

/** What an element calls itself, as selectors: they may find others too. */
function namesOf(element: Element, varies: Varies): string[] {
  const tag = element.tagName.toLowerCase();
  const attributes = element.getAttributeNames().flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    // A control's name is what its form sends: numbers in it stay.
    const varying = name === 'name' ? varies.word(value) : varies.id(value) || varies.state(value);
    const names = NAMES.test(name) && !varying && /\p{L}{3}/u.test(value) && !/^(true|false)$/.test(value);
    return names && value.length <= 100 ? [`${name === 'name' ? tag : ''}[${name}=${quoted(value)}]`] : [];
  });
  const id = element.id !== '' && !varies.id(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  const chosen = CHOSEN.filter((name) => /^(?!false)./.test(element.getAttribute(name) ?? '')).map(
    (name) => `[${name}=${quoted(element.getAttribute(name) ?? '')}]`,
  );
  const role = element.getAttribute('role');
  const kind = role ? `[role=${quoted(role)}]` : tag;
  return [
    ...attributes,
    ...id,
    ...spoken(element, varies).map((how) => kind + how),
    ...chosen,
    ...(tag === 'h1' ? ['h1'] : []),
  ];
}

/** Its classes, as far as they say which element it is. */
function classesOf(element: Element, varies: Varies): string[] {
  return [...element.classList].filter((one) => isWord(one) && !varies.state(one)).map((one) => `.${CSS.escape(one)}`);
}

/** By what a screen reader calls it; of "Status: Open" what stands before the value. */
function spoken(element: Element, varies: Varies): string[] {
  const by = element.getAttribute('aria-labelledby');
  const label = element.getAttribute('aria-label') ?? '';
  const [before = ''] = label.split(/(?<=[:：])\s/);
  const name = [label, before].find((one) => one !== '' && one.length < 100 && !/\d/.test(one) && !varies.word(one));
  const named = name ? [`[aria-label${name === label ? '' : '^'}=${quoted(name)}]`] : [];
  return by && !varies.id(by) ? [...named, `[aria-labelledby=${quoted(by)}]`] : named;
}

/** By the nearest box above that has a name of its own, and the way down from there. */
function below(element: Element, root: Document | ShadowRoot, varies: Varies): string[] {
  let box = element.parentElement;
  for (let up = 0; box && up < CLIMB; up += 1, box = box.parentElement) {
    const [name] = namesOf(box, varies).filter((css) => queryAll(root, css).length === 1);
    if (!name || box.matches('body, html')) continue;
    const down = [...namesOf(element, varies), ...classesOf(element, varies), element.tagName.toLowerCase()];
    const found = down.map((css) => `${name} ${css}`).find((css) => queryAll(root, css).length === 1);
    if (found) return [found];
    // Counted inside of what has a name of its own close by, a place is still told from those of other fields.
    if (up < NEAR) return [`${name} ${pathTo(element, box, varies)}`];
  }
  return [];
}

/** The shortest path of names and classes, as the library finds it. */
function pathTo(element: Element, root: Document | ShadowRoot | Element, varies: Varies): string {
  try {
    return finder(element, {
      root: (root instanceof Document ? root.body : root) as Element,
      idName: (id) => isWordId(id) && !varies.id(id),
      className: (name) => isWord(name) && !varies.state(name),
      attr: () => false,
      timeoutMs: PATIENCE,
    });
  } catch {
    return '';
  }
}

/** By the words at the beginning of what holds it, where that says nothing else: `<div>Severity <b>S1</b></div>`. */
function byLabel(element: Element, shown: string): Try | null {
  const { text, holder } = besides(element) ?? {};
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!text || !LABEL.test(text) || !holder || root instanceof ShadowRoot) return null;
  const [name = ''] = classesOf(holder, variesAt(element.ownerDocument.URL, shown));
  const one = holder.tagName.toLowerCase() + name;
  // The innermost: what is around the first row begins with its words too.
  const css = `${one}:not(:has(${one}))`;
  const says = queryAll(root, css)
    .map(textOf)
    .filter((says) => says.startsWith(text));
  return says.length === 1 && says[0]?.slice(text.length).trim() === shown
    ? { css, read: 'text', label: [text] }
    : null;
}
