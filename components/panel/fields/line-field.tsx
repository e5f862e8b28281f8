import { asText, controlProps, type FieldProps } from './control';

/** A link or a number: one line, with the keyboard that fits on a touch screen. What is typed is kept as typed. */
export function LineField(props: FieldProps & { as: 'link' | 'number'; unit?: string | undefined }) {
  const { as, unit } = props;
  const input = (
    <input
      {...controlProps(props)}
      // Not type=number: that throws away what it cannot read, and with it what the person meant.
      type={as === 'link' ? 'url' : 'text'}
      inputMode={as === 'link' ? 'url' : 'decimal'}
      dir={as === 'link' ? 'ltr' : 'auto'}
      autoComplete="off"
      spellCheck={false}
      maxLength={2000}
      placeholder={as === 'link' ? 'https://' : undefined}
      value={asText(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
  if (!unit) return input;
  return (
    <div className="with-unit">
      {input}
      <span>{unit}</span>
    </div>
  );
}
