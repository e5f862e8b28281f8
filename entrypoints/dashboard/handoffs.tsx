import { useEffect, useState } from 'react';
import { Trouble } from '../../components/audit/trouble';
import { useNow } from '../../components/audit/use-now';
import type { Filter } from '../../components/dashboard/filter';
import { HandoffsPlace } from '../../components/dashboard/handoffs-place';
import { startOfDay } from '../../lib/audit/day';
import { factsOf, only } from '../../lib/audit/facts';
import { mostMissed } from '../../lib/audit/missed';
import { useSettings } from '../../lib/settings/use-settings';
import { tidy } from '../../lib/store/aside';
import { handoffsFrom, linesOf } from '../../lib/store/history';
import { useStored } from '../../lib/store/use-stored';
import { openerFor } from './opener';

const DAYS = 30;
/** However much is stored, no more than these are read. */
const [HANDOFFS, LINES] = [500, 2000];

export function Handoffs() {
  const now = useNow();
  const since = startOfDay(now, DAYS - 1);
  const [filter, setFilter] = useState<Filter>({ state: '', text: '' });
  const state = filter.state || undefined;
  const stored = useStored(() => handoffsFrom(since, HANDOFFS, state), [since, state]);
  const lines = useStored(() => linesOf('held', since, LINES), [since]);
  const ungated = useStored(() => linesOf('ungated', since, LINES), [since]);
  const misfires = useStored(() => linesOf('misfire', since, LINES), [since]);
  const { desks } = useSettings();
  const broken = stored.is === 'read' ? stored.value.broken : undefined;
  useEffect(() => {
    if (broken) void tidy(broken).catch(() => undefined);
  }, [broken]);
  if (stored.is === 'trouble') return <Trouble code={stored.code} />;
  if (stored.is === 'reading') return null;
  const { window, missed } = mostMissed(lines.is === 'read' ? lines.value : [], since, Number.POSITIVE_INFINITY);
  const { facts } = factsOf([
    ...(ungated.is === 'read' ? ungated.value : []),
    ...(misfires.is === 'read' ? misfires.value : []),
  ]);
  return (
    <HandoffsPlace
      handoffs={stored.value.handoffs}
      count={stored.value.count}
      days={DAYS}
      missed={missed}
      held={window.n}
      passed={[...only(facts, 'ungated'), ...only(facts, 'misfire')]}
      opener={openerFor(desks)}
      filter={filter}
      onFilter={setFilter}
    />
  );
}
