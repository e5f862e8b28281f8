import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import type { Item } from './items';

type Props = { items: readonly Item[]; reasonMissing: boolean; to: string; because: string; held: boolean };

/** So many are named; the list below has them all. */
const NAMED = 2;

/** In a sentence: what this handoff still needs; and why it has criteria at all. */
export function NeedLine({ items, reasonMissing, to, because, held }: Props) {
  const names = [
    ...(reasonMissing ? [say('panel_reason_word')] : []),
    ...items
      .filter(({ criterion, met }) => criterion.level === 'block' && !met)
      .map(({ criterion }) => criterion.label),
  ];
  if (names.length === 0) {
    return <p className="need need-met">{say(held ? 'panel_complete_held' : 'panel_complete', to)}</p>;
  }
  const more = names.length - NAMED;
  const shown = more > 1 ? [...names.slice(0, NAMED), sayCount('panel_more_things', more)] : names;
  return (
    <div className="need">
      <p>
        <strong>{say('panel_needs')}</strong> {shown.join(' · ')}
      </p>
      <p className="need-why">
        <bdi>{because}</bdi>
      </p>
    </div>
  );
}
