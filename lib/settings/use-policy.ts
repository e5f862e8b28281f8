import { useEffect, useState } from 'react';
import { NO_POLICY, type PolicyRead } from '../model/policy';
import { readPolicy, watchPolicy } from './policy';

/** The company's policy, live; none until it is read. */
export function usePolicy(): PolicyRead {
  const [read, setRead] = useState<PolicyRead>({ policy: NO_POLICY, broken: [] });
  useEffect(() => {
    const look = () => void readPolicy().then(setRead);
    look();
    return watchPolicy(look);
  }, []);
  return read;
}
