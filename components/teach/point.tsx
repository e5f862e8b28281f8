import type { Aim } from '../../lib/model/teaching';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Keys } from '../ui/keys';
import { OnlyRead } from '../ui/only-read';
import type { Act } from './lead-view';

type Props = { aim: Aim; name: string; aiming: boolean; again: boolean; act: Act };

/** The button by which a person begins to point at something; while they do, what to do. */
export function Point({ aim, name, aiming, again, act }: Props) {
  if (aiming)
    return (
      <p className="point-now">
        {say('teach_click_it')}{' '}
        <Button look="quiet" onClick={() => act({ do: 'aim', aim: null })}>
          {say('teach_give_up')} <Keys>{say('teach_key_escape')}</Keys>
        </Button>
      </p>
    );
  return (
    <Button look={again ? 'quiet' : 'plain'} className="point" onClick={() => act({ do: 'aim', aim })}>
      {say(again ? 'teach_point_again' : 'teach_point')} <OnlyRead>{name}</OnlyRead>
    </Button>
  );
}

/** How to point by keyboard. */
export function PointKeys() {
  return (
    <p className="point-keys">
      <Keys>↑</Keys> <Keys>↓</Keys> <Keys>←</Keys> <Keys>→</Keys> {say('teach_keys')}{' '}
      <Keys>{say('teach_key_enter')}</Keys>
    </p>
  );
}
