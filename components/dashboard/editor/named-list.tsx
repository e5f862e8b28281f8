import { useEffect, useRef } from 'react';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { composes } from '../../ui/composes';
import { CloseIcon } from '../../ui/icons';
import type { Place } from './problems';
import { editId, Said, useSaid } from './said';

type Named = { id: string; label: string };
type Props<T extends Named> = {
  at: Place;
  legend: string;
  /** What one of them is called, with its number. */
  word: string;
  add: string;
  items: readonly T[];
  least: number;
  most: number;
  onChange(items: T[]): void;
  onAdd(): void;
};

/** Lines with a label each: choices, options, columns. Enter goes to the next, and adds one after the last. */
export function NamedList<T extends Named>({ at, legend, word, add, items, least, most, onChange, onAdd }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const adding = useRef(false);
  const count = items.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is there
  useEffect(() => {
    if (adding.current) [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
    adding.current = false;
  }, [count]);
  const more = () => {
    adding.current = true;
    onAdd();
  };
  const remove = (item: T, n: number) => {
    // Its button goes away with it: keys go on from its neighbour.
    list.current?.querySelectorAll('input')[n === 0 ? 1 : n - 1]?.focus();
    onChange(items.filter(({ id }) => id !== item.id));
  };
  return (
    <fieldset className="edit-field" id={editId(at)} tabIndex={-1}>
      <legend className="edit-label">{legend}</legend>
      <div ref={list} className="edit-lines">
        {items.map((item, n) => (
          <Line
            key={item.id}
            at={`${at}/${n}/label`}
            label={`${word} ${n + 1}`}
            value={item.label}
            onChange={(label) => onChange(items.map((one) => (one.id === item.id ? { ...one, label } : one)))}
            onEnter={() => {
              if (n + 1 === count && count < most) more();
              else list.current?.querySelectorAll('input')[n + 1]?.focus();
            }}
            {...(count > least ? { onRemove: () => remove(item, n) } : {})}
          />
        ))}
      </div>
      {count < most && (
        <Button look="quiet" onClick={more}>
          {add}
        </Button>
      )}
      <Said at={at} />
    </fieldset>
  );
}

type LineProps = {
  at: Place;
  label: string;
  value: string;
  onChange(label: string): void;
  onEnter(): void;
  onRemove?: () => void;
};

function Line({ at, label, value, onChange, onEnter, onRemove }: LineProps) {
  const { control } = useSaid(at);
  return (
    <div>
      <div className="edit-line">
        <input
          {...control}
          className="input"
          dir="auto"
          aria-label={label}
          value={value}
          maxLength={300}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || composes(event.nativeEvent)) return;
            event.preventDefault();
            onEnter();
          }}
        />
        {onRemove && (
          <Button look="icon" aria-label={say('editor_remove_named', value || label)} onClick={onRemove}>
            <CloseIcon />
          </Button>
        )}
      </div>
      <Said at={at} />
    </div>
  );
}
