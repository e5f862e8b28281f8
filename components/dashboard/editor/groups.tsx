import type { Place } from './problems';
import { editId, Said } from './said';

type RadiosProps<T extends string> = {
  name: string;
  legend: string;
  value: T;
  options: readonly (readonly [T, string, string?])[];
  onChange(value: T): void;
};

/** One of a few, each with a line of what it does. */
export function RadioGroup<T extends string>({ name, legend, value, options, onChange }: RadiosProps<T>) {
  return (
    <fieldset className="edit-field">
      <legend className="edit-label">{legend}</legend>
      <div className="radios">
        {options.map(([option, words, what]) => (
          <label key={option}>
            <input type="radio" name={editId(name)} checked={value === option} onChange={() => onChange(option)} />
            <span>
              {words}
              {what && <span className="choice-what">{what}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type TicksProps = {
  legend: string;
  options: readonly (readonly [string, string])[];
  value: readonly string[];
  onChange(value: string[]): void;
  at?: Place;
};

/** Any of a few. */
export function Ticks({ legend, options, value, onChange, at }: TicksProps) {
  return (
    <fieldset className="edit-field" id={at && editId(at)} tabIndex={at ? -1 : undefined}>
      <legend className="edit-label">{legend}</legend>
      <div className="edit-ticks">
        {options.map(([option, words]) => (
          <label key={option} className="tick">
            <input
              type="checkbox"
              checked={value.includes(option)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, option] : value.filter((one) => one !== option))
              }
            />
            <bdi>{words}</bdi>
          </label>
        ))}
      </div>
      {at && <Said at={at} />}
    </fieldset>
  );
}
