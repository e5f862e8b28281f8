import { useEffect, useState } from 'react';
import { allPlaybooks, type Listed } from '../../lib/playbooks/all';
import { readSubscription, type Subscription, watchSubscription } from '../../lib/playbooks/subscription';
import { useSettings } from '../../lib/settings/use-settings';
import { storeError } from '../../lib/store/errors';
import { ownPlaybooks } from '../../lib/store/playbooks';
import { useStored } from '../../lib/store/use-stored';

export type Playbooks = { is: 'reading' } | { is: 'trouble'; code: string } | { is: 'read'; all: readonly Listed[] };

/** Every playbook, live: again whenever one is saved, a mode is set, or the company's source brings another. */
export function usePlaybooks(): Playbooks {
  const own = useStored(ownPlaybooks, []);
  const settings = useSettings();
  const subscription = useSubscription();
  const [playbooks, setPlaybooks] = useState<Playbooks>({ is: 'reading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when any of these says that something changed
  useEffect(() => {
    let stale = false;
    allPlaybooks().then(
      (all) => !stale && setPlaybooks({ is: 'read', all }),
      (error) => !stale && setPlaybooks({ is: 'trouble', code: storeError(error).code }),
    );
    return () => {
      stale = true;
    };
  }, [own, settings, subscription]);
  return playbooks;
}

/** The company's source, live; null where there is none, or until it is read. */
export function useSubscription(): Subscription | null {
  const [subscription, setSubscription] = useState<Subscription | null>(null);
  useEffect(() => {
    const read = () => void readSubscription().then(setSubscription, () => undefined);
    read();
    return watchSubscription(read);
  }, []);
  return subscription;
}
