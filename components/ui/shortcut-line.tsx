import { say } from '../../lib/words/say';
import { Button } from './button';

/** `keys`: those that open Baton; null where none do, undefined while that is not known. */
type Props = { keys: string | null | undefined; onChange(): void };

/** Which keys open Baton, and the way to other ones. */
export function ShortcutLine({ keys, onChange }: Props) {
  if (keys === undefined) return null;
  return (
    <footer className="shortcut">
      <span>{keys === null ? say('shortcut_none') : say('shortcut_is', keys)}</span>
      <Button look="quiet" onClick={onChange}>
        {keys === null ? say('shortcut_choose') : say('shortcut_change')}
      </Button>
    </footer>
  );
}
