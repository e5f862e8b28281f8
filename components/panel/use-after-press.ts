import { useEffect, useRef } from 'react';

/**
 * Does something with an id at once, or, while the pointer is down, once it is up again: a line that appears between press and
 * release moves what is under the finger, and the click is lost.
 */
export function useAfterPress(act: (id: string) => void): (id: string) => void {
  const doing = useRef(act);
  const pressed = useRef(false);
  const waiting = useRef<string[]>([]);
  doing.current = act;
  useEffect(() => {
    const down = () => {
      pressed.current = true;
    };
    // After the click that the release makes, which comes in the same turn.
    const up = () =>
      setTimeout(() => {
        pressed.current = false;
        for (const id of waiting.current.splice(0)) doing.current(id);
      }, 0);
    const ends = ['pointerup', 'pointercancel'] as const;
    window.addEventListener('pointerdown', down, true);
    for (const end of ends) window.addEventListener(end, up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      for (const end of ends) window.removeEventListener(end, up, true);
    };
  }, []);
  return (id) => {
    if (pressed.current) waiting.current.push(id);
    else doing.current(id);
  };
}
