// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelView } from '../../../components/panel/panel-view';
import type { RouteState } from '../../../components/panel/route-list';
import type { Sheet } from '../../../components/panel/sheet';
import type { Doing, Saving } from '../../../components/panel/sheet-actions';
import { speakEnglish } from '../words/english';
import { caseOf, complete, draftOf, NOW, playbook, sheetOf } from './sample';

const verdict = vi.hoisted(() => ({ now: 'ok' as 'ok' | 'covered' | 'too-soon' | 'untrusted' }));
vi.mock('../../../components/panel/use-seen-long-enough', () => ({ useSeenLongEnough: () => () => verdict.now }));

const actions = {
  onAnswer: vi.fn(),
  onReason: vi.fn(),
  onLeave: vi.fn(),
  onSend: vi.fn(),
  onOverride: vi.fn(),
  onMisfire: vi.fn(),
  onCancel: vi.fn(),
  onHeld: vi.fn(),
  onHide: vi.fn(),
  onOtherSide: vi.fn(),
  onRetry: vi.fn(),
  onReading: vi.fn(),
  onKept: vi.fn(async () => ({ kept: [] })),
  onRoutes: vi.fn(async (_set?: number): Promise<RouteState[]> => ['can', 'cannot', 'set']),
};
const show = (sheet: Sheet, saving: Saving = { is: 'idle' }, doing: Doing = { is: 'nothing' }) =>
  render(<PanelView sheet={sheet} shown={1} home={{ current: '' }} saving={saving} doing={doing} actions={actions} />);
const withDraft = (draft = complete) => sheetOf({ cases: [caseOf('1', 'Checkout fails with 502', { draft })] });
const main = () => screen.getByRole('button', { name: /^Hand over to Engineering/ });

