import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import type { Criterion } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';

/** What is read out while a criterion is moved: which one, and to which place of how many. */
export function spoken(list: readonly Criterion[]): Announcements {
  const label = (id: UniqueIdentifier) => list.find((one) => one.id === id)?.label || say('editor_unnamed');
  const place = (id: UniqueIdentifier | undefined) => String(list.findIndex((one) => one.id === id) + 1);
  const of = String(list.length);
  const start = (id: UniqueIdentifier) => say('editor_move_start', label(id), place(id), of);
  return {
    onDragStart: ({ active }) => start(active.id),
    // Right after it was taken up it is over its own place: that is no move.
    onDragOver: ({ active, over }) =>
      over && over.id !== active.id ? say('editor_move_over', label(active.id), place(over.id), of) : start(active.id),
    onDragEnd: ({ active, over }) => say('editor_move_end', label(active.id), place(over?.id ?? active.id), of),
    onDragCancel: ({ active }) => say('editor_move_cancel', label(active.id)),
  };
}
