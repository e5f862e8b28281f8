import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { composes } from '../../ui/composes';
import { asRows, type FieldProps } from './control';
import { addRow, dropRow, isBlank, padRows, pasteRows, type Rows, setCell, trimRows } from './row-edits';

type Props = FieldProps & { columns: readonly { id: string; label: string }[]; minRows: number };

/** A short list: Enter adds a row, Backspace in a blank one takes it away, pasted lines become rows. */
export function RowsField({ id, value, columns, minRows, onChange, describedBy, labelledBy }: Props) {
  const group = useRef<HTMLDivElement>(null);
  /** Blank rows that the person added at the end: room to type, kept on screen only. */
  const room = useRef(minRows);
  const goTo = useRef<{ row: number; column: number } | null>(null);
  const rows = padRows(asRows(value), columns.length, room.current);

  useEffect(() => {
    const to = goTo.current;
    if (!to) return;
    goTo.current = null;
    const inputs = group.current?.querySelectorAll('input');
    inputs?.[to.row * columns.length + to.column]?.focus();
  });

  const put = (next: Rows, to?: { row: number; column: number }) => {
    room.current = Math.max(minRows, next.length);
    goTo.current = to ?? null;
    onChange(trimRows(next));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, row: number) => {
    if (composes(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      put(addRow(rows, row), { row: row + 1, column: 0 });
    } else if (event.key === 'Backspace' && isBlank(rows[row]) && rows.length > 1) {
      event.preventDefault();
      put(dropRow(rows, row), { row: Math.max(0, row - 1), column: row > 0 ? columns.length - 1 : 0 });
    }
  };
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const next = pasteRows(rows, row, column, event.clipboardData.getData('text/plain'));
    if (!next) return;
    event.preventDefault();
    put(next, { row: row + next.length - rows.length, column });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend inside; the label stands above
    <div
      ref={group}
      id={id}
      className="rows"
      role="group"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      style={{ '--columns': columns.length } as React.CSSProperties}
    >
      {columns.length > 1 && (
        <div className="rows-head" aria-hidden="true">
          {columns.map((column) => (
            <span key={column.id}>{column.label}</span>
          ))}
        </div>
      )}
      {rows.map((row, r) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={r} className="row">
          {columns.map((column, c) => (
            <input
              key={column.id}
              className="input"
              type="text"
              dir="auto"
              autoComplete="off"
              maxLength={4000}
              aria-label={say('panel_row_cell', column.label, String(r + 1))}
              value={row[c] ?? ''}
              onChange={(event) => put(setCell(rows, r, c, event.currentTarget.value))}
              onKeyDown={(event) => onKey(event, r)}
              onPaste={(event) => onPaste(event, r, c)}
            />
          ))}
        </div>
      ))}
      <Button look="quiet" onClick={() => put(addRow(rows, rows.length - 1), { row: rows.length, column: 0 })}>
        {say('panel_add_row')}
      </Button>
    </div>
  );
}
