import { type ReactNode, useId } from 'react';
import { Mode } from '../../../lib/model/settings';
import { sayCount } from '../../../lib/words/count';
import { say } from '../../../lib/words/say';
import { Tag } from '../../audit/tag';
import { Button } from '../../ui/button';
import { hashOf } from '../places';
import { DietList } from './diet-list';
import { ShadowLine } from './shadow-line';
import type { ShownPlaybook } from './shown';
import { criteriaCount, triggerWords } from './words';

const SOURCES = {
  company: 'playbooks_source_company',
  own: 'playbooks_source_own',
  shared: 'playbooks_source_shared',
  baton: 'playbooks_source_baton',
} as const;

const MODES = { armed: 'playbooks_armed', shadow: 'playbooks_shadow', off: 'playbooks_off' } as const;

type Props = {
  shown: ShownPlaybook;
  mayEdit: boolean;
  onMode(mode: Mode): void;
  /** Absent where the company switched that off. */
  onSave?(): void;
};

/** One playbook: what it fires on, how it is in force, and what is known of how it does. */
export function PlaybookRow({ shown, mayEdit, onMode, onSave }: Props) {
  const { playbook, source, mode, locked, shadow, diet } = shown;
  const id = useId();
  const { block, all } = criteriaCount(playbook);
  return (
    <li className="playbook" data-mode={mode} aria-labelledby={id}>
      <div className="playbook-head">
        <h3 className="playbook-name" id={id}>
          <a href={hashOf({ name: 'playbook', id: playbook.id })}>{playbook.name}</a>
        </h3>
        <Tag>{say(SOURCES[source])}</Tag>
        <label className="playbook-mode">
          <span className="only-read">{say('playbooks_mode_of', playbook.name)}</span>
          <select
            className="input"
            value={mode}
            disabled={locked}
            onChange={({ target }) => onMode(Mode.parse(target.value))}
          >
            {Mode.options.map((option) => (
              <option key={option} value={option}>
                {say(MODES[option])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Line>{triggerWords(playbook.trigger)}</Line>
      <Line>
        {sayCount('playbooks_criteria', all, String(block))} {say('playbooks_version', String(playbook.version))}
      </Line>
      {locked && <Line>{say('playbooks_locked')}</Line>}
      {shadow && <ShadowLine {...shadow} onArm={() => onMode('armed')} locked={locked} />}
      {diet.length > 0 && <DietList diet={diet} playbook={playbook.id} />}
      <p className="playbook-do">
        <a className="button" href={hashOf({ name: 'playbook', id: playbook.id })}>
          {say(source === 'company' || !mayEdit ? 'playbooks_look' : 'playbooks_edit')}
          <span className="only-read"> {playbook.name}</span>
        </a>
        {onSave && (
          <Button aria-label={say('playbooks_save_named', playbook.name)} onClick={onSave}>
            {say('playbooks_save')}
          </Button>
        )}
      </p>
    </li>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <p className="section-why" dir="auto">
      {children}
    </p>
  );
}
