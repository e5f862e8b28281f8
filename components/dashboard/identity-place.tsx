import { useId, useState } from 'react';
import type { Settings } from '../../lib/model/settings';
import { say } from '../../lib/words/say';
import { Locked } from '../ui/locked';
import { Section } from './section';

type Identity = Settings['identity'];
type Props = {
  identity: Identity;
  /** Which of the two the company set. */
  locked: { name: boolean; team: boolean };
  failed: boolean;
  onChange(identity: Identity): void;
};

/** Who works here, for desks that do not say it. Every change is handed on at once. */
export function IdentityPlace({ identity, locked, failed, onChange }: Props) {
  const [edit, setEdit] = useState(identity);
  const change = (changed: Identity) => {
    setEdit(changed);
    onChange({ name: changed.name.trim(), team: changed.team.trim() });
  };
  return (
    <Section title={say('policy_identity')} why={say('policy_identity_why')}>
      <div className="you">
        <Line
          label={say('policy_identity_name')}
          value={locked.name ? identity.name : edit.name}
          locked={locked.name}
          onChange={(name) => change({ ...edit, name })}
        />
        <Line
          label={say('policy_identity_team')}
          value={locked.team ? identity.team : edit.team}
          locked={locked.team}
          onChange={(team) => change({ ...edit, team })}
        />
      </div>
      <p className="count" role="status">
        {failed && say('policy_not_saved')}
      </p>
    </Section>
  );
}

type LineProps = { label: string; value: string; locked: boolean; onChange(value: string): void };

function Line({ label, value, locked, onChange }: LineProps) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        dir="auto"
        value={value}
        maxLength={200}
        readOnly={locked}
        onChange={(event) => onChange(event.target.value)}
      />
      {locked && <Locked />}
    </div>
  );
}
