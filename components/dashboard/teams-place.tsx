import { useRef, useState } from 'react';
import type { TeamRoster } from '../../lib/model/settings';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Locked } from '../ui/locked';
import { editsOf, rosterOf, type TeamEdit } from './roster';
import { Section } from './section';

export type Saving = 'idle' | 'saving' | 'saved' | 'failed';

type Props = {
  roster: readonly TeamRoster[];
  /** The company set it. */
  locked?: boolean;
  saving: Saving;
  onChange(roster: TeamRoster[]): void;
};

/** Who works in which team. Every change is handed on at once; whoever holds the settings saves it. */
export function TeamsPlace({ roster, locked = false, saving, onChange }: Props) {
  const [edits, setEdits] = useState(() => editsOf(roster));
  const nextKey = useRef(edits.length);
  const change = (changed: TeamEdit[]) => {
    setEdits(changed);
    onChange(rosterOf(changed));
  };
  const add = () => {
    setEdits([...edits, { key: nextKey.current, team: '', people: '' }]);
    nextKey.current += 1;
  };
  return (
    <Section title={say('dashboard_teams')} why={say('dashboard_teams_why')}>
      {locked && <Locked />}
      {edits.length === 0 && <p className="empty">{say('dashboard_teams_none')}</p>}
      <ul className="teams">
        {edits.map((edit) => (
          <Team
            key={edit.key}
            edit={edit}
            locked={locked}
            onChange={(changed) => change(edits.map((one) => (one.key === edit.key ? changed : one)))}
            onRemove={() => change(edits.filter((one) => one.key !== edit.key))}
          />
        ))}
      </ul>
      <p className="actions">
        {!locked && <Button onClick={add}>{say('dashboard_team_add')}</Button>}
        <span className="count" role="status">
          {saving === 'saving' && say('dashboard_saving')}
          {saving === 'saved' && say('dashboard_saved')}
          {saving === 'failed' && say('dashboard_save_failed')}
        </span>
      </p>
    </Section>
  );
}

type TeamProps = { edit: TeamEdit; locked: boolean; onChange(edit: TeamEdit): void; onRemove(): void };

function Team({ edit, locked, onChange, onRemove }: TeamProps) {
  const id = `team-${edit.key}`;
  const nameless = edit.team.trim() === '' && edit.people.trim() !== '';
  return (
    <li>
      <fieldset className="team">
        <legend className="only-read">{edit.team || say('dashboard_team_new')}</legend>
        <label className="label" htmlFor={id}>
          {say('dashboard_team_name')}
        </label>
        <input
          id={id}
          className="input"
          dir="auto"
          value={edit.team}
          maxLength={200}
          readOnly={locked}
          aria-invalid={nameless || undefined}
          aria-describedby={nameless ? `${id}-problem` : undefined}
          onChange={(event) => onChange({ ...edit, team: event.target.value })}
        />
        {nameless && (
          <p id={`${id}-problem`} className="problem">
            {say('dashboard_team_nameless')}
          </p>
        )}
        <label className="label" htmlFor={`${id}-people`}>
          {say('dashboard_team_people')}
        </label>
        <textarea
          id={`${id}-people`}
          className="input"
          dir="auto"
          rows={Math.min(12, Math.max(3, edit.people.split('\n').length + 1))}
          value={edit.people}
          readOnly={locked}
          onChange={(event) => onChange({ ...edit, people: event.target.value })}
        />
        {!locked && (
          <Button look="quiet" onClick={onRemove}>
            {say('dashboard_team_remove', edit.team)}
          </Button>
        )}
      </fieldset>
    </li>
  );
}
