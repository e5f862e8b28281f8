import { useId } from 'react';
import { say, type WordKey } from '../../lib/words/say';

/** Who works here, and the team that they hand over to; its people as one text, a line each. */
export type Who = { name: string; team: string; other: string; people: string };

const FIELDS = [
  ['name', 'welcome_who_name', 'welcome_who_name_how'],
  ['team', 'welcome_who_team', 'welcome_who_team_how'],
  ['other', 'welcome_who_other', 'welcome_who_other_how'],
] as const satisfies readonly (readonly [keyof Who, WordKey, WordKey])[];

/** What the company set. */
type Locks = { name: boolean; team: boolean; roster: boolean };
type Props = { who: Who; locked?: Locks; saving: 'idle' | 'saved' | 'failed'; onChange(who: Who): void };

const NOTHING: Locks = { name: false, team: false, roster: false };

/** Who one is and the team, as the desk shows them, and whom one hands over to. Every change is handed on at once. */
export function WhoStep({ who, locked = NOTHING, saving, onChange }: Props) {
  const id = useId();
  const isLocked = (field: 'name' | 'team' | 'other') => locked[field === 'other' ? 'roster' : field];
  const nameless = who.other.trim() === '' && who.people.trim() !== '';
  return (
    <div className="who">
      {FIELDS.map(([field, label, how]) => (
        <p key={field}>
          <label className="field-label" htmlFor={`${id}-${field}`}>
            {say(label)}
          </label>
          <input
            id={`${id}-${field}`}
            className="input"
            dir="auto"
            autoComplete="off"
            value={who[field]}
            readOnly={isLocked(field)}
            maxLength={200}
            aria-describedby={`${id}-${field}-how`}
            aria-invalid={(field === 'other' && nameless) || undefined}
            onChange={(event) => onChange({ ...who, [field]: event.target.value })}
          />
          <span id={`${id}-${field}-how`} className="field-how">
            {say(isLocked(field) ? 'policy_set' : field === 'other' && nameless ? 'dashboard_team_nameless' : how)}
          </span>
        </p>
      ))}
      <p>
        <label className="field-label" htmlFor={`${id}-people`}>
          {say('welcome_who_people')}
        </label>
        <textarea
          id={`${id}-people`}
          className="input"
          dir="auto"
          rows={Math.min(8, Math.max(2, who.people.split('\n').length))}
          value={who.people}
          readOnly={locked.roster}
          aria-describedby={`${id}-people-how`}
          onChange={(event) => onChange({ ...who, people: event.target.value })}
        />
        <span id={`${id}-people-how`} className="field-how">
          {say('welcome_who_people_how')}
        </span>
      </p>
      <p className="field-how" role="status">
        {saving === 'saved' && !nameless && say('dashboard_saved')}
        {saving === 'failed' && say('dashboard_save_failed')}
      </p>
    </div>
  );
}
