import type { DebugField } from '../../lib/model/debug';
import { say, sayIfKnown } from '../../lib/words/say';
import { Tag } from '../audit/tag';

/** Each field with each of its tries, in the order in which they are made. */
export function ReadingFields({ fields }: { fields: readonly DebugField[] }) {
  return (
    <ul className="rows">
      {fields.map(({ field, certainty, anchor, tries }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field may stand in two places
        <li key={`${field} ${n}`} className="row">
          <h4 className="reading-field">{sayIfKnown(`field_${field}`) ?? field}</h4>
          <Tag tone={certainty === 'certain' ? 'good' : 'warn'}>
            {say(
              certainty === undefined
                ? 'reading_not_read'
                : certainty === 'certain'
                  ? 'reading_certain'
                  : 'reading_guess',
            )}
          </Tag>
          <div className="row-foot">
            {tries.length === 0 && <p className="count">{say('reading_by_label')}</p>}
            <ul>
              {tries.map(({ css, read, found, hidden, empty, used }, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two tries may look at the same place
                <li key={n} className="reading-line">
                  <code>{read ? `${css} [${read}]` : css}</code>{' '}
                  <span className="count">{say('reading_try', String(found), String(hidden), String(empty))}</span>
                  {used && <strong> {say('reading_used')}</strong>}
                </li>
              ))}
            </ul>
            {anchor && (
              <p className="reading-line">
                <code>{anchor.css}</code> <span className="count">{say('reading_anchor', String(anchor.found))}</span>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
