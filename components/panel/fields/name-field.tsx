import { asText, controlProps, type FieldProps } from './control';

/** A person or a team: the known ones are offered, any other may be typed. */
export function NameField(props: FieldProps & { names: readonly string[] }) {
  const list = `${props.id}-names`;
  return (
    <>
      <input
        {...controlProps(props)}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        list={list}
        value={asText(props.value)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {props.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
