// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChoiceField } from '../../../components/panel/fields/choice-field';
import type { FieldProps } from '../../../components/panel/fields/control';
import { RowsField } from '../../../components/panel/fields/rows-field';
import type { AnswerValue } from '../../../lib/model/handoff';
import { speakEnglish } from '../words/english';

let value: AnswerValue | undefined;
beforeEach(() => {
  speakEnglish();
  value = undefined;
});
afterEach(cleanup);

/** A field that keeps what is written into it. */
function Kept({ draw }: { draw(props: FieldProps): React.ReactNode }) {
  const [kept, keep] = useState<AnswerValue | undefined>(undefined);
  value = kept;
  const about = { describedBy: undefined, labelledBy: 'label', invalid: false, required: true };
  return draw({ id: 'field', value: kept, onChange: keep, ...about });
}
const show = (draw: (props: FieldProps) => React.ReactNode) => render(<Kept draw={draw} />);

describe('a rows field', () => {
  const rows = () => screen.getAllByRole('textbox');
  beforeEach(() => {
    show((props) => <RowsField {...props} columns={[{ id: 'step', label: 'Step' }]} minRows={1} />);
  });

  it('goes on in a new row on Enter', () => {
    fireEvent.keyDown(rows()[0] as Element, { key: 'Enter' });
    expect([rows().length, document.activeElement]).toEqual([2, rows()[1]]);
  });

  it.each([
    ['in the composition', { isComposing: true, keyCode: 229 }],
    ['right after it', { isComposing: false, keyCode: 229 }],
  ])('keeps a text whole and its row alone when Enter ends a composition: %s', (_, how) => {
    const [row] = rows() as [HTMLElement];
    row.focus();
    fireEvent.compositionStart(row);
    fireEvent.change(row, { target: { value: 'ログインできません' } });
    fireEvent.compositionEnd(row);
    const written = fireEvent.keyDown(row, { key: 'Enter', ...how });
    expect([rows().length, document.activeElement, value]).toEqual([1, row, [['ログインできません']]]);
    // The input method itself needs the key.
    expect(written).toBe(true);
  });

  it('keeps a blank row whose Backspace belongs to a composition', () => {
    fireEvent.keyDown(rows()[0] as Element, { key: 'Enter' });
    fireEvent.keyDown(rows()[1] as Element, { key: 'Backspace', keyCode: 229 });
    expect(rows()).toHaveLength(2);
  });
});

describe('a choice', () => {
  const options = ['One', 'Two', 'Three'].map((label) => ({ id: label.toLowerCase(), label }));
  beforeEach(() => {
    show((props) => <ChoiceField {...props} options={options} />);
  });

  it.each<[string, KeyboardEventInit, string | undefined]>([
    ['its digit', { key: '2', code: 'Digit2' }, 'two'],
    ['the digits beside the letters', { key: '2', code: 'Numpad2' }, 'two'],
    ['a French keyboard, where digits take Shift', { key: 'é', code: 'Digit2' }, 'two'],
    ['an Arabic keyboard', { key: '٢', code: 'Digit2' }, 'two'],
    ['no arrow key of the digits beside the letters', { key: 'ArrowDown', code: 'Numpad2' }, undefined],
    ['no digit that is a command', { key: '2', code: 'Digit2', ctrlKey: true }, undefined],
    ['no digit without an option', { key: '4', code: 'Digit4' }, undefined],
  ])('is made by %s', (_, key, chosen) => {
    fireEvent.keyDown(screen.getAllByRole('radio')[0] as Element, key);
    expect(value).toBe(chosen);
  });
});
