import { expect, it } from 'vitest';
import { isAnswerTo, type Loading } from '../../../lib/gate/answer-page';

const url = 'https://desk.example/case/1';
const left = { url, at: 100_000, changes: [] };
const loading: Loading = { url, loadedAt: 100_400, type: 'navigate', redirects: 0 };

it.each<[string, Partial<Loading>, boolean]>([
  ['came from the address that the form went to, at that moment', {}, true],
  ['came so with a place in it', { url: `${url}#reply` }, true],
  ['came by a clock that is a little behind', { loadedAt: 99_900 }, true],
  ['was loaded again, for then the form is sent again', { type: 'reload', loadedAt: 900_000 }, true],
  ['came after a redirect', { redirects: 1 }, false],
  ['came from another address', { url: `${url}/edit` }, false],
  ['came later: the person went there', { loadedAt: 160_000 }, false],
  ['was gone back to', { type: 'back_forward' }, false],
])('a page that %s', (_, more, is) => {
  expect(isAnswerTo(left, { ...loading, ...more })).toBe(is);
});

it('a page does not count where the browser says nothing about it', () => {
  expect(isAnswerTo(left, { url, loadedAt: 100_400 })).toBe(false);
});
