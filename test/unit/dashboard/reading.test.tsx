// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Heal } from '../../../components/dashboard/reading-heal';
import { ReadingPlace, type ReadingState } from '../../../components/dashboard/reading-place';
import type { DebugReport } from '../../../lib/model/debug';
import { render } from '../popup/render';

const report: DebugReport = {
  site: 'practice',
  page: { id: 'case', path: '/case/:id', isCase: true },
  light: 'amber',
  container: { css: '#case', found: 1, hidden: 0 },
  fields: [
    {
      field: 'team',
      certainty: 'certain',
      tries: [
        { css: '.a', found: 0, hidden: 0, empty: 0, used: false },
        { css: '.b', read: 'value', found: 3, hidden: 1, empty: 1, used: true },
      ],
    },
    {
      field: 'owner',
      anchor: { css: '.o', found: 0 },
      tries: [{ css: '.o b', found: 0, hidden: 0, empty: 0, used: false }],
    },
    { field: 'status', certainty: 'guess', tries: [] },
  ],
  others: 2,
  labelled: [{ css: '.rows', found: 4, hidden: 0 }],
  writes: [
    { id: 'details', state: 'seen' },
    { id: 'bulk', state: 'no-form' },
  ],
  talk: { css: '.message', found: 5, hidden: 1, kinds: { customer: 1, public: 2, internal: 1, event: 0, unknown: 0 } },
  attachments: 1,
  note: { editor: '#n', internal: '#i', state: 'not proven' },
};

function view(state: ReadingState, heal: Heal = { is: 'none' }) {
  const does = { onAgain: vi.fn(), onCopy: vi.fn(), onCopied: vi.fn(), onHeal: vi.fn() };
  return { ...does, ...render(<ReadingPlace state={state} copied={{ is: 'no' }} heal={heal} {...does} />) };
}

describe('how Baton reads a page', () => {
  it('lists each field with each try, what it found, and which one gave the value', () => {
    const { text } = view({ is: 'read', report });
    for (const words of [
      '.a reading_try 0 0 0.b [value] reading_try 3 1 1 reading_used',
      'field_ownerreading_not_read',
      '.o reading_anchor 0',
      'reading_by_label',
      'reading_others 2',
      'detailsreading_write_seenbulkreading_write_no_form',
      '.message reading_count 5 1reading_kinds 1 2 1 0',
      '#n reading_note_not_proven',
    ].map((one) => one.replace('field_owner', '')))
      expect(text()).toContain(words);
  });

  it('is copied and looked at again by a press', async () => {
    const { press, onCopy, onAgain } = view({ is: 'read', report });
    await press('reading_copy');
    await press('reading_again');
    expect([onCopy, onAgain].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('says so where no case is read', () => {
    const nowhere: DebugReport = { ...report, page: null };
    for (const state of [{ is: 'none' as const }, { is: 'read' as const, report: nowhere }])
      expect(view(state).text()).toContain('reading_none');
    expect(view({ is: 'looking' }).text()).toContain('reading_looking');
  });

  it('of a taught desk proposes what still works, and changes it at one press', async () => {
    const { text, press, onHeal } = view({ is: 'read', report }, { is: 'offered', fields: ['team', 'owner'] });
    expect(text()).toContain('reading_heal team, owner');
    expect(onHeal).not.toHaveBeenCalled();
    await press('reading_heal_do');
    expect(onHeal).toHaveBeenCalledOnce();
    const done = view({ is: 'read', report }, { is: 'done' });
    expect(done.text()).toContain('reading_heal_done');
    expect(done.find('reading_heal_do')).toBeUndefined();
  });
});
