import { type KeyboardEvent, useRef, useState } from 'react';
import type { CriterionKind } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { KIND_NAMES, KINDS } from './words';

/** The kinds, one line each; arrow keys go through them, Escape closes. */
export function AddCriterion({ first, onAdd }: { first: boolean; onAdd(kind: CriterionKind): void }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div className="edit-adding">
      <Button ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(first ? 'editor_criterion_first' : 'editor_criterion_add')}
      </Button>
      {open && (
        <ul ref={list} className="edit-kinds" onKeyDown={onKey}>
          {KIND_NAMES.map((kind, n) => (
            <li key={kind}>
              <button
                type="button"
                className="edit-kind"
                ref={n === 0 ? focused : undefined}
                onClick={() => {
                  setOpen(false);
                  onAdd(kind);
                }}
              >
                <strong>{say(KINDS[kind][0])}</strong>
                <span>{say(KINDS[kind][1])}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Keys go on from there. */
const focused = (button: HTMLButtonElement | null) => button?.focus();
