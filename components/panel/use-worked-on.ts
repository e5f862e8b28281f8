import { useCallback, useRef, useState } from 'react';
import type { SectionName } from './sections';

type Worked = {
  /** Criteria that stay in the section where the person found them. */
  kept: ReadonlyMap<string, SectionName>;
  /** Known rows that the person opened. */
  open: ReadonlySet<string>;
  /** Criteria whose field the person has left. */
  left: ReadonlySet<string>;
  /** The main button was pressed with things missing: every problem is named. */
  pressed: boolean;
};

const NOTHING: Worked = { kept: new Map(), open: new Set(), left: new Set(), pressed: false };

/** Remembers what the person has worked on since the panel was shown. */
export function useWorkedOn(shown: number) {
  const [worked, setWorked] = useState(NOTHING);
  const [since, setSince] = useState(shown);
  const focusNext = useRef<string | null>(null);
  if (since !== shown) {
    setSince(shown);
    setWorked(NOTHING);
  }
  const keep = useCallback((id: string, section: SectionName) => {
    setWorked((was) => (was.kept.has(id) ? was : { ...was, kept: new Map(was.kept).set(id, section) }));
  }, []);
  const open = useCallback((id: string) => setWorked((was) => ({ ...was, open: new Set(was.open).add(id) })), []);
  const leave = useCallback((id: string) => {
    setWorked((was) => (was.left.has(id) ? was : { ...was, left: new Set(was.left).add(id) }));
  }, []);
  const press = useCallback(() => setWorked((was) => ({ ...was, pressed: true })), []);
  return { ...worked, keep, openRow: open, leave, press, focusNext };
}
