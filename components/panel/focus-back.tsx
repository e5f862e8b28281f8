import { type RefObject, useEffect } from 'react';
import { focusField } from './focus-field';

/**
 * The focus came back to the panel: where it has no place of its own there, it goes to `home`. Beside the checklist and not in it, for
 * nothing of that is drawn anew. `woken` counts the times.
 */
export function FocusBack({ woken, home }: { woken: number; home: RefObject<string> }) {
  useEffect(() => {
    if (woken > 0 && document.activeElement === document.body) focusField(home.current, document);
  }, [woken, home]);
  return null;
}
