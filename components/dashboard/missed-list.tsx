import type { Missed } from '../../lib/audit/missed';
import { sayCount } from '../../lib/words/count';
import { locale } from '../../lib/words/locale';
import { say } from '../../lib/words/say';

/** How many are named. */
const TOP = 5;

/** What is missing most often when a handoff is held: always of how many, and a percentage only where they are enough. */
export function MissedList({ missed, held, days }: { missed: readonly Missed[]; held: number; days: number }) {
  if (missed.length === 0) return null;
  const percent = new Intl.NumberFormat(locale(), { style: 'percent' });
  return (
    <section className="missed" aria-labelledby="missed-title">
      <h3 id="missed-title" className="missed-title">
        {say('dashboard_missed')} <span className="count">{sayCount('dashboard_missed_of', held, String(days))}</span>
      </h3>
      <ol>
        {missed.slice(0, TOP).map(({ playbook, criterion, label, count, of, share }) => (
          <li key={`${playbook}|${criterion}`} className="missed-row">
            <span dir="auto">{label}</span>
            <span className="count">
              {say('dashboard_count_of', String(count), String(of))}
              {share !== null && ` · ${percent.format(share)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
