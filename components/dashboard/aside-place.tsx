import { sayCount } from '../../lib/words/count';
import { say, sayIfKnown } from '../../lib/words/say';
import { momentWords } from '../audit/words';
import { Button } from '../ui/button';
import { Section } from './section';

export type AsideLine = { id: string; table: string; at: number; why: string; key: string };

/** Without `onExport` the company switched that off. */
type Props = { lines: readonly AsideLine[]; onExport?: (() => void) | undefined };

/** What Baton could not read: kept as it was, and handed out on request. */
export function AsidePlace({ lines, onExport }: Props) {
  return (
    <Section title={say('dashboard_aside')} why={say('dashboard_aside_why')}>
      {lines.length === 0 ? (
        <p className="empty">{say('dashboard_aside_none')}</p>
      ) : (
        <>
          <p className="actions">
            {onExport && <Button onClick={onExport}>{say('dashboard_aside_export')}</Button>}
            <span className="count">{sayCount('dashboard_aside_count', lines.length)}</span>
          </p>
          <ul className="rows">
            {lines.map(({ id, table, at, why, key }) => (
              <li key={id} className="row">
                <span>
                  <strong>{sayIfKnown(`dashboard_table_${table}`) ?? table}</strong>{' '}
                  <span className="count">{key}</span>
                </span>
                <span className="when">{momentWords(at)}</span>
                <span className="row-foot">{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
