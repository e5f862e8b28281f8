import { useEffect, useState } from 'react';
import type { OpenDraft } from '../../components/popup/draft-list';
import type { DayState } from '../../components/popup/popup-view';
import { startOfDay } from '../../lib/audit/day';
import { today } from '../../lib/audit/today';
import { tidy } from '../../lib/store/aside';
import { glance } from '../../lib/store/glance';
import { useStored } from '../../lib/store/use-stored';
import { measure } from './measure';

/** The day of `now`, live. Counting comes first; how far the drafts are follows. */
export function useDay(now: number): DayState {
  const since = startOfDay(now);
  const seen = useStored(() => glance(since), [since]);
  const [far, setFar] = useState<ReadonlyMap<string, OpenDraft>>(new Map());
  const found = seen.is === 'read' ? seen.value : undefined;
  useEffect(() => {
    if (!found) return;
    // Drawing only looks; what could not be read is set aside here. Failing that, it is met again next time.
    void tidy(found.broken).catch(() => undefined);
    let stale = false;
    measure(found.drafts, Date.now()).then(
      (measured) => stale || setFar(measured),
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [found]);
  if (seen.is !== 'read') return seen;
  const { handoffs, handoffCount, unconfirmed, lines, lineCount } = seen.value;
  const drafts = seen.value.drafts.map((draft) => {
    const known = far.get(draft.key);
    return { draft, playbook: known?.playbook ?? draft.playbook, missing: known?.missing ?? null };
  });
  return { is: 'read', day: { handoffs, handoffCount, unconfirmed, today: today(lines, now), lineCount, drafts } };
}
