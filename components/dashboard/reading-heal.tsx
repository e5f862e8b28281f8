import { say, sayIfKnown } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** Fields that were found at a later place only, and whether the person had those put first. */
export type Heal = { is: 'none' } | { is: 'offered' | 'failed'; fields: readonly string[] } | { is: 'done' };

/** What could be mended in how a taught desk is read: proposed, and done at one press. */
export function ReadingHeal({ heal, onHeal }: { heal: Heal; onHeal(): void }) {
  if (heal.is === 'none') return null;
  if (heal.is === 'done') return <Notice tone="good">{say('reading_heal_done')}</Notice>;
  const names = heal.fields.map((field) => sayIfKnown(`field_${field}`) ?? field).join(', ');
  return (
    <Notice tone="warn">
      <span>{say('reading_heal', names)}</span>
      <Button onClick={onHeal}>{say('reading_heal_do')}</Button>
      {heal.is === 'failed' && <span>{say('reading_heal_failed')}</span>}
    </Notice>
  );
}
