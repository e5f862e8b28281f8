import type { Today } from '../../lib/audit/today';
import { type CountKey, sayCount } from '../../lib/words/count';

/** The day in one line: only what there was, what needs a look last. */
export function DaySummary({ today, handoffs }: { today: Today; handoffs: number }) {
  const parts: [CountKey, number][] = [
    ['popup_sum_handoffs', handoffs],
    ['popup_sum_held', today.held.length],
    ['popup_sum_overrides', today.overrides.length],
    ['popup_sum_unconfirmed', today.unconfirmed],
    ['popup_sum_failed', today.failed],
    ['popup_sum_ungated', today.ungated.length],
    ['popup_sum_arrived', today.arrived.length],
    ['popup_sum_refused', today.refused.length],
  ];
  const some = parts.filter(([, count]) => count > 0);
  if (some.length === 0) return null;
  return (
    <ul className="sum">
      {some.map(([key, count]) => (
        <li key={key}>{sayCount(key, count)}</li>
      ))}
    </ul>
  );
}
