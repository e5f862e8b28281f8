import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Keys } from '../ui/keys';
import { ItemList, type ListProps } from './item-list';
import { GUESSES_ID } from './sections';

/** What Baton read but is not sure of: all of it confirmed by one press, or corrected one by one. */
export function GuessGroup({ onRight, ...list }: ListProps & { onRight(): void }) {
  const waiting = list.items.filter(({ problem }) => problem === 'guess').length;
  return (
    <section className="part part-guesses" aria-labelledby="guesses-title">
      <h2 id="guesses-title">{say('panel_guesses')}</h2>
      <ItemList {...list} />
      {waiting > 0 && (
        <Button id={GUESSES_ID} aria-keyshortcuts="Alt+Enter" onClick={onRight}>
          {sayCount('panel_guesses_right', waiting)} <Keys>{say('panel_keys_alt_enter')}</Keys>
        </Button>
      )}
    </section>
  );
}
