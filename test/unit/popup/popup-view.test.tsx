// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { PageState } from '../../../components/popup/page-state';
import { type DayState, PopupView } from '../../../components/popup/popup-view';
import { today } from '../../../lib/audit/today';
import type { Handoff } from '../../../lib/model/handoff';
import { handoff, held, override, record } from '../audit/lines';
import { render } from './render';

const NOW = new Date(2026, 10, 20, 12).getTime();
const nothing: DayState = {
  is: 'read',
  day: { handoffs: [], handoffCount: 0, unconfirmed: [], today: today([], NOW), lineCount: 0, drafts: [] },
};

function popup(page: PageState, state: DayState = nothing) {
  const props = {
    onTeach: vi.fn(),
    onUse: vi.fn(),
    onReading: vi.fn(),
    onDashboard: vi.fn(),
    onLeave: vi.fn(),
    onShortcut: vi.fn(),
    opener: { canOpen: (url: string) => url.startsWith('https://rt.example/'), open: vi.fn() },
  };
  return { ...props, ...render(<PopupView page={page} state={state} now={NOW} {...props} />) };
}

const day = (handoffs: Handoff[], lines = record()): DayState => ({
  is: 'read',
  day: {
    handoffs,
    handoffCount: handoffs.length,
    unconfirmed: [],
    today: today(lines, NOW),
    lineCount: lines.length,
    drafts: [],
  },
});

describe('the popup about the page', () => {
  it('offers one button for a page that it knows, and says which host', async () => {
    const { press, text, onUse } = popup({ is: 'known', host: 'rt.example', desk: 'Request Tracker' });
    expect(text()).toContain('popup_use_what rt.example');
    await press('popup_use');
    expect(onUse).toHaveBeenCalledOnce();
  });

  it('offers to read a page of a desk that it does not know, and says what that is worth', async () => {
    const { press, text, onUse } = popup({ is: 'known', host: 'news.example', desk: null });
    for (const words of ['popup_page_generic', 'popup_generic_what', 'popup_use_what news.example'])
      expect(text()).toContain(words);
    await press('popup_use_generic');
    expect(onUse).toHaveBeenCalledOnce();
  });

  it.each([
    [{ is: 'on', host: 'a.example', desk: null, health: null }, 'popup_page_on_generica.examplepopup_generic_holds'],
    [{ is: 'unknown', host: 'news.example' }, 'popup_page_unknown news.example'],
    [{ is: 'none' }, 'popup_page_none'],
    [{ is: 'refused', host: 'a.example', desk: 'A' }, 'popup_use_refused'],
    [{ is: 'on', host: 'a.example', desk: 'A', health: { light: 'amber', missing: [] } }, 'popup_health_amber'],
    [{ is: 'on', host: 'a.example', desk: 'A', health: null }, 'popup_health_none'],
    [
      { is: 'on', host: 'a.example', desk: 'A', health: { light: 'amber', missing: ['team', 'Impact'] } },
      'health_missing team · Impact',
    ],
    [
      { is: 'on', host: 'a.example', desk: 'A', health: { light: 'amber', missing: [], ambiguous: ['owner'] } },
      'health_ambiguous ownerhealth_lets',
    ],
    [
      { is: 'on', host: 'a.example', desk: 'A', health: { light: 'red', missing: [], writes: ['details'] } },
      'health_writeshealth_lets',
    ],
    [
      { is: 'on', host: 'a.example', desk: 'A', health: null, mark: { code: 'refused', why: 'no-answer' } },
      'popup_mark_why icon_unjudged audit_why_no_answer',
    ],
  ] as [PageState, string][])('says plainly what is so: %o', (page, words) => {
    expect(popup(page).text()).toContain(words);
  });

  it('leads to how the page is read, where one is', async () => {
    const health = { light: 'green' as const, missing: [] };
    const { press, onReading } = popup({ is: 'on', host: 'a.example', desk: 'A', health });
    await press('reading_title');
    expect(onReading).toHaveBeenCalledOnce();
    expect(popup({ is: 'on', host: 'a.example', desk: 'A', health: null }).find('reading_title')).toBeUndefined();
  });

  it('has no button for a page that lets nobody look', () => {
    expect(popup({ is: 'unknown', host: 'news.example' }).find('popup_use')).toBeUndefined();
  });
});

