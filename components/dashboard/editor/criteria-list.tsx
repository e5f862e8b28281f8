import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useState } from 'react';
import type { Criterion, CriterionKind, Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { AddCriterion } from './add-criterion';
import { spoken } from './announcements';
import { CriterionRow } from './criterion-row';
import { addCriterion, changeCriterion, moveCriterion, putBack, removeCriterion, type Side } from './edit';
import { editId, Part } from './said';

type Props = {
  playbook: Playbook;
  side: Side;
  title: string;
  why: string;
  onEdit(playbook: Playbook): void;
};

/** A row moves up and down alone. */
const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** What is asked for, in the order in which it is asked. */
export function CriteriaList({ playbook, side, title, why, onEdit }: Props) {
  const list = playbook[side];
  /** The one that is open, and whether it was just added: then its label has the focus. */
  const [open, setOpen] = useState<{ id: string; fresh: boolean } | null>(null);
  /** What was taken out last, and from which place. */
  const [removed, setRemoved] = useState<{ criterion: Criterion; at: number } | null>(null);
  const sensors = useSensors(
    // A press that does not move is a press.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const add = (kind: CriterionKind) => {
    const added = addCriterion(playbook, side, kind);
    onEdit(added.playbook);
    setOpen({ id: added.id, fresh: true });
  };
  const remove = (criterion: Criterion) => {
    const at = list.indexOf(criterion);
    // Its button goes away with it: keys go on from its neighbour, or from the part.
    const next = list[at + 1] ?? list[at - 1];
    document.getElementById(editId(next ? `criterion:${next.id}` : side))?.focus();
    onEdit(removeCriterion(playbook, side, criterion.id));
    setRemoved({ criterion, at });
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) onEdit(moveCriterion(playbook, side, String(active.id), String(over.id)));
  };
  return (
    <Part title={title} why={why} at={side}>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        modifiers={[upAndDown]}
        accessibility={{
          announcements: spoken(list),
          screenReaderInstructions: { draggable: say('editor_move_how') },
        }}
        onDragStart={() => setOpen(null)}
        onDragEnd={onDragEnd}
      >
        <SortableContext items={list.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="edit-criteria">
            {list.map((criterion) => (
              <CriterionRow
                key={criterion.id}
                playbook={playbook}
                criterion={criterion}
                open={open?.id === criterion.id}
                fresh={open?.id === criterion.id && open.fresh}
                onOpen={(opens) => setOpen(opens ? { id: criterion.id, fresh: false } : null)}
                onChange={(changed) => onEdit(changeCriterion(playbook, side, changed))}
                onRemove={() => remove(criterion)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p className="edit-removed" role="status">
        {removed && (
          <>
            {say('editor_removed', removed.criterion.label || say('editor_unnamed'))}{' '}
            <Button
              look="quiet"
              onClick={() => {
                onEdit(putBack(playbook, side, removed.criterion, removed.at));
                setOpen({ id: removed.criterion.id, fresh: true });
                setRemoved(null);
              }}
            >
              {say('editor_put_back')}
            </Button>
          </>
        )}
      </p>
      <AddCriterion first={list.length === 0} onAdd={add} />
    </Part>
  );
}
