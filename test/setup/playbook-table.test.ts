import { describe, expect, it } from 'vitest';
import { supportToEngineering } from '../../lib/rules/playbooks/support-to-engineering';
import { pageOf, rowOf, sharesOf } from './playbook-shares';
import { faultsIn, type PlaybookRow, playbookTable, shareTable } from './playbook-table';

const row = (more: Partial<PlaybookRow> = {}): PlaybookRow => ({
  name: 'One',
  criteria: 8,
  block: 5,
  typed: 3,
  sourced: 4,
  problems: [],
  ...more,
});

describe('the tables of playbooks', () => {
  it('name each playbook by a letter, with its numbers', () => {
    expect(playbookTable([row(), row({ name: 'Another', sourced: 2 })]).split('\n')).toEqual([
      '     playbook  criteria  block  typed  with a source',
      '(a)  One       8         5      3      50 %',
      '(b)  Another   8         5      3      25 %',
    ]);
  });
  it('say of each desk how much it fills in, and where it has no such case', () => {
    const desks = [
      { name: 'zendesk', shares: [{ filled: 3, of: 4 }, undefined] },
      {
        name: 'twenty',
        shares: [
          { filled: 0, of: 4 },
          { filled: 1, of: 3 },
        ],
      },
    ];
    expect(shareTable(desks).split('\n')).toEqual([
      'desk     (a)       (b)',
      'zendesk  3/4 75 %  -',
      'twenty   0/4 0 %   1/3 33 %',
    ]);
  });
  it('find fault with what the lint says, and with more than six to type', () => {
    expect(faultsIn([row(), row({ typed: 6 })])).toEqual([]);
    expect(faultsIn([row({ typed: 7 }), row({ name: 'Two', problems: ['own-answer:a'] })])).toEqual([
      'One: 7 blocking criteria must be typed, more than 6',
      'Two: own-answer:a',
    ]);
  });
});

describe('what a page fills in', () => {
  const poor = pageOf('zendesk', 'ticket', { fields: { subject: 'Blank page' } });
  const rich = pageOf('zendesk', 'ticket', {
    fields: { subject: 'Blank page', severity: 'S3 - Minor', environment: 'Chrome 126' },
    entries: [{ author: 'Amara', kind: 'public', text: 'We look into it.' }],
  });

  it('is measured on the fullest page of a desk, among the criteria that are asked for', () => {
    const shares = sharesOf(supportToEngineering, [poor, rich, pageOf('twenty', 'deal', {})]);
    expect([...shares.keys()]).toEqual(['zendesk']);
    expect(shares.get('zendesk')?.filled).toBe(4);
    // Nothing urgent: no contingency. The reason is open: no evidence of a defect yet.
    expect(shares.get('zendesk')?.of).toBe(supportToEngineering.exit.length - 2);
  });
  it('counts as typed what has a source that no page has', () => {
    const typed = (pages: Parameters<typeof rowOf>[1]) => rowOf(supportToEngineering, pages).typed;
    expect(typed([rich])).toBe(typed([poor]) - 2);
    expect(rowOf(supportToEngineering, [rich]).problems).toEqual([]);
  });
});
