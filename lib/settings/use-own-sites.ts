import { useEffect, useState } from 'react';
import { type OwnSites, readOwn, watchOwn } from './own-sites';

/** The sites that do not come with Baton, live; none until they are read. */
export function useOwnSites(): OwnSites {
  const [own, setOwn] = useState<OwnSites>({ taught: [], company: [], off: [] });
  useEffect(() => {
    const read = () => void readOwn().then(setOwn, () => undefined);
    read();
    return watchOwn(read);
  }, []);
  return own;
}