describe('the panel', () => {
  beforeEach(() => {
    speakEnglish();
    verdict.now = 'ok';
    vi.clearAllMocks();
  });
  afterEach(cleanup);

  it('shows markup in a subject as text', () => {
    const subject = '<img src=x onerror=alert(1)> <b>bold</b> enough';
    const { container } = show(sheetOf({ cases: [caseOf('1', subject)] }));
    expect(screen.getAllByText(subject).length).toBeGreaterThan(0);
    expect(container.querySelector('img, b')).toBeNull();
  });

  it('lets each text run in its own direction', () => {
    const { container } = show(sheetOf());
    const field = container.querySelector('#field-ask');
    expect(field?.getAttribute('dir')).toBe('auto');
    expect(screen.getAllByText('Checkout fails with 502')[0]?.tagName).toBe('BDI');
  });

  it('puts focus on the first thing missing', () => {
    show(sheetOf());
    expect(document.activeElement?.closest('#reason')).not.toBeNull();
    cleanup();
    show(withDraft(draftOf('1', { reason: 'defect' })));
    expect(document.activeElement?.id).toBe('field-ask');
  });

  it('shown anew under a field that has the focus, it lets that stay where it is while it is typed into', () => {
    const view = (shown: number, sheet: Sheet) => (
      <PanelView
        sheet={sheet}
        shown={shown}
        home={{ current: '' }}
        saving={{ is: 'idle' }}
        doing={{ is: 'nothing' }}
        actions={actions}
      />
    );
    const asked = withDraft(draftOf('1', { reason: 'defect' }));
    const { rerender } = render(view(1, asked));
    const field = document.activeElement;
    expect(field?.id).toBe('field-ask');
    rerender(view(2, asked));
    rerender(view(2, withDraft()));
    expect(document.activeElement).toBe(field);
    expect(field?.isConnected).toBe(true);
  });

  it('moves focus to what is missing and names the problem when the main button is pressed', async () => {
    show(withDraft(draftOf('1', { reason: 'defect' })));
    main().focus();
    expect(document.querySelector('#field-ask-problem')).toBeNull();
    await userEvent.click(main());
    expect(document.activeElement?.id).toBe('field-ask');
    expect(document.querySelector('#field-ask-problem')?.textContent).toBe('Nothing here yet.');
    expect(document.activeElement?.getAttribute('aria-describedby')).toContain('field-ask-problem');
    expect(main().textContent).toContain('2 missing');
    expect(actions.onSend).not.toHaveBeenCalled();
  });

  it('hands over when nothing is missing, by button and by keys', async () => {
    show(withDraft());
    await userEvent.click(main());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(actions.onSend).toHaveBeenCalledTimes(2);
  });

  it.each(['isComposing', 'keyCode'] as const)('takes a key of a composition (%s) for writing alone', (told) => {
    show(withDraft());
    const taken = told === 'isComposing' ? { isComposing: true } : { keyCode: 229 };
    fireEvent.keyDown(main(), { key: 'Enter', ctrlKey: true, ...taken });
    fireEvent.keyDown(main(), { key: 'Enter', altKey: true, ...taken });
    fireEvent.keyDown(main(), { key: 'Escape', ...taken });
    expect([actions.onSend, actions.onAnswer, actions.onHide].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it('sends nothing while something covers it, and says so', async () => {
    show(withDraft());
    verdict.now = 'covered';
    await userEvent.click(main());
    await userEvent.click(screen.getByRole('button', { name: 'Not a handoff' }));
    expect(actions.onSend).not.toHaveBeenCalled();
    expect(actions.onMisfire).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Something covers this panel');
  });

  it('sends anyway only with a reason, and names what stays missing', async () => {
    show(withDraft(draftOf('1', { reason: 'defect' })));
    await userEvent.click(screen.getByRole('button', { name: 'Send anyway…' }));
    expect(screen.getByText(/^Stays missing/).textContent).toContain('The ask · Customer was told');
    await userEvent.keyboard('too short');
    await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
    expect(actions.onOverride).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('at least 10 characters');
    await userEvent.type(screen.getByLabelText('Why send it now?'), ', but the site is down');
    await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
    expect(actions.onOverride).toHaveBeenCalledWith('too short, but the site is down');
  });

  it('offers what goes along with it: a press where the page has a control, a line to do where not', async () => {
    const routing = [
      { field: 'status' as const, to: 'Escalated' },
      { field: 'tag' as const, to: 'handed-over' },
      { field: 'priority' as const, to: 'High' },
    ];
    show({ ...sheetOf(), playbook: { ...playbook, routing } });
    const part = await screen.findByRole('region', { name: 'panel_routes_title' }).catch(() => null);
    const within = part ?? document.querySelector('.part-routes');
    await vi.waitFor(() =>
      expect([...(within?.querySelectorAll('li') ?? [])].map((li) => li.dataset['state'])).toEqual([
        'can',
        'cannot',
        'set',
      ]),
    );
    actions.onRoutes.mockResolvedValueOnce(['set', 'cannot', 'set']);
    await userEvent.click(screen.getByRole('button', { name: /^Set Status: Escalated/ }));
    expect(actions.onRoutes).toHaveBeenLastCalledWith(0);
    await vi.waitFor(() => expect(within?.querySelectorAll('[data-state="set"]')).toHaveLength(2));
    expect(within?.textContent).toContain('To do on the page');
  });

  it('says what comes after: whose it is, how long they have, what they are asked, and what each stage means here', () => {
    const lifecycle = [
      {
        stage: 'accepted' as const,
        means: 'Somebody works on it.',
        status: 'Open',
        desks: [{ site: 'practice', status: 'In work' }],
      },
      { stage: 'closed' as const, means: 'The customer agrees.' },
    ];
    const entry = [
      { id: 'restated', kind: 'text' as const, label: 'The ask, in your own words', why: 'x', level: 'block' as const },
    ];
    show({ ...sheetOf(), playbook: { ...playbook, lifecycle, entry, acceptWithinMinutes: 240 } });
    const after = screen.getByText('What comes after').closest('details');
    expect(after?.textContent).toContain('It stays yours until Engineering accepts it. They have 4 hours.');
    expect(after?.textContent).toContain('On accepting, Engineering is asked for: The ask, in your own words');
    expect([...(after?.querySelectorAll('dt') ?? [])].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Accepted \((In work|Open)\)$/),
      'Closed',
    ]);
  });

  it('offers no way past where the playbook allows none', () => {
    show({ ...sheetOf(), mayOverride: false });
    expect(screen.queryByText('Send anyway…')).toBeNull();
  });

  it('gives the page back on Escape', async () => {
    show(sheetOf());
    await userEvent.keyboard('{Escape}');
    expect(actions.onHide).toHaveBeenCalledOnce();
  });

  it('confirms all guesses by one press, each with where it was read', async () => {
    show(withDraft(draftOf('1', { reason: 'defect' })));
    await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
    expect(actions.onAnswer).toHaveBeenCalledExactlyOnceWith(
      ['key-1'],
      'told',
      'We will write again tomorrow.',
      '@lastPublicReply',
    );
    expect(screen.getByText(/from Dana’s message of/)).toBeTruthy();
  });

  it('keeps a field where it is while it becomes complete', async () => {
    const view = show(withDraft(draftOf('1', { reason: 'defect' })));
    const field = screen.getByLabelText<HTMLTextAreaElement>('The ask');
    field.focus();
    const draft = draftOf('1', {
      reason: 'defect',
      answers: { ask: { value: 'Find why the gateway answers 502.', by: 'person', at: NOW } },
    });
    view.rerender(
      <PanelView
        sheet={withDraft(draft)}
        shown={1}
        home={{ current: '' }}
        saving={{ is: 'idle' }}
        doing={{ is: 'nothing' }}
        actions={actions}
      />,
    );
    expect(document.activeElement).toBe(field);
    expect(field.closest('.part-missing')).not.toBeNull();
  });

  it('says how typing is saved, and helps when it is not', async () => {
    show(withDraft(), { is: 'failed', code: 'storage-full' });
    expect(screen.getByRole('alert').textContent).toContain('storage is full');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(actions.onRetry).toHaveBeenCalledOnce();
  });

  it('copies the handoff, or shows it selected where the browser will not', async () => {
    show(withDraft());
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy as text' })));
    const area = screen.getByLabelText<HTMLTextAreaElement>(/did not let Baton copy/);
    expect(area.value).toContain('Find why the gateway answers 502.');
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
  });

  it('gives an answer to the cases that lack it, and lists every case', async () => {
    const answered = draftOf('2', { reason: 'defect' });
    show(
      sheetOf({
        cases: [
          caseOf('1', 'Checkout fails', { draft: draftOf('1', { reason: 'defect' }) }),
          caseOf('2', 'Cart is empty', { draft: answered }),
        ],
      }),
    );
    expect(screen.getByText('Cart is empty')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('The ask'), { target: { value: 'x' } });
    expect(actions.onAnswer).toHaveBeenCalledWith(['key-1', 'key-2'], 'ask', 'x');
  });

  it('without a hold copies, and says how to go on', () => {
    show({ ...withDraft(), hold: null });
    expect(screen.queryByRole('button', { name: /Hand over/ })).toBeNull();
    expect(screen.getByText('Press Save on the page as usual: it will go through.')).toBeTruthy();
  });
});
