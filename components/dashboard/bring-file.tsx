import { type RefObject, useRef } from 'react';
import { Button } from '../ui/button';

type Props = {
  label: string;
  /** Gets the focus back once what was asked about a file is answered. */
  button?: RefObject<HTMLButtonElement | null>;
  onFile(file: File): void;
};

/** The button that brings something from a JSON file. */
export function BringFile({ label, button, onFile }: Props) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(button ? { ref: button } : {})} onClick={() => file.current?.click()}>
        {label}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) onFile(chosen);
          // The same file, mended, is another choice.
          target.value = '';
        }}
      />
    </>
  );
}
