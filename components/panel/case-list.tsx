import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { CheckIcon, OpenIcon } from '../ui/icons';
import type { Reading } from './sheet';

/** The cases that one hold hands over together, and how much each still lacks. Answers serve all of them. */
export function CaseList({ readings }: { readings: readonly Reading[] }) {
  return (
    <section className="part cases" aria-labelledby="cases-title">
      <h2 id="cases-title">{sayCount('panel_cases', readings.length)}</h2>
      {/* Scrolls when there are many, and so must be reachable by keyboard. */}
      <ul tabIndex={readings.length > 6 ? 0 : undefined}>
        {readings.map(({ key, one, evaluation }) => (
          <li key={key} className={evaluation.met ? 'case case-met' : 'case'}>
            <span className="entry-mark">{evaluation.met ? <CheckIcon /> : <OpenIcon />}</span>
            <span className="case-title" title={one.title}>
              <bdi>{one.title}</bdi>
            </span>
            <span className="case-count">
              {evaluation.met ? say('panel_case_complete') : sayCount('panel_case_missing', evaluation.missing)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
