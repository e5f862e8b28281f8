// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchRoots } from '../../../lib/gate/roots';
import { cleanPage, component, inside, rootsShown, windowUntil } from './page';

cleanPage();
rootsShown();
let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

function entered() {
  const roots = vi.fn();
  watchRoots(windowUntil(life.signal), roots);
  return roots;
}
const seen = (roots: ReturnType<typeof entered>) => new Set(roots.mock.calls.map(([root]) => root));

it.each(['open', 'closed'] as const)('a press in an %s root is told before the page hears of it', (mode) => {
  const roots = entered();
  const root = component(mode, '<button></button>');
  const heard = vi.fn(() => expect(seen(roots)).toEqual(new Set([root])));
  inside(root, 'button').addEventListener('click', heard);
  inside(root, 'button').click();
  expect(heard).toHaveBeenCalledTimes(1);
});

it.each([
  ['open', 'closed'],
  ['closed', 'open'],
  ['closed', 'closed'],
] as const)('a press in %s root with %s one inside is told of both', (outer, inner) => {
  const roots = entered();
  const around = component(outer, '<p></p>');
  const within = component(inner, '<button></button>', inside(around, 'p'));
  inside(within, 'button').click();
  expect(seen(roots)).toEqual(new Set([around, within]));
});

it('of the keys only the one that sends a form is looked at', () => {
  const roots = entered();
  const root = component('open', '<input>');
  const key = (name: string) =>
    inside(root, 'input').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }));
  key('a');
  expect(roots).not.toHaveBeenCalled();
  key('Enter');
  expect(seen(roots)).toEqual(new Set([root]));
});

it('a press on the page itself is told of no root', () => {
  const roots = entered();
  document.body.click();
  expect(roots).not.toHaveBeenCalled();
});
