// @vitest-environment jsdom
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DesksStep } from '../../../components/welcome/desks-step';
import { HandoffsStep } from '../../../components/welcome/handoffs-step';
import { shortTrigger } from '../../../components/welcome/short-trigger';
import { STEPS, stepFrom, stepOf } from '../../../components/welcome/steps';
import { WelcomeView } from '../../../components/welcome/welcome-view';
import { settingsOf, whoOf } from '../../../components/welcome/who';
import { WhoStep } from '../../../components/welcome/who-step';
import { deskAddress, siteAt } from '../../../entrypoints/welcome/desk-address';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { withUse } from '../../../lib/settings/modes';
import { sites } from '../../../lib/sites/all';
import { render, type } from '../popup/render';

describe('the steps', () => {
  it('follow each other, from the first, which every other address means too', () => {
    expect(STEPS.map((step) => stepOf(`#${step}`))).toEqual([...STEPS]);
    expect(['', '#', '#elsewhere', '#__proto__'].map(stepOf)).toEqual(['desks', 'desks', 'desks', 'desks']);
    expect([stepFrom('desks', -1), stepFrom('desks', 1), stepFrom('handoffs', -1), stepFrom('handoffs', 1)]).toEqual([
      undefined,
      'who',
      'who',
      undefined,
    ]);
  });

  const view = (more: Partial<ComponentProps<typeof WelcomeView>> = {}) => {
    const does = { onStep: vi.fn(), onPractise: vi.fn(), onLeave: vi.fn(), onShortcut: vi.fn() };
    const element = (step: (typeof STEPS)[number]) => (
      <WelcomeView step={step} {...does} {...more}>
        <input />
      </WelcomeView>
    );
    return { ...does, ...render(element('desks')), go: element };
  };

  it('can each be passed by, gone back from, and all of it left', async () => {
    const { press, find, onStep, onLeave, again, go } = view();
    expect(find('welcome_back')).toBeUndefined();
    await press('welcome_skip');
    expect(onStep).toHaveBeenLastCalledWith('who');
    again(go('who'));
    await press('welcome_back');
    expect(onStep).toHaveBeenLastCalledWith('desks');
    for (const step of STEPS) {
      again(go(step));
      await press('welcome_leave');
    }
    expect(onLeave).toHaveBeenCalledTimes(3);
  });

  it('move the focus to what is new, and end with the practice desk or without', async () => {
    const { press, again, go, onPractise, onLeave, holder } = view();
    expect(holder.contains(document.activeElement)).toBe(false);
    again(go('handoffs'));
    expect(document.activeElement?.textContent).toBe('welcome_handoffs');
    expect(holder.querySelector('[aria-current=step]')?.textContent).toBe('welcome_handoffs');
    await press('welcome_practise');
    expect(onPractise).toHaveBeenCalledOnce();
    await press('welcome_finish');
    expect(onLeave).toHaveBeenCalledOnce();
  });
});

