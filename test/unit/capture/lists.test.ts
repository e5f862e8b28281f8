// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { labelFor, wordsFor } from '../../../lib/capture/directory';
import { rowTitle, rowValue } from '../../../lib/capture/rows';
import { practice, rt } from '../gate/attempts';
import { show } from './shown';

describe('the desk’s words for its ids', () => {
  const html = `<select name="Queue"><option value="">-</option><option value="4"> Engineering </option><option value="1">Support L1</option></select>
    <form hidden><select name="Queue"><option value="4">Engineering</option></select></form><select name="Other"><option value="4">Four</option></select>`;

  it('come from the controls that list both', () => {
    expect(labelFor(rt, show(html), 'team', '4')).toBe('Engineering');
    expect(labelFor(rt, show(html), 'team', '9')).toBeUndefined();
    expect(labelFor(rt, show(html), 'owner', '4')).toBeUndefined();
  });

  it('are listed once each, without the empty one', () => {
    expect(wordsFor(rt, show(html), 'team')).toEqual(['Engineering', 'Support L1']);
  });

  it('where another attribute holds the id, by that one', () => {
    const stages = '<p id="stages"><button data-stage="won">Closed won</button></p>';
    expect(labelFor(practice, show(stages), 'stage', 'won')).toBe('Closed won');
    expect(wordsFor(practice, show(stages), 'stage')).toEqual(['Closed won']);
  });

  it('where the site says in what part the word stands, what else is in the option is none of it', () => {
    const site = {
      ...practice,
      directory: [{ field: 'stage', options: '[data-stage]', id: 'data-stage', word: 'b' }],
    };
    const board = '<p data-stage="won">2 cards <b>Closed won</b></p><p data-stage="new">New</p>';
    expect([labelFor(site, show(board), 'stage', 'won'), labelFor(site, show(board), 'stage', 'new')]).toEqual([
      'Closed won',
      '',
    ]);
    expect(wordsFor(site, show(board), 'stage')).toEqual(['Closed won']);
  });

  it('never more, or longer, than the protocol takes', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => `<option value="${i}">${i} ${'x'.repeat(400)}</option>`).join(
      '',
    );
    const words = wordsFor(rt, show(`<select name="Owner">${many}</select>`), 'owner');
    expect(words).toHaveLength(500);
    for (const word of words) expect(word.length).toBeLessThanOrEqual(300);
  });
});

describe('a row of a list', () => {
  const html = `<table id="cases"><tbody>
    <tr data-case-id="1"><td class="subject"><a>One</a></td><td data-field="status"><b class="value">open</b></td></tr>
    <tr data-case-id="10"><td class="subject"><a>Ten</a></td><td data-field="status"><b class="value">new</b></td></tr></tbody></table>`;
  const ref = (id: string, kind: 'ticket' | 'deal' = 'ticket') => ({ origin: 'http://127.0.0.1:18090', kind, id });

  it('is found by the whole id and the kind of case', () => {
    expect(rowTitle(practice, show(html), ref('1'))).toBe('One');
    expect(rowValue(practice, show(html), ref('10'), 'status')).toBe('new');
    expect(rowTitle(practice, show(html), ref('0'))).toBeUndefined();
    expect(rowTitle(practice, show(html), ref('1', 'deal'))).toBeUndefined();
    expect(rowValue(practice, show(html), ref('1'), 'team')).toBeUndefined();
  });

  it('an id that looks like a selector finds nothing, and breaks nothing', () => {
    for (const id of ['"]', '1"],tr[x="', '\\', '\n', ']'])
      expect(rowTitle(practice, show(html), ref(id))).toBeUndefined();
  });
});
