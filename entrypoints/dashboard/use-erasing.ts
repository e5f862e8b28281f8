import { useState } from 'react';
import type { Erasing } from '../../components/dashboard/erase-case';
import { eraseCase } from '../../lib/store/erase';
import { storeError } from '../../lib/store/errors';

/** How far erasing is, by case, and how to begin it. */
export function useErasing(): [erasing: (key: string) => Erasing, erase: (key: string) => void] {
  const [all, setAll] = useState<Record<string, Erasing>>({});
  const set = (key: string, one: Erasing) => setAll((before) => ({ ...before, [key]: one }));
  const erase = (key: string) => {
    set(key, { is: 'erasing' });
    eraseCase(key).then(
      ({ events }) => set(key, { is: 'erased', lines: events }),
      (error) => set(key, { is: 'trouble', code: storeError(error).code }),
    );
  };
  return [(key) => all[key] ?? { is: 'idle' }, erase];
}