describe('the desks', () => {
  const DESKS = [
    { id: 'clickup', name: 'ClickUp', hosts: ['app.clickup.com'], first: true },
    { id: 'redmine', name: 'Redmine', hosts: [], first: true },
    { id: 'intercom', name: 'Intercom', hosts: ['app.intercom.com', 'app.eu.intercom.com'], first: true },
    { id: 'zammad', name: 'Zammad', hosts: [], first: false },
  ];
  const view = (more: Partial<ComponentProps<typeof DesksStep>> = {}) => {
    const onAllow = vi.fn();
    const props = { desks: DESKS, allowed: [], asked: { is: 'idle' as const }, onAllow, onChoose: vi.fn() };
    const drawn = render(<DesksStep {...props} {...more} />);
    const shown = () => [...drawn.holder.querySelectorAll('.desks label')].map(({ textContent }) => textContent);
    const choose = async (name: string) => {
      const label = [...drawn.holder.querySelectorAll<HTMLElement>('.desks label')];
      await drawn.act(() => label.find(({ textContent }) => textContent === name)?.click());
    };
    const submit = () =>
      drawn.act(() =>
        drawn.holder.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
      );
    return { ...drawn, onAllow, shown, choose, submit };
  };

  it('of the company come first, and are asked for with one press where their address tells what they are', async () => {
    const company = [
      { origin: 'https://acme.zendesk.com', known: true },
      { origin: 'https://rt.acme.example', known: false },
    ];
    const { press, find, onAllow, text } = view({ company });
    expect(text()).toContain('https://rt.acme.example policy_desk_waits');
    expect(find('welcome_allow https://rt.acme.example')).toBeUndefined();
    await press('welcome_allow https://acme.zendesk.com');
    expect(onAllow).toHaveBeenCalledExactlyOnceWith(null, 'https://acme.zendesk.com');
    expect(view({ asked: { is: 'barred', host: 'other.example' } }).text()).toContain('policy_barred other.example');
  });

  it('show the best known, and the rest to whoever looks for them', async () => {
    const { shown, holder } = view();
    expect(shown()).toEqual(['ClickUp', 'Redmine', 'Intercom', 'welcome_desks_other']);
    await type(holder.querySelector('[type=search]'), ' ZAM ');
    expect(shown()).toEqual(['Zammad', 'welcome_desks_other']);
  });

  it('ask for the one host of a desk that has one, for the chosen of several, else for what is written', async () => {
    const { choose, submit, onAllow, text, holder } = view();
    expect(holder.querySelector('form')).toBeNull();
    await choose('ClickUp');
    expect(text()).toContain('welcome_access_host app.clickup.com');
    await submit();
    expect(onAllow).toHaveBeenLastCalledWith('clickup', 'app.clickup.com');
    await choose('Intercom');
    await type(holder.querySelector('form select'), 'app.eu.intercom.com');
    await submit();
    expect(onAllow).toHaveBeenLastCalledWith('intercom', 'app.eu.intercom.com');
    await choose('welcome_desks_other');
    expect(text()).toContain('welcome_access_other');
    await type(holder.querySelector('form input'), 'https://own.example');
    await submit();
    expect(onAllow).toHaveBeenLastCalledWith(null, 'https://own.example');
  });

  it('say what was granted, and what was not', () => {
    const { text } = view({
      allowed: [{ origin: 'https://app.clickup.com', name: 'ClickUp' }],
      asked: { is: 'on', host: 'app.clickup.com' },
    });
    expect(text()).toContain('ClickUp app.clickup.com');
    expect(text()).toContain('welcome_allowed_now app.clickup.com');
    expect(view({ asked: { is: 'refused', host: 'x.example' } }).text()).toContain('welcome_refused x.example');
  });
});

describe('a desk’s address', () => {
  it.each([
    ['https://desk.example/tickets/7?x=1', [], 'https://desk.example'],
    [' Desk.Example:8443/a ', [], 'https://desk.example:8443'],
    ['http://rt/', [], 'http://rt'],
    ['localhost:3000', [], 'https://localhost:3000'],
    ['acme', ['*.zendesk.com'], 'https://acme.zendesk.com'],
    ['acme.zendesk.com/agent', ['*.zendesk.com'], 'https://acme.zendesk.com'],
    ['app.eu.intercom.com', ['app.intercom.com', 'app.eu.intercom.com'], 'https://app.eu.intercom.com'],
  ])('%s', (written, hosts, origin) => {
    expect(deskAddress(written, hosts)).toEqual({ ok: true, origin });
  });

  it.each([
    '',
    'my desk',
    'desk',
    'ftp://desk.example',
    'javascript:alert(1)',
    'https://me:secret@desk.example',
    '://',
  ])('%j is none', (written) => {
    expect(deskAddress(written)).toEqual({ ok: false, why: 'no-address' });
  });

  it.each(['zendesk.com.evil.example', 'evilzendesk.com', 'a.b.zendesk.com'])('%s is none of Zendesk', (written) => {
    expect(deskAddress(written, ['*.zendesk.com'])).toEqual({ ok: false, why: 'not-there' });
  });

  it('is of the desk that its host belongs to, else of one that nobody described', () => {
    expect(siteAt('https://acme.zendesk.com', sites)?.id).toBe('zendesk');
    expect(siteAt('https://own.example', sites)?.id).toBe('generic');
  });
});

