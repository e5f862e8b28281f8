// @vitest-environment jsdom
import { act, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { blank } from '../../../../components/dashboard/editor/edit';
import { EditorView, type EditorViewProps } from '../../../../components/dashboard/editor/editor-view';
import type { Playbook } from '../../../../lib/model/playbook';
import { render, type } from '../../popup/render';
import { made, text } from './made';

const nothing = () => undefined;
const props = (part: Partial<EditorViewProps> = {}): EditorViewProps => ({
  playbook: made(),
  source: 'own',
  mode: 'armed',
  behind: undefined,
  dirty: true,
  begun: undefined,
  done: '',
  state: 'idle',
  among: [],
  sites: { allowed: [], known: [] },
  versions: [],
  samples: [],
  around: { people: [], teams: [], from: '', me: '' },
  onEdit: nothing,
  onSave: nothing,
  onDiscard: nothing,
  onBack: nothing,
  onOriginal: nothing,
  ...part,
});

/** The editor with whoever holds its playbook. */
function Held(given: EditorViewProps) {
  const [playbook, setPlaybook] = useState(given.playbook);
  const onEdit = (next: Playbook) => {
    setPlaybook(next);
    given.onEdit(next);
  };
  return <EditorView {...given} playbook={playbook} onEdit={onEdit} />;
}
const at = (place: string) => document.getElementById(`edit:${place}`);

describe('the editor', () => {
  it('blames nobody for what is not written yet, and leads to it when it is to be used', async () => {
    const save = vi.fn();
    const playbook = blank({ question: 'Why?', reasons: ['a', 'b'] });
    const { text: shown, press } = render(<Held {...props({ playbook, source: 'new', onSave: save })} />);
    expect(shown()).not.toContain('editor_lacks');
    await press('editor_save_armed');
    expect(save).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(at('name'));
    expect(at('name')?.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(at('name')?.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'editor_lacks_text name',
    );
  });

  it('opens the criterion that lacks something', async () => {
    const { press } = render(<Held {...props({ playbook: made({ exit: [text('a'), text('b', { why: '' })] }) })} />);
    await press('editor_save');
    expect(at('criterion:b')?.getAttribute('aria-expanded')).toBe('true');
    expect(at('criterion:b/why')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps secrets out of a text where a playbook wants none', async () => {
    const edited = vi.fn();
    const playbook = made({ exit: [text('a', { why: '', without: 'secrets' })] });
    const { press } = render(<Held {...props({ playbook, onEdit: edited })} />);
    await press('editor_save');
    const tick = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes('editor_no_secrets'));
    expect(tick?.querySelector('input')?.checked).toBe(true);
    await act(async () => tick?.querySelector('input')?.click());
    expect(edited.mock.lastCall?.[0].exit[0]).not.toHaveProperty('without');
  });

  it('saves with why, in the shadow or in force', async () => {
    const save = vi.fn();
    const { press, again } = render(<EditorView {...props({ mode: 'off', onSave: save })} />);
    await type(at('save-why'), ' They asked for it ');
    await press('editor_save_shadow');
    await press('editor_save_armed');
    again(<EditorView {...props({ mode: 'armed', onSave: save })} />);
    await press('editor_save');
    expect(save.mock.calls).toEqual([
      ['They asked for it', 'shadow'],
      ['', 'armed'],
      ['', undefined],
    ]);
  });

  it('shows advice beside what it is about, and saves all the same', async () => {
    const save = vi.fn();
    const among = [{ code: 'same-change', about: 'Other', at: 'trigger' as const }];
    const { press } = render(<EditorView {...props({ among, onSave: save })} />);
    expect(document.getElementById('said:trigger')?.textContent).toBe('editor_lint_same_change Other');
    await press('editor_save');
    expect(save).toHaveBeenCalledOnce();
  });

  it('shows what the company gives, and lets nothing of it be changed', () => {
    const { holder, find } = render(<EditorView {...props({ source: 'company' })} />);
    expect(find('editor_save')).toBeUndefined();
    expect(at('name')?.matches(':disabled')).toBe(true);
    expect(holder.querySelector('.edit-grip')?.matches(':disabled')).toBe(true);
  });

  it('lets nothing be changed where the company switched editing off, and says so', () => {
    const { find, text: shown } = render(<EditorView {...props({ source: 'own', mayEdit: false })} />);
    expect(shown()).toContain('policy_edit_off');
    expect(find('editor_save')).toBeUndefined();
    expect(at('name')?.matches(':disabled')).toBe(true);
  });

  it('keeps a condition that it cannot show as lines', async () => {
    const when = { not: { all: [{ reason: ['refund'] }, { field: 'team', is: ['x'] }] } };
    const edit = vi.fn();
    const { press, text: shown } = render(
      <Held {...props({ playbook: made({ exit: [text('a', { when })] }), onEdit: edit })} />,
    );
    await act(async () => at('criterion:a')?.click());
    expect(shown()).toContain('editor_when_nested');
    await type(at('criterion:a/label'), 'Another label');
    expect(edit.mock.lastCall?.[0].exit[0]).toMatchObject({ label: 'Another label', when });
    await press('editor_when_always');
    expect(edit.mock.lastCall?.[0].exit[0]).not.toHaveProperty('when');
  });

  it('leaves names as they are typed, a line that is empty too', async () => {
    const edit = vi.fn();
    render(<Held {...props({ onEdit: edit })} />);
    await type(at('trigger/any/0/to'), 'Billing\n');
    expect(at('trigger/any/0/to')).toHaveProperty('value', 'Billing\n');
    await type(at('trigger/any/0/to'), 'Billing\nAccounts');
    expect(edit.mock.lastCall?.[0].trigger.any[0].to).toEqual(['Billing', 'Accounts']);
  });

  it('tells of each version who changed what and why, and goes back to one', async () => {
    const back = vi.fn();
    const versions = [
      { version: 2, at: 1_700_000_000_000, who: 'Dana', why: 'Too long', playbook: made({ exit: [text('a')] }) },
      { version: 1, at: 0, who: '', why: '', playbook: made() },
    ];
    const { text: shown, press, again } = render(<EditorView {...props({ versions, onBack: back })} />);
    for (const words of ['Dana', 'Too long', 'editor_change_gone Label of b', 'editor_version_first'])
      expect(shown()).toContain(words);
    // What is written and not saved would be lost by it.
    await press('editor_version_back 1');
    expect(back).not.toHaveBeenCalled();
    again(<EditorView {...props({ versions, dirty: false, onBack: back })} />);
    await press('editor_version_back 1');
    expect(back).toHaveBeenCalledWith(versions[1]);
  });
});