describe('the glance', () => {
  it('has words for a day on which nothing happened', () => {
    const { text } = popup({ is: 'none' });
    for (const words of ['popup_saw', 'popup_handoffs_none', 'popup_held_none', 'popup_drafts_none'])
      expect(text()).toContain(words);
  });

  it('is not there while the store is in trouble: what is wrong is, and read out at once', () => {
    const { text, holder } = popup({ is: 'none' }, { is: 'trouble', code: 'storage-full' });
    expect(text()).not.toContain('popup_saw');
    expect(holder.querySelector('[role=alert]')).not.toBeNull();
  });

  it('opens a case on an allowed desk, and shows any other as words alone', async () => {
    const { press, find, opener, text } = popup(
      { is: 'none' },
      day([
        handoff('1', { title: 'Known', url: 'https://rt.example/1' }),
        handoff('2', { title: 'Odd', url: 'javascript:alert(1)' }),
      ]),
    );
    await press('Known');
    expect(opener.open).toHaveBeenCalledExactlyOnceWith('https://rt.example/1');
    expect(text()).toContain('Odd');
    expect(find('Odd')).toBeUndefined();
  });

  it('shows what a desk wrote as text, never as markup', () => {
    const { holder, text } = popup({ is: 'none' }, day([handoff('1', { title: '<img src=x onerror=alert(1)>' })]));
    expect(holder.querySelector('img')).toBeNull();
    expect(text()).toContain('<img src=x');
  });

  it('says what a handoff went without and why, what was held and for what, and how that ended', () => {
    const { text } = popup(
      { is: 'none' },
      day([handoff('1', {})], record([NOW, held('a')], [NOW, override('1', 'a')])),
    );
    expect(text()).toContain('popup_went_without The steps');
    expect(text()).toContain('Customer is down');
    expect(text()).toContain('popup_held_for The steps');
    expect(text()).toContain('audit_end_override');
  });

  it('shows what is not confirmed, today and from earlier days, with what to do about it', () => {
    const state = day([handoff('1', { state: 'unconfirmed' })]);
    const { text } = popup(
      { is: 'none' },
      state.is === 'read'
        ? { ...state, day: { ...state.day, unconfirmed: [handoff('2', { state: 'unconfirmed', title: 'Older' })] } }
        : state,
    );
    expect(text().split('popup_not_confirmed')).toHaveLength(3);
    expect(text()).toContain('popup_open_before');
    expect(text()).toContain('Older');
  });

  it('shows what came without a handoff, what was stopped, and old records as they were written', () => {
    const { text } = popup(
      { is: 'none' },
      day(
        [],
        record(
          [NOW, { kind: 'ungated', why: 'arrival', found: 'arrival', from: 'A', to: 'B', seenAt: NOW, seenBy: 'ann' }],
          [NOW, { kind: 'ungated', why: 'unread: too large', found: 'gate', refused: true }],
          [NOW, { kind: 'ungated', why: 'a sentence of the first version' }],
        ),
      ),
    );
    for (const words of [
      'popup_arrived',
      'popup_last_seen_by',
      'popup_refused',
      'audit_why_large',
      'a sentence of the',
    ])
      expect(text()).toContain(words);
    for (const sum of ['popup_sum_arrived', 'popup_sum_refused', 'popup_sum_ungated']) expect(text()).toContain(sum);
  });

  it('draws the first rows of a long list, and the rest when it is unfolded', async () => {
    const { holder } = popup({ is: 'none' }, day(Array.from({ length: 9 }, (_, n) => handoff(`${n}`, {}))));
    expect(holder.querySelectorAll('.part .row')).toHaveLength(3);
    const more = holder.querySelector<HTMLDetailsElement>('.part details');
    await act(async () => {
      if (more) more.open = true;
      more?.dispatchEvent(new Event('toggle'));
    });
    expect(holder.querySelectorAll('.part .row')).toHaveLength(9);
  });
});
