import { useEffect, useState } from 'react';
import { Trouble } from '../../components/audit/trouble';
import { useNow } from '../../components/audit/use-now';
import { CasePlace } from '../../components/dashboard/case-place';
import type { Fact } from '../../lib/audit/facts';
import { timeline } from '../../lib/audit/timeline';
import type { Playbook } from '../../lib/model/playbook';
import { allPlaybooks } from '../../lib/playbooks/all';
import { builtInPlaybooks } from '../../lib/rules/playbooks/built-in';
import { useSettings } from '../../lib/settings/use-settings';
import { caseHistory } from '../../lib/store/history';
import { useStored } from '../../lib/store/use-stored';
import { openerFor } from './opener';
import { useErasing } from './use-erasing';

export function Case({ caseKey }: { caseKey: string }) {
  const now = useNow();
  const { desks } = useSettings();
  const stored = useStored(() => caseHistory(caseKey), [caseKey]);
  const [erasing, erase] = useErasing();
  const [playbooks, setPlaybooks] = useState<readonly Playbook[]>(builtInPlaybooks);
  useEffect(() => {
    allPlaybooks().then(
      (all) => setPlaybooks(all.map(({ playbook }) => playbook)),
      () => undefined,
    );
  }, []);
  if (stored.is === 'trouble') return <Trouble code={stored.code} />;
  if (stored.is === 'reading') return null;
  const { lines, handoffs } = stored.value;
  const story = timeline(lines, handoffs, playbooks);
  const last = handoffs.at(-1) ?? story.facts.findLast(named)?.payload;
  return (
    <CasePlace
      id={caseKey.split('|').slice(2).join('|')}
      title={last?.title ?? ''}
      url={last?.url ?? ''}
      timeline={story}
      now={now}
      opener={openerFor(desks)}
      erasing={erasing(caseKey)}
      onErase={() => erase(caseKey)}
    />
  );
}

/** Lines of the desk itself carry no case. */
function named(fact: Fact): boolean {
  return Boolean(fact.payload.title);
}
