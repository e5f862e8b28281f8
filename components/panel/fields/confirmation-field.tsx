import { controlProps, type FieldProps } from './control';

/** A statement to tick once it is so. */
export function ConfirmationField(props: FieldProps & { statement: string }) {
  return (
    <label className="tick">
      <input
        {...controlProps(props)}
        className=""
        type="checkbox"
        aria-labelledby={`${props.labelledBy} ${props.id}-statement`}
        checked={props.value === true}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span id={`${props.id}-statement`}>{props.statement}</span>
    </label>
  );
}
