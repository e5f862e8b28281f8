// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { checkHealth } from '../../../lib/capture/health';
import type { PageSite, SitePage } from '../../../lib/model/site';
import { practice } from '../gate/attempts';
import { show } from './shown';

const page: SitePage = { id: 'case', path: '/case/:id' };
const ref = { origin: location.origin, kind: 'ticket' as const, id: '104' };
const DETAILS =
  '<form method="post" action="/case/104/details"><select name="team"></select><select name="owner"></select></form>';
const REPLY = '<form method="post" action="/case/104/reply"><select name="owner"></select></form>';
const check = (html: string, fields: PageSite['fields'] = [], site: PageSite = practice) => {
  show(html);
  return checkHealth({ site, page, ref, root: document, scope: document, wanted: fields, found: [] });
};
const team: PageSite['fields'] = [
  { field: 'team', certainty: 'certain', anchor: '.team', tries: [{ css: '.team', empty: ['Not set'] }] },
];

describe('what is found more than once', () => {
  it.each([
    ['one value', '<b class="team">Support</b>', []],
    ['the same value twice', '<b class="team">Support</b><b class="team">Support</b>', []],
    ['a value and an empty place', '<b class="team">Support</b><b class="team">Not set</b>', []],
    ['one that is hidden', '<b class="team">Support</b><b class="team" hidden>Sales</b>', []],
    ['two values', '<b class="team">Support</b><b class="team">Sales</b>', ['team']],
  ])('%s', (_, html, ambiguous) => {
    const health = check(DETAILS + REPLY + html, team);
    expect(health.ambiguous ?? []).toEqual(ambiguous);
    expect(health.light).toBe(ambiguous.length > 0 ? 'amber' : 'green');
  });

  it('is no matter where a case may have several', () => {
    const tags: PageSite['fields'] = [{ field: 'tags', certainty: 'certain', tries: [{ css: '.tag' }] }];
    expect(check(`${DETAILS}${REPLY}<i class="tag">a</i><i class="tag">b</i>`, tags).light).toBe('green');
  });
});

describe('the forms that save the case', () => {
  it.each([
    ['all there', DETAILS + REPLY, undefined, 'green'],
    ['one is not there', REPLY, ['details'], 'amber'],
    ['one is sent somewhere unknown', REPLY + DETAILS.replace('/details', '/v2'), ['details'], 'amber'],
    ['none is there', '<p>new look</p>', ['details', 'reply'], 'red'],
    ['beside a form of another case', DETAILS + REPLY + DETAILS.replace('104/details', '105/v2'), undefined, 'green'],
    [
      'beside a search by the same fields',
      `${DETAILS}${REPLY}<form action="/search?id=104"><select name="team"></select></form>`,
      undefined,
      'green',
    ],
    [
      'by a button’s own address',
      `${REPLY}<form method="post" action="/x"><button formaction="/case/104/details">Save</button></form>`,
      undefined,
      'green',
    ],
  ])('%s', (_, html, writes, light) => expect(check(html)).toMatchObject({ light, ...(writes ? { writes } : {}) }));

  it('whose site says nowhere that they stand are missed only where one looks like them', () => {
    const site: PageSite = {
      ...practice,
      writes: [
        {
          id: 'jumbo',
          doors: ['form'],
          methods: ['POST'],
          path: '/ModifyAll.html',
          kind: 'ticket',
          case: { body: 'id' },
          changes: [{ field: 'team', to: { body: 'Queue' } }],
        },
      ],
    };
    const form = (action: string, id = '104') =>
      `<form method="post" action="${action}"><input name="id" value="${id}"><input name="action"><select name="Queue"></select></form>`;
    expect(check('', [], site).light).toBe('green');
    expect(check(form('/ModifyAll.html'), [], site).light).toBe('green');
    expect(check(form('/ModifyAll2.html', '7'), [], site).light).toBe('green');
    expect(check(form('/ModifyAll2.html'), [], site)).toEqual({ light: 'red', missing: [], writes: ['jumbo'] });
  });

  it('an address that is none is no error', () => {
    expect(check(`${DETAILS}${REPLY}<form method="post" action="http://[">x</form>`).light).toBe('green');
  });
});
