// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelView } from '../../../components/panel/panel-view';
import type { SheetActions } from '../../../components/panel/sheet-actions';
import { speakEnglish } from '../words/english';
import { caseOf, complete, NOW, sheetOf } from './sample';

const actions = { onSend: vi.fn(), onHide: vi.fn(), onLeave: vi.fn() };
const panel = { shown: 1, home: { current: '' }, saving: { is: 'idle' }, doing: { is: 'nothing' } } as const;
beforeEach(() => {
  speakEnglish();
  vi.clearAllMocks();
});
afterEach(cleanup);

describe('where another tab sent the case', () => {
  const sent = {
    state: 'sent' as const,
    to: 'Engineering',
    by: 'Maya',
    at: NOW,
    title: 'One',
    others: 0,
    kept: false,
  };
  const elsewhere = (part: Partial<typeof sent> = {}) => {
    const cases = [caseOf('1', 'Checkout fails with 502', { draft: complete })];
    const sheet = sheetOf({ cases, hold: null, elsewhere: { ...sent, ...part } });
    return render(<PanelView {...panel} sheet={sheet} actions={actions as unknown as SheetActions} />);
  };

  it('says who sent it, to whom and when, and takes the focus; nothing is left to send or to fill in', async () => {
    elsewhere();
    expect(screen.getByText(/^Handed to Engineering by Maya at 2:02.PM, in another tab\.$/)).toBeTruthy();
    expect(document.activeElement?.id).toBe('elsewhere');
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    expect(screen.queryByRole('button', { name: /Hand over|Not a handoff|Send anyway|Copy/ })).toBeNull();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(actions.onSend).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(actions.onHide).toHaveBeenCalledOnce();
  });

  it('names the case where several were held together, and says that the others did not go', () => {
    elsewhere({ others: 2 });
    expect(screen.getByText(/“One”.*other 2 cases.*not handed over/)).toBeTruthy();
  });

  it('says that what was typed after that is kept, and helps to carry it away', () => {
    elsewhere({ kept: true });
    expect(screen.getByText(/kept as a draft/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy what I typed' })).toBeTruthy();
  });
});
