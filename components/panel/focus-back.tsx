import { type RefObject, useEffect, useRef } from 'react';
import { focusField } from './focus-field';

/**
 * The focus came back to the panel: where it has no place of its own there (Chromium takes it from what is in a hidden frame), it goes to the
 * answer that had it last, else to `home`. Beside the checklist and not in it, for nothing of that is drawn anew. `woken` counts the times,
 * `shown` those in which another checklist is shown.
 */
export function FocusBack({ woken, shown, home }: { woken: number; shown: number; home: RefObject<string> }) {
  const last = useRef<HTMLElement>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('main')) last.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what had the focus in another checklist is no place in this one
  useEffect(() => {
    last.current = null;
  }, [shown]);
  useEffect(() => {
    if (woken === 0 || document.activeElement !== document.body) return;
    if (last.current?.isConnected) last.current.focus();
    else focusField(home.current, document);
  }, [woken, home]);
  return null;
}
