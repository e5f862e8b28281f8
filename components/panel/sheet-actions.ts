import type { AnswerValue } from '../../lib/model/handoff';
import type { KeptAnswer, KeptOrder } from './kept-text';
import type { RouteState } from './route-list';

/** What the person does in the panel, told outwards. */
export type SheetActions = {
  /** Null takes the person's answer back: what the page says shows again. `where` only for what was confirmed as read. */
  onAnswer(keys: readonly string[], criterion: string, value: AnswerValue | null, where?: string): void;
  onReason(keys: readonly string[], reason: string): void;
  /** Focus left a field: what is typed is saved now. */
  onLeave(): void;
  onSend(): void;
  onOverride(reason: string): void;
  onMisfire(): void;
  onCancel(): void;
  onHide(): void;
  /** To whom what is held goes, and how many things it lacks now. */
  onHeld(to: string, missing: number): void;
  onOtherSide(): void;
  onRetry(): void;
  /** How Baton reads the page, beside it. */
  onReading(): void;
  /** How the playbook's routes stand on the page; one of them is set first where it is named. */
  onRoutes(set?: number): Promise<readonly RouteState[]>;
  /** What was typed in the desk's form, and the page does not show; first it is put back or forgotten, where the person wants that. */
  onKept(order?: KeptOrder): Promise<KeptAnswer>;
};

/** How far what was typed is saved. */
export type Saving =
  | { is: 'idle' }
  | { is: 'saving' }
  | { is: 'saved'; at: number }
  | { is: 'failed'; code: string; detail?: string };

/** What is under way or was refused: send, override and the like. */
export type Doing = { is: 'nothing' } | { is: 'busy' } | { is: 'refused'; code: string };
