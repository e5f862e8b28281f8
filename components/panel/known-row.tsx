import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { OnlyRead } from '../ui/only-read';
import type { Item } from './items';
import { fieldId } from './sections';
import { valueLines } from './value-words';

type Props = { item: Item; source: string; now: number; onEdit(): void };

/** What is already there, quiet and read-only, with where it was read and a way to change it. */
export function KnownRow({ item, source, now, onEdit }: Props) {
  const { criterion, answer, differs } = item;
  const lines = differs ? [say('panel_differs')] : valueLines(criterion, answer?.value, now);
  return (
    <li className="known" data-criterion={criterion.id}>
      <span className="known-label">
        <bdi>{criterion.label}</bdi>
      </span>
      <Button look="quiet" className="known-edit" id={`${fieldId(criterion.id)}-edit`} onClick={onEdit}>
        {say('panel_edit')} <OnlyRead>{criterion.label}</OnlyRead>
      </Button>
      {/* Each value in its own direction, all of them on the panel's side. */}
      <div className="known-value">
        {lines.length > 1 ? (
          <ol className={criterion.kind === 'rows' ? 'known-rows' : undefined}>
            {lines.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
              <li key={i}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ol>
        ) : (
          <bdi>{lines[0]}</bdi>
        )}
      </div>
      {source && <span className="known-source">{source}</span>}
    </li>
  );
}
