import { say } from '../../../lib/words/say';
import { asText, controlProps, type FieldProps } from './control';

/** The files chosen, one a line: those seen on the page to tick, and a line for any other name or link. */
export function AttachmentField(props: FieldProps & { seen: readonly string[] }) {
  const { seen, id, onChange } = props;
  const chosen = asText(props.value).split('\n').filter(Boolean);
  const other = chosen.filter((name) => !seen.includes(name)).join('\n');
  const put = (ticked: readonly string[], rest: string) => onChange([...ticked, rest].filter(Boolean).join('\n'));
  const ticked = seen.filter((name) => chosen.includes(name));
  const line = (
    <textarea
      {...controlProps(props)}
      id={seen.length > 0 ? `${id}-other` : id}
      className="input input-text"
      dir="auto"
      rows={1}
      maxLength={4000}
      placeholder={say(seen.length > 0 ? 'panel_attachment_other' : 'panel_attachment_name')}
      value={other}
      onChange={(event) => put(ticked, event.currentTarget.value)}
    />
  );
  if (seen.length === 0) return line;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend inside; the label stands above
    <div id={id} className="ticks" role="group" aria-labelledby={props.labelledBy}>
      {seen.map((name) => (
        <label key={name} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) => {
              const now = seen.filter((one) => (one === name ? event.currentTarget.checked : chosen.includes(one)));
              put(now, other);
            }}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
      {line}
    </div>
  );
}
