import { afterEach, beforeEach, vi } from 'vitest';

/** For tests in a document (jsdom): what a test puts on the page is gone after it. */
export function cleanPage(): void {
  afterEach(() => document.body.replaceChildren());
}

/** Puts markup on the page and gives its first form. */
export function pageWith(html: string): HTMLFormElement {
  const range = document.createRange();
  document.body.replaceChildren(range.createContextualFragment(html));
  const form = document.querySelector('form');
  if (!form) throw new Error('the page has no form');
  return form;
}

export function one<T extends Element = HTMLElement>(css: string): T {
  const element = document.querySelector<T>(css);
  if (!element) throw new Error(`nothing is ${css}`);
  return element;
}

/** An event as a person makes it: those that a script makes are none of theirs. */
export function byPerson<E extends Event>(event: E): E {
  return new Proxy(event, {
    get(target, name) {
      const value = name === 'isTrusted' || Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The window, listened to for one test: what watches a page does so for as long as the page. */
export function windowUntil(signal: AbortSignal): Window {
  const addEventListener = (type: string, heard: (event: Event) => void, capture: boolean) =>
    window.addEventListener(type, heard, { capture, signal });
  return { addEventListener } as unknown as Window;
}

/** For tests with shadow roots: a browser shows scripts of extensions all of them. jsdom has no such function, so each that is made is noted. */
export function rootsShown(): void {
  const attach = Element.prototype.attachShadow;
  const roots = new WeakMap<Element, ShadowRoot>();
  beforeEach(() => {
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      roots.set(this, root);
      return root;
    };
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: (host: Element) => roots.get(host) ?? null } });
  });
  afterEach(() => {
    Element.prototype.attachShadow = attach;
    vi.unstubAllGlobals();
  });
}

/** A component with this in its shadow root. */
export function component(mode: ShadowRootMode, html: string, into: ParentNode = document.body): ShadowRoot {
  const host = document.createElement('div');
  into.append(host);
  const root = host.attachShadow({ mode });
  root.append(document.createRange().createContextualFragment(html));
  return root;
}

export function inside<T extends Element = HTMLElement>(root: ShadowRoot, css: string): T {
  const element = root.querySelector<T>(css);
  if (!element) throw new Error(`nothing in the root is ${css}`);
  return element;
}
