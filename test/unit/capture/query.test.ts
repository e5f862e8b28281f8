// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { queryAll, shadowsOn } from '../../../lib/capture/query';
import { show } from './shown';

const texts = (css: string) => queryAll(document, css).map(({ textContent }) => textContent);
function shadow(css: string, text: string): ShadowRoot {
  const root = (document.querySelector(css) as Element).attachShadow({ mode: 'open' });
  const part = document.createElement('p');
  part.textContent = text;
  root.append(part);
  return root;
}

it('a selector goes into shadow roots where it says so, and nowhere else', () => {
  show('<x-owner></x-owner><p>outside</p>');
  shadow('x-owner', 'Amara Okafor');
  expect(texts('x-owner >>> p')).toEqual(['Amara Okafor']);
  expect(texts('p')).toEqual(['outside']);
});

it('the same part drawn without a shadow root is found by the same selector', () => {
  show('<x-owner><p>Amara Okafor</p></x-owner>');
  expect(texts('x-owner >>> p')).toEqual(['Amara Okafor']);
  expect(shadowsOn(document, 'x-owner >>> p')).toEqual([]);
});

it('roots inside of roots are found, and named for whoever watches them', () => {
  show('<x-case></x-case>');
  const outer = shadow('x-case', 'a case');
  const inner = document.createElement('x-owner');
  outer.append(inner);
  const deep = inner.attachShadow({ mode: 'open' });
  deep.append(document.createElement('b'));
  expect(queryAll(document, 'x-case >>> x-owner >>> b')).toHaveLength(1);
  expect(shadowsOn(document, 'x-case >>> x-owner >>> b')).toEqual([outer, deep]);
});

it('a closed root is asked of the browser, as Chromium and as Firefox give it', () => {
  show('<x-owner></x-owner>');
  const host = document.querySelector('x-owner') as HTMLElement;
  const closed = host.attachShadow({ mode: 'closed' });
  closed.append(document.createElement('i'));
  expect(queryAll(document, 'x-owner >>> i')).toEqual([]);
  Object.assign(globalThis, {
    chrome: { dom: { openOrClosedShadowRoot: (at: Element) => (at === host ? closed : null) } },
  });
  expect(queryAll(document, 'x-owner >>> i')).toHaveLength(1);
  Object.assign(globalThis, { chrome: undefined });
  Object.assign(host, { openOrClosedShadowRoot: closed });
  expect(queryAll(document, 'x-owner >>> i')).toHaveLength(1);
});
