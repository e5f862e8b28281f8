import { type ReactNode, useRef, useState } from 'react';
import { namesIn, wholeIn } from './edit';
import type { Place } from './problems';
import { editId, Said, useSaid } from './said';

type Common = { at: Place; label: string; hint?: string };

function Labelled({ at, label, hint, children }: Common & { children: ReactNode }) {
  return (
    <div className="edit-field">
      <label className="edit-label" htmlFor={editId(at)}>
        {label}
      </label>
      {children}
      {hint && <p className="edit-hint">{hint}</p>}
      <Said at={at} />
    </div>
  );
}

type TextProps = Common & { value: string; onChange(value: string): void; placeholder?: string; max?: number };

export function TextInput({ at, label, hint, value, onChange, placeholder, max = 300 }: TextProps) {
  const { control } = useSaid(at);
  return (
    <Labelled at={at} label={label} {...(hint ? { hint } : {})}>
      <input
        {...control}
        className="input"
        dir="auto"
        value={value}
        maxLength={max}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  );
}

type NamesProps = Common & { value: readonly string[]; onChange(names: string[]): void; placeholder?: string };

/** Several names, one a line. What is typed stays as it is typed: a line that is still empty is one to come. */
export function NamesInput({ at, label, hint, value, onChange, placeholder }: NamesProps) {
  const { control } = useSaid(at);
  const [text, setText] = useState(() => value.join('\n'));
  const same = namesIn(text).join('\n') === value.join('\n');
  const shown = same ? text : value.join('\n');
  return (
    <Labelled at={at} label={label} {...(hint ? { hint } : {})}>
      <textarea
        {...control}
        className="input edit-names"
        dir="auto"
        rows={Math.max(1, shown.split('\n').length)}
        value={shown}
        placeholder={placeholder}
        onChange={(event) => {
          setText(event.target.value);
          onChange(namesIn(event.target.value));
        }}
      />
    </Labelled>
  );
}

type NumberProps = Common & {
  value: number | undefined;
  least: number;
  most: number;
  onChange(value: number | undefined): void;
  unit?: string;
};

/** A whole number between two, or nothing. What is none is not taken, and stays only while it is typed. */
export function NumberInput({ at, label, hint, value, least, most, onChange, unit }: NumberProps) {
  const { control } = useSaid(at);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Labelled at={at} label={label} {...(hint ? { hint } : {})}>
      <span className="edit-number">
        <input
          {...control}
          className="input"
          inputMode="numeric"
          value={typed ?? value ?? ''}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(wholeIn(event.target.value, least, most));
          }}
          onBlur={() => setTyped(null)}
        />
        {unit}
      </span>
    </Labelled>
  );
}

type SelectProps<T extends string> = Common & {
  value: T;
  options: readonly (readonly [T, string])[];
  onChange(value: T): void;
};

export function SelectInput<T extends string>({ at, label, hint, value, options, onChange }: SelectProps<T>) {
  const { control } = useSaid(at);
  return (
    <Labelled at={at} label={label} {...(hint ? { hint } : {})}>
      <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type AddProps = { label: string; options: readonly (readonly [string, string])[]; onAdd(value: string): void };

/** A list to add from: it names what it adds, and adds what is chosen. */
export function AddFrom({ label, options, onAdd }: AddProps) {
  const list = useRef<HTMLSelectElement>(null);
  if (options.length === 0) return null;
  return (
    <select
      ref={list}
      className="input edit-add"
      aria-label={label}
      value=""
      onChange={(event) => {
        onAdd(event.target.value);
        list.current?.focus();
      }}
    >
      <option value="">{label}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
