import { useState } from 'react';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Trouble } from '../audit/trouble';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

export type Erasing =
  | { is: 'idle' }
  | { is: 'erasing' }
  | { is: 'erased'; lines: number }
  | { is: 'trouble'; code: string };

/** Erasing asks once more, in words that say what goes and what stays. */
export function EraseCase({ erasing, onErase, name }: { erasing: Erasing; onErase(): void; name?: string }) {
  const [asked, setAsked] = useState(false);
  if (erasing.is === 'erased') {
    return (
      <Notice tone="good" urgent>
        {sayCount('dashboard_erased', erasing.lines)}
      </Notice>
    );
  }
  if (erasing.is === 'trouble') return <Trouble code={erasing.code} />;
  if (!asked) {
    return (
      <Button className="erase" onClick={() => setAsked(true)}>
        {name === undefined ? say('dashboard_erase') : say('dashboard_erase_named', name)}
      </Button>
    );
  }
  return (
    <Notice tone="warn" urgent>
      <span>{say('dashboard_erase_sure')}</span>
      <Button off={erasing.is === 'erasing'} onClick={() => erasing.is === 'idle' && onErase()}>
        {say('dashboard_erase_yes')}
      </Button>
      <Button autoFocus onClick={() => setAsked(false)}>
        {say('dashboard_erase_no')}
      </Button>
    </Notice>
  );
}
