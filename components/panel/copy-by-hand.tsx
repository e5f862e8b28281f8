import { useEffect, useRef } from 'react';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { commandKey } from '../ui/keys';

/** The browser would not copy: the text, selected, for the person's own keys. */
export function CopyByHand({ text, onDone }: { text: string; onDone(): void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: selected again for each text
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <section className="by-hand">
      <label htmlFor="by-hand">{say('panel_copy_by_hand', commandKey())}</label>
      <textarea ref={area} id="by-hand" className="input" dir="auto" readOnly rows={6} value={text} />
      <Button look="quiet" onClick={onDone}>
        {say('panel_copy_done')}
      </Button>
    </section>
  );
}
