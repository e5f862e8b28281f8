import type { ShadowFigures } from '../../../lib/audit/shadow';
import { sayCount } from '../../../lib/words/count';
import { say } from '../../../lib/words/say';
import { listWords } from '../../audit/words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** So many of what would have been missing are named. */
const TOP = 3;

type Props = { figures: ShadowFigures; enough: number; locked: boolean; onArm(): void };

/** What a playbook in the shadow would have done, and the one press that arms it. */
export function ShadowLine({ figures, enough, locked, onArm }: Props) {
  const { seen, held, seconds, missing } = figures;
  const most = missing.slice(0, TOP).map(({ label, count }) => say('playbooks_shadow_missing', label, String(count)));
  return (
    <Notice tone={seen >= enough ? 'good' : 'plain'}>
      <span>
        {sayCount('playbooks_shadow_seen', seen, String(enough))}{' '}
        {seen > 0 && (held === 0 ? say('playbooks_shadow_none') : sayCount('playbooks_shadow_held', held))}{' '}
        {held > 0 && seconds !== null && sayCount('playbooks_shadow_cost', seconds)}{' '}
        {most.length > 0 && say('playbooks_shadow_most', listWords(most))}
      </span>
      {!locked && (
        <Button look={seen >= enough ? 'main' : 'plain'} onClick={onArm}>
          {say('playbooks_arm')}
        </Button>
      )}
    </Notice>
  );
}