describe('who it is', () => {
  const ROSTER = [
    { team: 'Support', people: ['mira'] },
    { team: 'Engineering', people: ['jonas', 'ada'] },
  ];
  const SETTINGS = { identity: { name: 'mira', team: 'Support' }, roster: ROSTER };

  it('is read from the settings and written back as it was', () => {
    const { who, roster } = whoOf(SETTINGS);
    expect(who).toEqual({ name: 'mira', team: 'Support', other: 'Engineering', people: 'jonas\nada' });
    expect(settingsOf(who, roster)).toEqual(SETTINGS);
  });

  it('loses nobody while a name is typed that passes by another team’s', () => {
    const roster = [{ team: 'Eng', people: ['ada'] }];
    const typed = ['E', 'En', 'Eng', 'Engi'].map((other) =>
      settingsOf({ name: '', team: '', other, people: 'jo' }, roster),
    );
    expect(typed.map(({ roster: all }) => all)).toEqual([
      [...roster, { team: 'E', people: ['jo'] }],
      [...roster, { team: 'En', people: ['jo'] }],
      [{ team: 'Eng', people: ['ada', 'jo'] }],
      [...roster, { team: 'Engi', people: ['jo'] }],
    ]);
  });

  it('names no team without a name', () => {
    expect(settingsOf({ name: ' me ', team: '', other: ' ', people: 'jo' }, [])).toEqual({
      identity: { name: 'me', team: '' },
      roster: [],
    });
  });
});

describe('what the company set', () => {
  it('is shown and cannot be changed: who one is, and which handoffs', async () => {
    const who = { name: 'me', team: 'Support', other: 'Engineering', people: 'jo' };
    const locked = { name: false, team: true, roster: true };
    const { holder, text } = render(<WhoStep who={who} locked={locked} saving="idle" onChange={vi.fn()} />);
    const fields = [...holder.querySelectorAll<HTMLInputElement>('input, textarea')];
    expect(fields.map(({ readOnly }) => readOnly)).toEqual([false, true, true, true]);
    expect(text()).toContain('policy_set');

    const onUse = vi.fn();
    const offered = builtInPlaybooks.map((playbook, n) => ({ playbook, used: true, locked: n === 0 }));
    const steps = render(<HandoffsStep offered={offered} onUse={onUse} />);
    for (const one of steps.holder.querySelectorAll<HTMLElement>('[role=switch]')) await steps.act(() => one.click());
    expect(onUse.mock.calls.map(([id]) => id)).toEqual(builtInPlaybooks.slice(1).map(({ id }) => id));
  });
});

describe('which handoffs', () => {
  it('says of each why it has criteria and what it fires on, and hands on each switch', async () => {
    const onUse = vi.fn();
    const offered = builtInPlaybooks.map((playbook, n) => ({ playbook, used: n === 0 }));
    const { holder, text, act } = render(<HandoffsStep offered={offered} onUse={onUse} />);
    for (const { playbook } of offered) expect(text()).toContain(playbook.because);
    const switches = [...holder.querySelectorAll<HTMLInputElement>('[role=switch]')];
    expect(switches.map(({ checked }) => checked)).toEqual(offered.map(({ used }) => used));
    await act(() => switches[0]?.click());
    await act(() => switches[1]?.click());
    expect(onUse.mock.calls).toEqual([
      [offered[0]?.playbook.id, false],
      [offered[1]?.playbook.id, true],
    ]);
  });

  it('says of a long trigger its first change and its first names, and that there are more', () => {
    const team = (to: string[]) => ({ field: 'team' as const, to });
    const of = (...any: ReturnType<typeof team>[]) => shortTrigger({ kinds: ['ticket'], any });
    expect(of(team(['a', 'b', 'c']))).toEqual({
      trigger: { kinds: ['ticket'], any: [team(['a', 'b', 'c'])] },
      more: false,
    });
    expect(of(team(['a', 'b', 'c', 'd']))).toMatchObject({ trigger: { any: [team(['a', 'b', 'c'])] }, more: true });
    expect(of(team(['a']), team(['b']))).toMatchObject({ trigger: { any: [team(['a'])] }, more: true });
  });

  it('is the mode of each: armed or off from now on, and one that only counts goes on counting', () => {
    const counting = { playbook: 'b', mode: 'shadow' as const, since: 1, handoffs: 20 };
    expect(withUse([counting], { id: 'a', mode: 'off' }, true, 9)).toEqual([
      counting,
      { playbook: 'a', mode: 'armed', since: 9 },
    ]);
    expect(withUse([counting], { id: 'b', mode: 'shadow' }, true, 9)).toEqual([counting]);
    expect(withUse([counting], { id: 'b', mode: 'shadow' }, false, 9)).toEqual([
      { playbook: 'b', mode: 'off', since: 9 },
    ]);
    expect(withUse([], { id: 'a', mode: 'armed' }, true, 9)).toEqual([]);
  });
});
