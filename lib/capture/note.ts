import type { Note } from '../model/site';
import { queryAll } from './query';
import { visible } from './visible';

export type NoteState = 'internal' | 'not proven' | 'closed';

/** Whether the note editor stands open, and whether the page shows that what is written there stays inside. */
export function noteState(scope: ParentNode, { editor, internal }: Note): NoteState {
  const seen = (css: string) => queryAll(scope, css).some(visible);
  if (!seen(editor)) return 'closed';
  return seen(internal) ? 'internal' : 'not proven';
}
