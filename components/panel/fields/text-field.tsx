import { useLayoutEffect, useRef } from 'react';
import { asText, controlProps, type FieldProps } from './control';

/** Free text that grows with what is in it, in whichever direction it is written. */
export function TextField(props: FieldProps & { lines: number }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = asText(props.value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for each text
  useLayoutEffect(() => {
    // Where the browser sizes the field by its content, the style sheet says so.
    if (!area.current || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    area.current.style.blockSize = 'auto';
    // In a hidden frame nothing has a height.
    const height = area.current.scrollHeight;
    if (height > 0) area.current.style.blockSize = `${height + 2}px`;
  }, [text]);
  return (
    <textarea
      {...controlProps(props)}
      ref={area}
      className="input input-text"
      dir="auto"
      rows={props.lines}
      maxLength={20_000}
      value={text}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
