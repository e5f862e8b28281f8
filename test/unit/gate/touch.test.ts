// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/" }
import { describe, expect, it } from 'vitest';
import { mayHandOver } from '../../../lib/gate/touch';
import type { PageSite } from '../../../lib/model/site';
import { practice } from './attempts';
import { cleanPage, component, inside, one, pageWith } from './page';

cleanPage();
const held: NonNullable<PageSite['holdAt']>[number] = {
  id: 'pick',
  css: '.pick',
  on: ['click'],
  kind: 'ticket',
  case: { page: true },
  changes: [{ field: 'team', to: { attr: 'data-team' } }],
};
const site: PageSite = { ...practice, holdAt: [held] };

describe('what a person touches', () => {
  it.each([
    ['a control in a row of a list', true, '<table id="cases"><tr><td><select id="here"></select></td></tr></table>'],
    ['a row that can be dragged', true, '<table id="cases"><tr><td id="here">x</td></tr></table>'],
    ['a link in a row', false, '<table id="cases"><tr><td><a href="/case/1"><b id="here">x</b></a></td></tr></table>'],
    ['a control that is held', true, '<a class="pick" href="#"><b id="here">x</b></a>'],
    ['a field of a form that writes', true, '<form method="post" action="/case/1/reply"><p id="here">x</p></form>'],
    [
      'a text in a form that writes',
      false,
      '<form method="post" action="/case/1/reply"><textarea id="here"></textarea></form>',
    ],
    [
      'an editor in a form that writes',
      false,
      '<form method="post" action="/case/1/reply"><div contenteditable><p id="here">x</p></div></form>',
    ],
    ['a text that is held', true, '<div class="pick" contenteditable><b id="here">x</b></div>'],
    ['a field of another form', false, '<form method="get" action="/search"><input id="here"></form>'],
    ['anything else', false, '<table><tr><td><button id="here">x</button></td></tr></table>'],
  ])('%s: may hand over: %s', (_, may, html) => {
    pageWith(html.includes('<form') ? html : `${html}<form></form>`);
    expect(mayHandOver(one('#here'), site)).toBe(may);
  });

  it.each([
    [
      'a field of a form in a component',
      true,
      '',
      '<form method="post" action="/case/1/reply"><p id="here">x</p></form>',
    ],
    ['a part of a control that is held', true, 'pick', '<b id="here">x</b>'],
    ['a part of another component', false, '', '<b id="here">x</b>'],
  ])('%s, in an open root: may hand over: %s', (_, may, host, html) => {
    const root = component('open', html);
    root.host.className = host;
    expect(mayHandOver(inside(root, '#here'), site)).toBe(may);
  });
});
