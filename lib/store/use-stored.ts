import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { storeError } from './errors';
import { openStore } from './store';

export type Stored<T> = { is: 'reading' } | { is: 'trouble'; code: string } | { is: 'read'; value: T };

/** What a query of the store gives, again whenever what it read changes, in whichever page that happens. `query` only reads. */
export function useStored<T>(query: () => Promise<T>, deps: readonly unknown[]): Stored<T> {
  const [open, setOpen] = useState<Stored<true>>({ is: 'reading' });
  useEffect(() => {
    openStore().then(
      () => setOpen({ is: 'read', value: true }),
      (error) => setOpen({ is: 'trouble', code: storeError(error).code }),
    );
  }, []);
  const found = useLiveQuery(async (): Promise<Stored<T>> => {
    if (open.is !== 'read') return open;
    try {
      return { is: 'read', value: await query() };
    } catch (error) {
      return { is: 'trouble', code: storeError(error).code };
    }
  }, [open, ...deps]);
  return found ?? { is: 'reading' };
}
