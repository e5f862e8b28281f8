import { type RefObject, useEffect, useRef } from 'react';
import { focusField } from './focus-field';

/**
 * The focus came back to the panel, but to no field: Chromium takes it away from fields in a hidden frame. It goes to the answer that had it
 * last, else to `home`. This stands beside the checklist, so that the checklist is not drawn again. `woken` counts how often the focus came
 * back, `shown` how often another checklist was shown.
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
