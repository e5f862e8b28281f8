import { afterEach } from 'vitest';

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

/** The window, listened to for one test: what watches a page does so for as long as the page. */
export function windowUntil(signal: AbortSignal): Window {
  const addEventListener = (type: string, heard: (event: Event) => void, capture: boolean) =>
    window.addEventListener(type, heard, { capture, signal });
  return { addEventListener } as unknown as Window;
}
