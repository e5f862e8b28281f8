import { rowValue } from '../capture/rows';
import { call } from '../messages/client';
import type { TabMessage } from '../messages/protocol';
import type { PageSite } from '../model/site';
import { landingOf } from './landing';
import { loadedAt } from './loaded-at';

/** When the rows are looked at, in milliseconds after the question: a desk may draw its list late. */
const LOOKS = [0, 1_500, 4_000];

type Cases = Extract<TabMessage, { tell: 'look-for' }>['cases'];

/** Reads what the rows of this page show of some cases, and reports those that are there, at first with what the page says of itself. */
export function lookFor(page: Document, site: () => PageSite | null, cases: Cases): void {
  let left = cases;
  let first = true;
  const look = () => {
    const known = site();
    if (!known || left.length === 0) return;
    const rows = left.flatMap(({ ref, fields }) => {
      const values: Record<string, string> = {};
      for (const field of fields) {
        const shown = rowValue(known, page, ref, field);
        if (shown !== undefined) values[field] = shown.slice(0, 4000);
      }
      return Object.keys(values).length > 0 ? [{ ref, values }] : [];
    });
    left = left.filter(({ ref }) => !rows.some((row) => row.ref === ref));
    const landing = first ? { landing: landingOf(page, known) } : {};
    if (first || rows.length > 0)
      void call('case/rows', { rows, loadedAt: loadedAt(), ...landing }).catch(() => undefined);
    first = false;
  };
  for (const wait of LOOKS) setTimeout(look, wait);
}
