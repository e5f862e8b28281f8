import type { Playbook } from '../../../lib/model/playbook';
import type { Feature } from '../../../lib/model/policy';
import type { Mode } from '../../../lib/model/settings';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { BringFile } from '../bring-file';
import { hashOf } from '../places';
import { Section } from '../section';
import { OfferedList } from './offered-list';
import { PlaybookRow } from './playbook-row';
import type { Offered, ShownPlaybook } from './shown';
import { SourcePart, type SourceState } from './source-part';
import { problemOf } from './words';

/** Playbooks that came with a file, or from a source: refused, asked about, or taken. */
export type Taking =
  | { is: 'idle' }
  | { is: 'refused'; problem: Parameters<typeof problemOf>[0] }
  | { is: 'asking'; title: string; offered: readonly Offered[]; failed: boolean }
  | { is: 'taken'; names: string };

type Props = {
  playbooks: readonly ShownPlaybook[];
  taking: Taking;
  source: SourceState;
  /** What the company switched off. */
  off?: readonly Feature[];
  onMode(playbook: string, mode: Mode): void;
  onSave(playbooks: readonly Playbook[]): void;
  onFile(file: File): void;
  onTake(mode: Mode): void;
  onLeave(): void;
  onLook(url: string): void;
  onAgain(): void;
  onLeaveSource(): void;
};

/** Every playbook there is, how each is in force, and how they come and go. */
export function PlaybooksPlace({ playbooks, taking, source, off = [], onMode, onSave, onFile, ...props }: Props) {
  const isOn = (feature: Feature) => !off.includes(feature);
  return (
    <Section title={say('dashboard_playbooks')} why={say('playbooks_why')}>
      <ul className="playbooks">
        {playbooks.map((shown) => (
          <PlaybookRow
            key={shown.playbook.id}
            shown={shown}
            mayEdit={isOn('edit')}
            onMode={(mode) => onMode(shown.playbook.id, mode)}
            {...(isOn('export') ? { onSave: () => onSave([shown.playbook]) } : {})}
          />
        ))}
      </ul>
      <p className="actions">
        {isOn('edit') && (
          <a className="button" href={hashOf({ name: 'playbook', id: 'new' })}>
            {say('playbooks_new')}
          </a>
        )}
        {isOn('import') && <BringFile label={say('playbooks_bring')} onFile={onFile} />}
        {isOn('export') && (
          <Button onClick={() => onSave(playbooks.map(({ playbook }) => playbook))}>{say('playbooks_save_all')}</Button>
        )}
      </p>
      <div role="status">
        {taking.is === 'refused' && <Notice tone="warn">{problemOf(taking.problem)}</Notice>}
        {taking.is === 'taken' && <Notice tone="good">{say('playbooks_taken', taking.names)}</Notice>}
      </div>
      {taking.is === 'asking' && (
        <OfferedList
          title={taking.title}
          offered={taking.offered}
          failed={taking.failed}
          onTake={props.onTake}
          onLeave={props.onLeave}
        />
      )}
      {isOn('subscribe') && (
        <SourcePart state={source} onLook={props.onLook} onAgain={props.onAgain} onLeave={props.onLeaveSource} />
      )}
    </Section>
  );
}
