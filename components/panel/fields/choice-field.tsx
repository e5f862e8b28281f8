import type { KeyboardEvent } from 'react';
import type { FieldProps } from './control';

type Props = FieldProps & { options: readonly { id: string; label: string }[] };

/** Labels longer than this stand under each other, with a radio before each. */
const SHORT = 16;

/** The digit of a key, whatever the keyboard writes there without Shift (French) or in its own script (Arabic). 0 where it has none. */
function digitOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): number {
  if (/^[1-9]$/.test(key)) return Number(key);
  return key.length === 1 ? Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0) : 0;
}

/** One of a few: native radios, so that arrow keys and roles are the browser's; the digits choose too. */
export function ChoiceField({ id, value, options, onChange, describedBy, labelledBy, invalid, required }: Props) {
  const byDigit = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const index = digitOf(event) - 1;
    const option = options[index];
    if (!option) return;
    event.preventDefault();
    onChange(option.id);
    event.currentTarget.querySelectorAll('input')[index]?.focus();
  };
  return (
    <div
      id={id}
      className={options.every(({ label }) => label.length <= SHORT) ? 'pills' : 'radios'}
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={required || undefined}
      onKeyDown={byDigit}
    >
      {options.map((option, i) => (
        <label key={option.id}>
          <input
            type="radio"
            name={id}
            value={option.id}
            checked={value === option.id}
            onChange={() => onChange(option.id)}
          />
          <bdi>{option.label}</bdi>
          {i < 9 && (
            <span className="digit" aria-hidden="true">
              {i + 1}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
