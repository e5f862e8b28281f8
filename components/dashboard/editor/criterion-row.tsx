import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useContext, useId } from 'react';
import type { Criterion, Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { CloseIcon } from '../../ui/icons';
import { CriterionForm } from './criterion-form';
import { GripIcon } from './grip-icon';
import { problemsIn } from './problems';
import { editId, Said, SayingContext } from './said';
import { KINDS, LEVELS } from './words';

type Props = {
  playbook: Playbook;
  criterion: Criterion;
  open: boolean;
  fresh: boolean;
  onOpen(open: boolean): void;
  onChange(criterion: Criterion): void;
  onRemove(): void;
};

/** One criterion: closed a line that can be moved, open its form. */
export function CriterionRow({ playbook, criterion, open, fresh, onOpen, onChange, onRemove }: Props) {
  const { id, kind, level, label } = criterion;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    attributes: { roleDescription: say('editor_sortable') },
  });
  const { problems } = useContext(SayingContext);
  const at = `criterion:${id}`;
  const inside = problemsIn(problems, at);
  const name = label || say('editor_unnamed');
  const form = useId();
  return (
    <li
      ref={setNodeRef}
      className={['edit-criterion', isDragging && 'edit-dragged', open && 'edit-open'].filter(Boolean).join(' ')}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <div className="edit-row">
        <button
          {...attributes}
          {...listeners}
          ref={setActivatorNodeRef}
          type="button"
          className="edit-grip"
          aria-label={say('editor_move', name)}
        >
          <GripIcon />
        </button>
        <button
          type="button"
          id={editId(at)}
          className="edit-name"
          aria-expanded={open}
          aria-controls={open ? form : undefined}
          onClick={() => onOpen(!open)}
        >
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <span className="edit-facts">
            {say(KINDS[kind][0])} · {say(LEVELS[level][0])}
            {criterion.when && ` · ${say('editor_sometimes')}`}
          </span>
          {!open && inside.length > 0 && (
            <span className={inside.some(({ error }) => error) ? 'edit-mark edit-mark-error' : 'edit-mark'}>
              {say(inside.some(({ error }) => error) ? 'editor_mark_error' : 'editor_mark_advice')}
            </span>
          )}
        </button>
        <Button
          look="icon"
          aria-label={say('editor_remove_named', name)}
          title={say('editor_remove')}
          onClick={onRemove}
        >
          <CloseIcon />
        </Button>
      </div>
      {open && (
        <div id={form} className="edit-form">
          <CriterionForm playbook={playbook} criterion={criterion} fresh={fresh} onChange={onChange} />
        </div>
      )}
      {open && <Said at={at} />}
    </li>
  );
}
