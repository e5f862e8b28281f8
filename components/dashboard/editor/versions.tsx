import type { Playbook } from '../../../lib/model/playbook';
import { changesBetween } from '../../../lib/rules/playbook-changes';
import { sayCount } from '../../../lib/words/count';
import { say } from '../../../lib/words/say';
import { listWords, momentWords } from '../../audit/words';
import { Button } from '../../ui/button';
import { Fold } from '../../ui/fold';
import { changeWords } from './words';

export type Version = { version: number; at: number; who: string; why: string; playbook: Playbook };

type Props = {
  /** The newest first. */
  versions: readonly Version[];
  looking: number | undefined;
  /** May it be changed at all? */
  mayChange: boolean;
  /** Something is written and not saved: it must not be lost by going back. */
  waits: boolean;
  /** What comes back when the person's own copy goes. */
  behind: 'shared' | 'baton' | undefined;
  onLook(version: number | undefined): void;
  onBack(version: Version): void;
  onOriginal(): void;
};

/** Every version that was saved here: when, by whom, why, and what changed. */
export function Versions({ versions, looking, mayChange, waits, behind, onLook, onBack, onOriginal }: Props) {
  if (versions.length === 0) return null;
  const hint = waits ? { off: true, title: say('editor_version_waits') } : {};
  return (
    <Fold summary={sayCount('editor_versions', versions.length)}>
      <ol className="edit-versions">
        {versions.map((one, n) => (
          <li key={one.version} className="edit-version" aria-current={looking === one.version ? 'true' : undefined}>
            <p>
              <strong>{say('editor_version', String(one.version))}</strong>{' '}
              <span className="count">
                {/* What stood here before the first change has neither day nor author. */}
                {one.at === 0 ? say('editor_version_first') : momentWords(one.at)}
                {one.who && ` · ${one.who}`}
              </span>
            </p>
            {one.why && <p>{one.why}</p>}
            <p className="edit-hint">{changed(versions[n + 1], one)}</p>
            <p className="edit-do">
              <Button
                look="quiet"
                aria-pressed={looking === one.version}
                onClick={() => onLook(looking === one.version ? undefined : one.version)}
              >
                {say(looking === one.version ? 'editor_version_close' : 'editor_version_look')}
              </Button>
              {mayChange && n > 0 && (
                <Button look="quiet" {...hint} onClick={() => !waits && onBack(one)}>
                  {say('editor_version_back', String(one.version))}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ol>
      {behind && mayChange && (
        <Button look="quiet" {...hint} onClick={() => !waits && onOriginal()}>
          {say(behind === 'baton' ? 'editor_original' : 'editor_original_shared')}
        </Button>
      )}
    </Fold>
  );
}

function changed(before: Version | undefined, { playbook }: Version): string {
  if (!before) return '';
  return say('editor_changed', listWords(changesBetween(before.playbook, playbook).map(changeWords)) || '–');
}
