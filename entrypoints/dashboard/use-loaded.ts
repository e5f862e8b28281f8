import { useCallback, useEffect, useState } from 'react';
import { blank } from '../../components/dashboard/editor/edit';
import { allPlaybooks } from '../../lib/playbooks/all';
import { readSubscription } from '../../lib/playbooks/subscription';
import { storeError } from '../../lib/store/errors';
import { playbookVersions } from '../../lib/store/playbooks';
import { openStore } from '../../lib/store/store';
import { say } from '../../lib/words/say';
import { keptEdit } from './kept-edit';
import type { Loaded } from './use-edit';

type State =
  | { is: 'reading' }
  | { is: 'none' }
  | { is: 'trouble'; code: string }
  | ({ is: 'read'; count: number } & Loaded);

const startWords = () => ({
  question: say('editor_start_question'),
  reasons: [say('editor_start_skill'), say('editor_start_access')],
});

/** A playbook as it is now with all that belongs to it; `again` reads it anew. What others change meanwhile leaves an edit alone. */
export function useLoaded(id: string): { loaded: State; again(): void } {
  const [state, setState] = useState<State & { of?: string }>({ is: 'reading' });
  const [count, setCount] = useState(0);
  const again = useCallback(() => setCount((times) => times + 1), []);
  useEffect(() => {
    let gone = false;
    const set = (next: State) => !gone && setState({ ...next, of: id });
    load(id).then(
      (loaded) => set(loaded ? { is: 'read', count, ...loaded } : { is: 'none' }),
      (error) => set({ is: 'trouble', code: storeError(error).code }),
    );
    return () => {
      gone = true;
    };
  }, [id, count]);
  // What was read of another playbook is not shown for this one.
  return { loaded: state.of === id ? state : { is: 'reading' }, again };
}

async function load(id: string): Promise<Loaded | null> {
  await openStore();
  const [all, versions, kept, subscription] = await Promise.all([
    allPlaybooks(),
    playbookVersions(id),
    keptEdit(id),
    readSubscription(),
  ]);
  const others = all.filter(({ playbook }) => playbook.id !== id);
  const more = { id, others, versions, ...(kept ? { kept } : {}) };
  if (id === 'new') return { ...more, base: blank(startWords()), source: 'new', mode: 'off', behind: undefined };
  const found = all.find(({ playbook }) => playbook.id === id);
  if (!found) return null;
  const { playbook, source, mode, original } = found;
  const shared = subscription?.inUse.some((one) => one.id === id);
  return { ...more, base: playbook, source, mode, behind: shared ? 'shared' : original && 'baton' };
}
