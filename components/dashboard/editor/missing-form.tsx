import { useState } from 'react';
import type { Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { type PartsOf, withParts } from './edit';
import { RadioGroup } from './groups';
import { NamesInput, NumberInput, SelectInput } from './inputs';
import { Part } from './said';
import { ON_MISSING } from './words';

type Props = { playbook: Playbook; onEdit(playbook: Playbook): void };

const ways = () =>
  (Object.keys(ON_MISSING) as Playbook['onMissing'][]).map(
    (how) => [how, say(ON_MISSING[how][0]), say(ON_MISSING[how][1])] as const,
  );

/** What happens when something is missing, who may let it go, and how soon it is to be accepted. */
export function MissingForm({ playbook, onEdit }: Props) {
  const { onMissing, mayOverride = [] } = playbook;
  const set = (parts: PartsOf<Playbook>) => onEdit(withParts(playbook, parts));
  return (
    <Part title={say('editor_missing')} at="onMissing">
      <RadioGroup
        name="onMissing"
        legend={say('editor_missing_how')}
        value={onMissing}
        options={ways()}
        onChange={(how) => set({ onMissing: how })}
      />
      {onMissing === 'override' && (
        <NamesInput
          at="mayOverride"
          label={say('editor_override')}
          hint={say('editor_override_hint')}
          placeholder={say('editor_override_all')}
          value={mayOverride}
          onChange={(names) => set({ mayOverride: names.length > 0 ? names : undefined })}
        />
      )}
      <TimeInput
        minutes={playbook.acceptWithinMinutes}
        onChange={(acceptWithinMinutes) => set({ acceptWithinMinutes })}
      />
    </Part>
  );
}

const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof UNITS;
const MOST = 60 * 24 * 30;

/** Minutes in the largest unit that needs no fraction. */
const unitOf = (minutes: number): Unit =>
  minutes % UNITS.days === 0 ? 'days' : minutes % UNITS.hours === 0 ? 'hours' : 'minutes';

function TimeInput({ minutes, onChange }: { minutes: number; onChange(minutes: number): void }) {
  const [chosen, setChosen] = useState<Unit>(() => unitOf(minutes));
  // A time that is no whole number of what was chosen (an earlier version was brought back) is told in smaller ones.
  const unit = minutes % UNITS[chosen] === 0 ? chosen : unitOf(minutes);
  const length = UNITS[unit];
  return (
    <div className="edit-beside">
      <NumberInput
        at="acceptWithinMinutes"
        label={say('editor_time')}
        value={minutes / length}
        least={Math.ceil(5 / length)}
        most={MOST / length}
        onChange={(number) => number !== undefined && onChange(number * length)}
      />
      <SelectInput
        at="acceptWithinMinutes/unit"
        label={say('editor_unit_of_time')}
        value={unit}
        options={[
          ['minutes', say('editor_minutes')],
          ['hours', say('editor_hours')],
          ['days', say('editor_days')],
        ]}
        onChange={(next) => {
          setChosen(next);
          onChange(Math.min(MOST, Math.max(5, (minutes / length) * UNITS[next])));
        }}
      />
    </div>
  );
}
