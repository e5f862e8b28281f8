import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

// Without an extension around it, words are their keys and parts.
vi.stubGlobal('chrome', undefined);

/** Draws into a document; `press` finds a button or link by its words. */
export function render(element: ReactElement) {
  document.body.replaceChildren();
  const holder = document.body.appendChild(document.createElement('div'));
  const root = createRoot(holder);
  act(() => root.render(element));
  const find = (words: string) =>
    [...holder.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent?.includes(words));
  return {
    holder,
    text: () => holder.textContent ?? '',
    find,
    again: (changed: ReactElement) => act(() => root.render(changed)),
    act: (does: () => unknown) => act(async () => void does()),
    press: (words: string) => act(async () => find(words)?.click()),
  };
}

/** Types into a field as a person would, so that React hears it. */
export async function type(field: Element | null, value: string): Promise<void> {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  await act(async () => {
    set?.call(field, value);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    field?.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
