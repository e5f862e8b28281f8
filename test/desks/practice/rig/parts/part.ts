import type { Html } from '../../pages/html.ts';
import type { Case } from '../../records.ts';
import type { Route } from '../../routes/context.ts';
import type { State } from '../../state.ts';
import type { Mode } from '../modes.ts';

/** Modes of one kind, with what draws and answers them. */
export interface Part {
  readonly modes: readonly Mode[];
  /** What a person presses on a case's page; nothing where a mode takes one of the rig's own controls. */
  controls?(mode: Mode, record: Case): Html | undefined;
  /** Parts of a case's page that are drawn in another way than on the rig's other ones: its fields, what else is known of it, the conversation. */
  details?(mode: Mode, record: Case): Html | undefined;
  facts?(record: Case): Html;
  talk?(record: Case): Html;
  /** What a page of several cases shows. */
  list?(mode: Mode, state: State): Html;
  readonly routes: readonly Route[];
}
