import type { Labels } from '../../model/reads';
import { oneLine, visible } from '../visible';

/** A short text of the page, with the node that holds it. */
export type Said = { text: string; node: Text; element: Element };

/** Texts of one page that are looked at, at most: a page without end costs no more than a long one. */
const TEXTS = 12_000;
const LONGEST = 300;
/** Elements of one kind that are looked at, at most. */
export const MOST = 400;
/** Elements whose visibility is asked, at most. */
const SIGHTS = 2_500;
/** What stands deeper than this was put there to be climbed for ever. */
const DEEPEST = 200;
/** What a value may consist of, at most: what is larger is a part of the page, not a value. */
const NODES = 80;
const CHARACTERS = 8_000;

/** Parts of a page that are about the site, not about the case; and what is code. */
const BESIDE = 'nav, footer, [role=navigation], [role=search], [role=banner], [role=contentinfo], [role=menu]';
const CODE = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|OPTION|TEXTAREA|TITLE|BATON-OVERLAY)$/;

/** One look at a page: what may be read of it, within bounds that hold for all of its readers together. */
export type Look = {
  root: ParentNode;
  labels: Labels;
  /** The first elements that a selector finds, at most so many. */
  all(css: string, most?: number): Element[];
  /** Whether a person sees the element, in a part of the page that is about the case. */
  sees(element: Element): boolean;
  /** The page's short texts, in its order; whether they are seen is asked of those that matter. */
  texts(): readonly Said[];
  /** Where a person sees exactly this text. */
  find(text: string): Said | undefined;
};

export function lookAt(root: ParentNode, labels: Labels): Look {
  const within = new Map<Element, number>();
  const page = root instanceof Document ? root : (root as Node).ownerDocument;
  let sights = SIGHTS;
  let said: Said[] | null = null;
  let first: Map<string, Said> | null = null;

  /** How deep an element stands; beyond every depth where it is beside the case. */
  const depth = (element: Element): number => {
    const path: Element[] = [];
    let known: number | undefined;
    let up: Element | null = element;
    for (; up && path.length <= DEEPEST; up = up.parentElement) {
      known = within.get(up);
      if (known !== undefined) break;
      path.push(up);
    }
    let at = known ?? (up ? DEEPEST : 0);
    for (const one of path.reverse()) {
      const header = one.tagName === 'HEADER' && one.parentElement === page?.body;
      at = header || one.matches(BESIDE) ? DEEPEST + 1 : at + 1;
      within.set(one, at);
    }
    return at;
  };

  const look: Look = {
    root,
    labels,
    all: (css, most = MOST) => [...root.querySelectorAll(css)].slice(0, most),
    sees(element) {
      if (sights <= 0 || depth(element) > DEEPEST) return false;
      sights -= 1;
      return visible(element);
    },
    texts() {
      said ??= page ? textsOf(root as Node, page) : [];
      return said;
    },
    find(text) {
      first ??= new Map(
        look
          .texts()
          .toReversed()
          .map((one) => [one.text, one]),
      );
      const found = first.get(text);
      return found && look.sees(found.element) ? found : undefined;
    },
  };
  return look;
}

function textsOf(root: Node, page: Document): Said[] {
  const said: Said[] = [];
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let n = 0; n < TEXTS && walker.nextNode(); n += 1) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (!element || node.length > LONGEST * 3 || CODE.test(element.tagName)) continue;
    const bare = node.data.trim();
    // Most texts of a page are white space between elements, and most others have none to fold.
    if (bare.length < 2 || bare.length > LONGEST) continue;
    said.push({ text: /[\n\t\u00a0]| {2}/.test(bare) ? oneLine(bare) : bare, node, element });
  }
  return said;
}

/** What an element shows, with its line breaks; empty for what is too large to be a value. */
export function shownIn(element: Element, nodes = NODES, characters = CHARACTERS): string {
  if (!isSmall(element, nodes, characters)) return '';
  return (element.firstElementChild ? (element as HTMLElement).innerText : element.textContent) ?? '';
}

export const isShort = (element: Element) => isSmall(element, 12, 240);

/** What an element says in few words, shown or not; empty for what says more. */
export function shortText(element: Element): string {
  return isShort(element) ? (element.textContent ?? '') : '';
}

function isSmall(element: Element, nodes: number, characters: number): boolean {
  const only = element.firstChild;
  if (only === element.lastChild && !(only instanceof Element)) return (only?.textContent?.length ?? 0) <= characters;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let seen = 0;
  let long = 0;
  while (walker.nextNode()) {
    seen += 1;
    if (walker.currentNode instanceof Text) long += walker.currentNode.length;
    if (seen > nodes || long > characters) return false;
  }
  return true;
}
