// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { queryAll } from '../../../lib/capture/query';
import { readFirst } from '../../../lib/capture/read';
import { anchorsFor, controlAnchors, labelOf } from '../../../lib/teach/anchors';
import { show } from '../capture/shown';

/** Puts a case's page on screen, at the address of that case. */
function page(html: string, path = '/tickets/118'): HTMLElement {
  history.replaceState(null, '', path);
  return show(html);
}
const at = (css: string) => document.querySelector(css) as Element;

type Shown = { id: string; subject: string; team: string; owner: string; severity: string; turned?: boolean };
const FIRST: Shown = {
  id: '118',
  subject: 'Printer on fire',
  team: 'Support L1',
  owner: 'Amara Okafor',
  severity: 'High',
};
const OTHER: Shown = { id: '20417', subject: 'No sound', team: 'Billing', owner: 'Ben', severity: 'Low', turned: true };

/** One case's page of a desk, as each kind of desk may draw it. Another case has other values, and its rows in another order. */
const DESKS: Record<string, (shown: Shown) => string> = {
  'test ids': ({ subject, team, owner, severity, id, turned }) =>
    `<main id="case-${id}"><h1>${subject}</h1>${rows(turned, [
      `<div class="c-1f9a8"><span>Team</span><span data-testid="team-value">${team}</span></div>`,
      `<div class="c-1f9a8"><span>Owner</span><span data-testid="owner-value">${owner}</span></div>`,
      `<div class="c-1f9a8"><span>Severity</span><span data-testid="severity-value" class="${severity.toLowerCase()}">${severity}</span></div>`,
    ])}</main>`,
  'labels alone': ({ subject, team, owner, severity, id, turned }) =>
    `<div class="css-${id}"><h1>${subject}</h1>${rows(turned, [
      `<div class="row"><span>Team:</span> <b>${team}</b></div>`,
      `<div class="row"><span>Owner:</span> <b>${owner}</b></div>`,
      `<div class="row"><span>Severity:</span> <b>${severity}</b></div>`,
    ])}</div>`,
  'a form': ({ subject, team, owner, severity, id, turned }) =>
    `<h1>${subject}</h1><form action="/tickets/${id}">${rows(turned, [
      `<label>Team <select name="team" id="ember${id}"><option value="9">None</option><option selected value="${team.length}">${team}</option></select></label>`,
      `<label>Owner <input name="ticket[${id}][owner]" aria-label="Owner" value="${owner}"></label>`,
      `<label>Severity <textarea name="severity">${severity}</textarea></label>`,
    ])}</form>`,
  aria: ({ subject, team, owner, severity, turned }) =>
    `<h1>${subject}</h1>${rows(turned, [
      `<button aria-label="Team: ${team}">${team}</button>`,
      `<div role="group" aria-label="Owner"><i>${owner}</i></div>`,
      `<button aria-label="Severity: ${severity}">${severity}</button>`,
    ])}`,
};
const rows = (turned: boolean | undefined, list: string[]) => (turned ? list.toReversed() : list).join('');
const PLACES: Record<string, Record<'team' | 'owner' | 'severity', string>> = {
  'test ids': { team: '[data-testid^=team]', owner: '[data-testid^=owner]', severity: '[data-testid^=sev]' },
  'labels alone': { team: '.row:nth-of-type(1) b', owner: '.row:nth-of-type(2) b', severity: '.row:nth-of-type(3) b' },
  'a form': { team: 'select', owner: 'input', severity: 'textarea' },
  aria: { team: '[aria-label^=Team]', owner: 'i', severity: '[aria-label^=Sev]' },
};

describe.each(Object.keys(DESKS))('the anchors of a desk with %s', (desk) => {
  const draw = DESKS[desk] as (shown: Shown) => string;
  const places = Object.entries(PLACES[desk] ?? {}) as ['team' | 'owner' | 'severity', string][];

  it.each(places)('find the %s alone, and again on the page of another case', (field, css) => {
    page(draw(FIRST));
    const tries = anchorsFor(at(css));
    expect(tries.length).toBeGreaterThan(0);
    expect(tries.length).toBeLessThanOrEqual(6);
    for (const one of tries) expect(readFirst(document, [one])?.text, JSON.stringify(one)).toBe(FIRST[field]);
    page(draw(OTHER), `/tickets/${OTHER.id}`);
    for (const one of tries) expect(readFirst(document, [one])?.text, JSON.stringify(one)).toBe(OTHER[field]);
    expect(JSON.stringify(tries)).not.toMatch(new RegExp(`118|${FIRST.team}|${FIRST.owner}|high|Printer`, 'i'));
  });
});

