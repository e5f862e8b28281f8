// @vitest-environment jsdom
import { type ComponentProps, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DesksPlace } from '../../../components/dashboard/desks-place';
import { EraseCase } from '../../../components/dashboard/erase-case';
import type { Filter } from '../../../components/dashboard/filter';
import { HandoffsPlace } from '../../../components/dashboard/handoffs-place';
import { type Checking, RecordPlace } from '../../../components/dashboard/record-place';
import { TeamsPlace } from '../../../components/dashboard/teams-place';
import { handoff } from '../audit/lines';
import { render, type } from '../popup/render';

type Shown = Pick<ComponentProps<typeof HandoffsPlace>, 'handoffs' | 'missed' | 'held'>;
/** The list with whoever holds its filter. */
function Place(shown: Shown) {
  const [filter, setFilter] = useState<Filter>({ state: '', text: '' });
  return (
    <HandoffsPlace
      {...shown}
      count={shown.handoffs.length}
      days={30}
      passed={[]}
      opener={{ canOpen: () => false, open: () => {} }}
      filter={filter}
      onFilter={setFilter}
    />
  );
}

describe('erasing a case', () => {
  it('asks once more, with the safe answer under the finger', async () => {
    const erase = vi.fn();
    const { press, holder } = render(<EraseCase erasing={{ is: 'idle' }} onErase={erase} />);
    await press('dashboard_erase');
    expect(erase).not.toHaveBeenCalled();
    expect(holder.ownerDocument.activeElement?.textContent).toBe('dashboard_erase_no');
    await press('dashboard_erase_no');
    await press('dashboard_erase');
    await press('dashboard_erase_yes');
    expect(erase).toHaveBeenCalledOnce();
  });
});

describe('teams', () => {
  it('hand every change on, and say when a team has people but no name', async () => {
    const change = vi.fn();
    const { holder, press, text } = render(
      <TeamsPlace roster={[{ team: 'Support', people: ['ann'] }]} saving="idle" onChange={change} />,
    );
    await press('dashboard_team_add');
    const [, people] = holder.querySelectorAll('textarea');
    await type(people ?? null, 'bob\ncy');
    expect(text()).toContain('dashboard_team_nameless');
    expect(change).toHaveBeenLastCalledWith([{ team: 'Support', people: ['ann'] }]);
    const [, name] = holder.querySelectorAll('input');
    await type(name ?? null, 'Engineering');
    expect(text()).not.toContain('dashboard_team_nameless');
    expect(change).toHaveBeenLastCalledWith([
      { team: 'Support', people: ['ann'] },
      { team: 'Engineering', people: ['bob', 'cy'] },
    ]);
    await press('dashboard_team_remove Support');
    expect(change).toHaveBeenLastCalledWith([{ team: 'Engineering', people: ['bob', 'cy'] }]);
  });
});

describe('desks', () => {
  it('can be removed each by name; one that the browser no longer lets Baton read can be allowed again', async () => {
    const remove = vi.fn();
    const allow = vi.fn();
    const desks = [
      { origin: 'https://a.example', name: 'A', granted: true },
      { origin: 'https://b.example', name: 'B', granted: false },
    ];
    const { holder, text } = render(
      <DesksPlace
        desks={desks}
        known={[{ id: 'a', name: 'A', level: 'read', note: 'Never run.' }]}
        whenUnsure="open"
        stuck={[]}
        onAllow={allow}
        onRemove={remove}
        onWhenUnsure={vi.fn()}
      />,
    );
    expect(text()).toContain('A dashboard_known_readNever run.');
    expect(text()).toContain('dashboard_desk_not_granted');
    holder.querySelector<HTMLElement>('[aria-label="dashboard_desk_remove_named https://b.example"]')?.click();
    expect(remove).toHaveBeenCalledExactlyOnceWith('https://b.example');
    expect(holder.querySelector('[aria-label="dashboard_desk_allow_named https://a.example"]')).toBeNull();
    holder.querySelector<HTMLElement>('[aria-label="dashboard_desk_allow_named https://b.example"]')?.click();
    expect(allow).toHaveBeenCalledExactlyOnceWith('https://b.example');
  });
});

describe('the record', () => {
  const place = (checking: Checking) =>
    render(
      <RecordPlace
        checking={checking}
        onCheck={vi.fn()}
        onExport={vi.fn()}
        exportTrouble={null}
        found={null}
        onFind={vi.fn()}
        onErase={vi.fn()}
      />,
    ).text();

  it('says whether it is whole, how many lines that is about, and which line is not', () => {
    expect(place({ is: 'whole', lines: 45, erased: 2 })).toContain('dashboard_check_whole_other 45');
    expect(place({ is: 'whole', lines: 45, erased: 2 })).toContain('dashboard_check_erased_other 2');
    expect(place({ is: 'broken', lines: 6, seq: 7, why: 'digest' })).toContain('dashboard_check_broken 7 digest 6');
  });
});

describe('the list of handoffs', () => {
  it('filters as one types, says how many of how many, and leads to the timeline', async () => {
    const handoffs = [handoff('1', { title: 'Export fails' }), handoff('2', { title: 'Login loop' })];
    const { holder, text, find } = render(<Place handoffs={handoffs} missed={[]} held={0} />);
    await type(holder.querySelector('input'), 'login');
    expect(text()).toContain('dashboard_shown 1 2');
    expect(find('Export fails')).toBeUndefined();
    expect(find('Login loop')?.getAttribute('href')).toBe('#case/https%3A%2F%2Frt.example%7Cticket%7C101');
  });

  it('marks what went with things missing', () => {
    const override = { reason: 'Down', debt: [] };
    const { text } = render(<Place handoffs={[handoff('1', { override })]} missed={[]} held={0} />);
    expect(text()).toContain('audit_state_sent audit_incomplete');
  });

  it('shows no percentage that the numbers do not carry', () => {
    const missed = [{ playbook: 'p', criterion: 'steps', label: 'Steps', count: 3, of: 4, share: null }];
    const { text } = render(<Place handoffs={[]} missed={missed} held={4} />);
    expect(text()).toContain('dashboard_count_of 3 4');
    expect(text()).not.toContain('%');
  });
});
