// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { DesksPlace } from '../../../components/dashboard/desks-place';
import { IdentityPlace } from '../../../components/dashboard/identity-place';
import { KeepPlace } from '../../../components/dashboard/keep-place';
import { PlaybooksPlace } from '../../../components/dashboard/playbooks/playbooks-place';
import { PolicyPlace } from '../../../components/dashboard/policy-place';
import { RecordPlace } from '../../../components/dashboard/record-place';
import { TeamsPlace } from '../../../components/dashboard/teams-place';
import { type Feature, NO_POLICY } from '../../../lib/model/policy';
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering';
import { render, type } from '../popup/render';

describe('the policy on screen', () => {
  it('is not there where there is none', () => {
    expect(render(<PolicyPlace policy={NO_POLICY} broken={[]} />).text()).toBe('');
  });

  it('is what it sets, part by part, and nothing else', () => {
    const off = { sites: ['zammad'], features: ['teach' as const] };
    const { holder } = render(
      <PolicyPlace
        policy={{ ...NO_POLICY, whenUnsure: 'closed', keepDays: 0, modes: { a: 'off' }, off }}
        broken={[]}
      />,
    );
    const lines = [...holder.querySelectorAll('.policy > div')].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'policy_part_modespolicy_mode a policy_mode_off',
      'dashboard_unsuredashboard_unsure_closed',
      'policy_part_keeppolicy_keep_all',
      'policy_part_offpolicy_off_site zammad, policy_off_teach',
    ]);
  });

  it('says of what cannot be used why, and where', () => {
    const { holder } = render(
      <PolicyPlace
        policy={NO_POLICY}
        broken={[
          { part: 'colour', why: 'unknown' },
          { part: 'playbooks', why: 'broken', at: '[1] exit.0', line: 7, detail: 'too long' },
          { part: 'off', why: 'broken', at: 'features[0]' },
        ]}
      />,
    );
    expect([...holder.querySelectorAll('.notice')].map(({ textContent }) => textContent)).toEqual([
      'colour policy_why_unknown ',
      'policy_line playbooks[1] exit.0 7 policy_why_broken too long',
      'off.features[0] policy_why_broken ',
    ]);
  });
});

describe('what the company set', () => {
  it('is shown and cannot be changed: what happens where Baton cannot judge, and desks that wait', () => {
    const choose = vi.fn();
    const { holder, text } = render(
      <DesksPlace
        desks={[]}
        known={[]}
        whenUnsure="closed"
        locked
        waiting={['https://rt.example']}
        stuck={[]}
        onAllow={vi.fn()}
        onRemove={vi.fn()}
        onWhenUnsure={choose}
      />,
    );
    expect(text()).toContain('https://rt.examplepolicy_desk_waits');
    expect(text()).not.toContain('dashboard_desks_none');
    expect(text()).toContain('policy_set');
    for (const radio of holder.querySelectorAll<HTMLElement>('[type=radio]')) radio.click();
    expect(choose).not.toHaveBeenCalled();
    expect(holder.querySelectorAll('[type=radio]:checked')).toHaveLength(1);
  });

  it('is shown and cannot be changed: the teams', () => {
    const { holder, text, find } = render(
      <TeamsPlace roster={[{ team: 'Support', people: ['ann'] }]} locked saving="idle" onChange={vi.fn()} />,
    );
    expect(text()).toContain('policy_set');
    expect(find('dashboard_team_add') ?? find('dashboard_team_remove')).toBeUndefined();
    for (const field of holder.querySelectorAll<HTMLInputElement>('input, textarea')) expect(field.readOnly).toBe(true);
  });

  it('is shown and cannot be changed: who works here, each of the two by itself', async () => {
    const change = vi.fn();
    const { holder } = render(
      <IdentityPlace
        identity={{ name: 'ann', team: 'Support' }}
        locked={{ name: false, team: true }}
        failed={false}
        onChange={change}
      />,
    );
    const [name, team] = holder.querySelectorAll('input');
    expect([name?.readOnly, team?.readOnly]).toEqual([false, true]);
    await type(name ?? null, ' dana ');
    expect(change).toHaveBeenLastCalledWith({ name: 'dana', team: 'Support' });
  });

  it('hides the export where it is off', () => {
    const place = (mayExport: boolean) =>
      render(
        <RecordPlace
          checking={{ is: 'idle' }}
          onCheck={vi.fn()}
          onExport={vi.fn()}
          exportTrouble={null}
          mayExport={mayExport}
          found={null}
          onFind={vi.fn()}
          onErase={vi.fn()}
        />,
      ).text();
    expect(place(true)).toContain('dashboard_export_events');
    expect(place(false)).not.toContain('dashboard_export');
  });
});

describe('what is switched off of playbooks', () => {
  const place = (...off: Feature[]) =>
    render(
      <PlaybooksPlace
        playbooks={[{ playbook: supportToEngineering, source: 'baton', mode: 'armed', locked: false, diet: [] }]}
        taking={{ is: 'idle' }}
        source={{ taken: null, looking: { is: 'idle' } }}
        off={off}
        onMode={vi.fn()}
        onSave={vi.fn()}
        onFile={vi.fn()}
        onTake={vi.fn()}
        onLeave={vi.fn()}
        onLook={vi.fn()}
        onAgain={vi.fn()}
        onLeaveSource={vi.fn()}
      />,
    ).text();

  it.each([
    ['edit', ['playbooks_new', 'playbooks_edit']],
    ['import', ['playbooks_bring']],
    ['export', ['playbooks_save_all', 'playbooks_save']],
    ['subscribe', ['playbooks_source_why']],
  ] as const)('%s: nothing leads to it', (feature, words) => {
    for (const word of words) expect(place()).toContain(word);
    for (const word of words) expect(place(feature)).not.toContain(word);
  });
});

describe('how long things are kept', () => {
  const place = (keepDays: number, locked = false) => {
    const keep = vi.fn();
    const shown = render(<KeepPlace keepDays={keepDays} locked={locked} failed={false} onKeep={keep} />);
    const select = shown.holder.querySelector('select');
    const choose = async (days: number) => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, String(days));
      await type(select, String(days));
    };
    return { ...shown, select, choose, keep };
  };

  it('asks before less is kept, with the safe answer under the finger; more goes at once', async () => {
    const { choose, keep, press, text, holder } = place(90);
    await choose(365);
    expect(keep).toHaveBeenLastCalledWith(365);
    await choose(30);
    expect(text()).toContain('policy_keep_sure_other 30');
    expect(holder.ownerDocument.activeElement?.textContent).toBe('policy_keep_no');
    await press('policy_keep_no');
    expect(keep).toHaveBeenCalledOnce();
    await choose(30);
    await press('policy_keep_yes');
    expect(keep).toHaveBeenLastCalledWith(30);
    await choose(0);
    expect(keep).toHaveBeenLastCalledWith(0);
  });

  it('shows what the company set, whatever it is', () => {
    const { select, text } = place(45, true);
    expect([select?.value, select?.disabled]).toEqual(['45', true]);
    expect(text()).toContain('policy_set');
  });
});
