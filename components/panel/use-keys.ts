import { useEffect, useRef } from 'react';
import { composes } from '../ui/composes';

type Keys = { onMain(event: KeyboardEvent): void; onEscape(): void; onGuesses(): void };

/** The panel's own keys: Ctrl or Cmd with Enter, Escape, Alt with Enter. Everything else is the browser's. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || composes(event)) return;
      const enter = event.key === 'Enter' && !event.shiftKey && !event.repeat;
      if (event.key === 'Escape') latest.current.onEscape();
      else if (enter && (event.ctrlKey || event.metaKey) && !event.altKey) latest.current.onMain(event);
      else if (enter && event.altKey && !event.ctrlKey && !event.metaKey) latest.current.onGuesses();
      else return;
      event.preventDefault();
    };
    // Before the fields' own handlers, which know nothing of chords.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