describe('an anchor', () => {
  it('goes through open shadow roots', () => {
    page('<x-case data-testid="case-view"></x-case><x-case></x-case>');
    const inner = at('[data-testid]').attachShadow({ mode: 'open' });
    inner.innerHTML = '<b itemprop="team">Support</b><b>Support</b>';
    const tries = anchorsFor(inner.querySelector('b') as Element);
    expect(tries[0]?.css).toBe('[data-testid="case-view"]>>>[itemprop="team"]');
    for (const { css } of tries) expect(queryAll(document, css)).toEqual([inner.querySelector('b')]);
  });

  it('is not what a person shows of the case, though it stands where a label would', () => {
    page('<div><div><span>Invoice 7 is blank</span><b>Support</b></div><div><span>x</span></div></div>');
    expect(JSON.stringify(anchorsFor(at('b')))).not.toContain('Invoice');
  });

  it('counts inside of what has a name, so that a place of another field is never taken for it', () => {
    const field = (name: string, value: string) =>
      `<span data-test-id="${name}"><div><div>${name}</div><button>?</button><div><span>${value}</span></div></div></span>`;
    page(field('owner_id', 'Ben') + field('team_id', 'Support'));
    const tries = anchorsFor(at('[data-test-id=team_id] span'));
    page(field('team_id', 'Billing') + field('stage_id', 'New') + field('owner_id', 'Amara'));
    for (const one of tries) expect(readFirst(document, [one])?.text, JSON.stringify(one)).toBe('Billing');
  });

  it('follows what is chosen where that is how a page shows a value', () => {
    const stages = (chosen: string) =>
      ['New', 'Qualified', 'Won'].map(
        (name) => `<button role="radio" aria-checked="${name === chosen}"><span>${name}</span></button>`,
      );
    page(stages('Qualified').join(''));
    const tries = anchorsFor(at('[aria-checked=true] span'));
    page(stages('Won').join(''));
    for (const one of tries) expect(readFirst(document, [one])?.text, JSON.stringify(one)).toBe('Won');
  });

  it('counts siblings only where nothing else finds the element', () => {
    page('<div><p>a</p><p>b</p></div>');
    expect(anchorsFor(at('p:last-of-type')).map(({ css }) => css)).toEqual([expect.stringContaining(':nth-')]);
    page('<div><p>a</p><p data-cy="words">b</p></div>');
    for (const { css } of anchorsFor(at('[data-cy]'))) expect(css).not.toContain(':nth-');
  });

  it('reads of a list what it came with, and what it holds where a script filled it', () => {
    page('<select id="a"><option>A</option><option selected>B</option></select>');
    expect(anchorsFor(at('select'))[0]).toEqual({ css: '#a', read: 'came' });
    page('<select id="a"><option>A</option><option>B</option></select>');
    expect(anchorsFor(at('option'))[0]).toEqual({ css: '#a', read: 'value' });
  });

  it('is never made for what is secret', () => {
    page('<input type="password" name="pin" value="1">');
    expect(anchorsFor(at('input'))).toEqual([]);
  });

  it('keeps the number of an own field and no number of a page’s tools', () => {
    page('<b id="customfield_10021">S1</b><b id="ember1021">S2</b>');
    expect(anchorsFor(at('#customfield_10021'))[0]?.css).toBe('#customfield_10021');
    expect(JSON.stringify(anchorsFor(at('#ember1021')))).not.toContain('1021');
  });
});

describe('the control that hands over', () => {
  it('is found by its name, from whatever stands in it', () => {
    page('<form id="handover"><button name="commit"><i>Hand over</i></button></form><button name="other"></button>');
    const tries = controlAnchors(at('i'));
    expect(tries[0]).toBe('button[name="commit"]');
    for (const css of tries) expect(queryAll(document, css)).toEqual([at('[name=commit]')]);
  });
});

describe('the page’s own name', () => {
  it.each([
    ['<label>Team <select id="x"><option>Support</select></label>', 'select', 'Team'],
    ['<label for="x">Team *</label><input id="x">', 'input', 'Team'],
    ['<dl><dt>Assigned group</dt><dd>A</dd><dd id="x">B</dd></dl>', '#x', 'Assigned group'],
    ['<table><tr><th>Owner</th><td id="x">Ben</td></tr></table>', '#x', 'Owner'],
    ['<div>Severity: <b id="x">S1</b></div>', '#x', 'Severity'],
    ['<div><h4>Stage</h4><div><span id="x">Won</span></div></div>', '#x', 'Stage'],
    ['<p id="x" aria-label="Status: Open">Open</p>', '#x', 'Status'],
    ['<button id="x" class="b"> Hand  over </button>', '#x', 'Hand over'],
    ['<p id="x">Words</p>', '#x', undefined],
  ])('of what stands in %s', (html, css, name) => {
    page(html);
    expect(labelOf(at(css))).toBe(name);
  });
});
