import { useEffect, useMemo, useState } from 'react';
import { type Sample, sampleCase } from '../../components/dashboard/editor/samples';
import type { CaseKind } from '../../lib/model/case';
import { newestSightings } from '../../lib/store/sightings';
import type { SightingRow } from '../../lib/store/tables';
import { sampleWords } from './sample-words';

/** So many real cases are read, and so many of the kinds asked for are offered. */
const [READ, OFFERED] = [60, 8];

/** What a playbook of these kinds of case can be shown on: a well-kept case, an empty one, and the last that this machine saw. */
export function useSamples(kinds: readonly CaseKind[]): Sample[] {
  const [seen, setSeen] = useState<SightingRow[]>([]);
  useEffect(() => {
    newestSightings(READ).then(setSeen, () => undefined);
  }, []);
  return useMemo(() => {
    const [kind = 'ticket'] = kinds;
    const made = (['kept', 'empty'] as const).map((id) => sampleCase(id, kind, sampleWords(), Date.now()));
    const real = seen
      .filter(({ ref }) => kinds.includes(ref.kind))
      .slice(0, OFFERED)
      .flatMap(({ key, ref, values, snapshot }) =>
        snapshot ? [{ id: key, title: values['subject']?.label || ref.id, snapshot }] : [],
      );
    return [...made, ...real];
  }, [seen, kinds]);
}
