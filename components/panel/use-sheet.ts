import { useMemo } from 'react';
import { countMissing, itemsOf, reasonMissing } from './items';
import { type SectionName, sort } from './sections';
import { readCase, type Sheet } from './sheet';

/** The sheet judged: each case, each criterion over all cases, the sections they go to, and what is missing. */
export function useSheet(sheet: Sheet, kept: ReadonlyMap<string, SectionName>) {
  const judged = useMemo(() => {
    const now = Date.now();
    const readings = sheet.cases.map((one) => readCase(one, sheet, now));
    const items = itemsOf(sheet.playbook, readings);
    return { now, readings, items, missing: countMissing(items, readings), noReason: reasonMissing(readings) };
  }, [sheet]);
  const sections = useMemo(() => sort(judged.items, kept), [judged, kept]);
  return { ...judged, sections };
}
