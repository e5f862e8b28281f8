import { Entry } from './entry';
import type { Offers } from './fields/field';
import type { Item } from './items';
import { KnownRow } from './known-row';
import { fieldId, type SectionName } from './sections';
import type { SheetActions } from './sheet-actions';

export type ListProps = {
  name: SectionName;
  items: readonly Item[];
  offers: Offers;
  actions: SheetActions;
  /** Criteria whose rows the person opened, and those they have been to. */
  open: ReadonlySet<string>;
  looked: (criterion: string) => boolean;
  sourceOf(item: Item): string;
  onEdit(criterion: string): void;
};

/** The items of a section: known ones as rows, all others open. */
export function ItemList({ name, items, offers, actions, open, looked, sourceOf, onEdit }: ListProps) {
  const quiet = (item: Item) =>
    (name === 'filled' || name === 'guesses') && (item.met || item.problem === 'guess') && !open.has(item.criterion.id);
  return (
    <ul className={`items items-${name}`}>
      {items.map((item) => {
        const { id } = item.criterion;
        if (quiet(item)) {
          return <KnownRow key={id} item={item} source={sourceOf(item)} now={offers.now} onEdit={() => onEdit(id)} />;
        }
        return (
          <li key={fieldId(id)}>
            <Entry item={item} offers={offers} actions={actions} looked={looked(id)} source={sourceOf(item)} />
          </li>
        );
      })}
    </ul>
  );
}
