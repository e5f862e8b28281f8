import { askSubmit, nextNumber } from './channel';
import { on, submitNative } from './natives';

/** `form.submit()` fires no submit event (Redmine's Ctrl+Enter and context menu): it asks here. */
export function askingSubmit(this: HTMLFormElement): void {
  const native = () => on<void>(submitNative, this, []);
  const held = askSubmit(nextNumber(), this, (go) => {
    if (go) native();
  });
  if (!held) native();
}
