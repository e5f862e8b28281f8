// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Guide } from '../../../components/practice/guide';
import { PracticeView } from '../../../components/practice/practice-view';
import { TICKET } from '../../../components/practice/ticket';
import { pageOf } from '../../../lib/capture/page';
import { readCase } from '../../../lib/capture/snapshot';
import { readForm } from '../../../lib/gate/form-door';
import { surroundingsOf } from '../../../lib/gate/surroundings';
import { changesIn } from '../../../lib/gate/writes';
import { PRACTICE_ADDRESS } from '../../../lib/model/practice';
import { Site } from '../../../lib/model/site';
import { builtInForce } from '../../../lib/playbooks/all';
import { handoffsIn } from '../../../lib/rules/trigger';
import { insidePractice } from '../../../lib/sites/practice/inside';
import { runtimeSite } from '../../../lib/sites/runtime';
import { layOut } from '../../sites/layout';
import { render } from '../popup/render';

const ADDRESS = `https://baton.example${PRACTICE_ADDRESS}`;
const NOW = Date.parse('2026-11-20T10:00:00Z');
const site = runtimeSite(insidePractice);

function desk(saved = { team: 'Support', owner: 'Mira' }) {
  layOut(window as Window & typeof globalThis);
  const onSave = vi.fn();
  const drawn = render(
    <PracticeView me="Mira" now={NOW} saved={saved} onSave={onSave} onLeave={vi.fn()}>
      <Guide phase="choose" onDashboard={vi.fn()} onLeave={vi.fn()} />
    </PracticeView>,
  );
  const form = drawn.holder.querySelector('form') as HTMLFormElement;
  const choose = (name: string, value: string) => {
    (form.elements.namedItem(name) as HTMLSelectElement).value = value;
  };
  const changes = () => {
    const read = readForm(form, null, site);
    return read ? changesIn(read.attempt, read.matched, surroundingsOf(site, document)) : [];
  };
  return { ...drawn, form, choose, changes, onSave };
}

function reading() {
  const hit = pageOf(site, ADDRESS);
  if (!hit?.ref) throw new Error('the practice page is no case');
  return readCase(site, hit.page, hit.ref, document, ADDRESS, NOW);
}

describe('the practice desk inside of Baton', () => {
  it('is a site like any other', () => {
    expect(Site.safeParse(insidePractice).error).toBeUndefined();
  });

  it('is read whole: every field that the page shows, and who said what', () => {
    desk();
    const { fields, entries, attachments, health } = reading();
    const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    expect(values).toMatchObject({
      subject: TICKET.subject,
      team: 'Support',
      owner: 'Mira',
      status: 'Open',
      priority: 'High',
      severity: TICKET.severity,
      environment: TICKET.environment,
      requester: 'Hanna Brandt',
      requesterMail: 'hanna.brandt@almwerk.example',
    });
    expect(values['steps']?.split('\n')).toEqual([...TICKET.steps]);
    expect(entries.map(({ kind }) => kind)).toEqual(['customer', 'internal', 'public']);
    expect(attachments).toEqual([...TICKET.files]);
    expect(health).toMatchObject({ light: 'green', missing: [] });
  });

  it('shows what was saved, whatever is chosen since', () => {
    const { choose } = desk();
    choose('team', 'Engineering');
    expect(reading().fields.find(({ field }) => field === 'team')?.value).toBe('Support');
  });

  it('hands over to Engineering by a playbook that holds from the start, and to Billing by none', () => {
    const { choose, changes } = desk();
    const playbooks = builtInForce();
    expect(changes()).toEqual([]);
    choose('team', 'Engineering');
    const moved = changes();
    expect(moved).toMatchObject([
      { changes: [{ field: 'team', from: { label: 'Support' }, to: { label: 'Engineering' } }] },
    ]);
    expect(handoffsIn(moved, playbooks, [], () => undefined)).toHaveLength(1);
    choose('team', 'Billing');
    expect(handoffsIn(changes(), playbooks, [], () => undefined)).toEqual([]);
  });

  it('saves by the page itself: nothing is posted', () => {
    const { form, onSave } = desk();
    const submit = new Event('submit', { bubbles: true, cancelable: true });
    act(() => void form.dispatchEvent(submit));
    expect(submit.defaultPrevented).toBe(true);
    expect(onSave).toHaveBeenCalledExactlyOnceWith(form);
  });
});

describe('the lines that lead', () => {
  it('end with where to find things, and the focus there', () => {
    const leads = (phase: 'held' | 'done') => <Guide phase={phase} onDashboard={vi.fn()} onLeave={vi.fn()} />;
    const { text, find, again, holder } = render(leads('held'));
    expect(find('welcome_dashboard')).toBeUndefined();
    again(leads('done'));
    expect(text()).toContain('welcome_practice_done');
    expect(find('welcome_dashboard')).toBeDefined();
    expect(holder.contains(document.activeElement)).toBe(true);
  });
});
