import { useEffect, useRef, useState } from 'react';
import type { Playbook } from '../../lib/model/playbook';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { CheckIcon, OpenIcon } from '../ui/icons';
import { OnlyRead } from '../ui/only-read';
import { ChoiceField } from './fields/choice-field';
import { focusField } from './focus-field';
import { REASON_ID } from './sections';

type Props = { reason: Playbook['reason']; chosen: string | undefined; looked: boolean; onChoose(id: string): void };

/** Why this is handed over: one choice. Where it is known from the start, one line with a way to change it. */
export function ReasonChoice({ reason, chosen, looked, onChoose }: Props) {
  const known = useRef(chosen !== undefined);
  const [open, setOpen] = useState(false);
  const problem = looked && chosen === undefined;
  const closed = known.current && chosen !== undefined && !open;
  useEffect(() => {
    if (open) focusField(REASON_ID, document);
  }, [open]);
  return (
    <div className={chosen === undefined ? 'entry' : 'entry entry-met'}>
      <div className="entry-head">
        <span className="entry-mark">{chosen === undefined ? <OpenIcon /> : <CheckIcon />}</span>
        <h2 id="reason-label" className="entry-label">
          <bdi>{reason.question}</bdi>
        </h2>
      </div>
      {closed ? (
        <p className="reason-known">
          <span>
            <bdi>{reason.choices.find(({ id }) => id === chosen)?.label}</bdi>
          </span>
          <Button look="quiet" className="known-edit" onClick={() => setOpen(true)}>
            {say('panel_edit')} <OnlyRead>{reason.question}</OnlyRead>
          </Button>
        </p>
      ) : (
        <ChoiceField
          id={REASON_ID}
          options={reason.choices}
          value={chosen}
          onChange={(value) => onChoose(String(value))}
          labelledBy="reason-label"
          describedBy={problem ? 'reason-problem' : undefined}
          invalid={problem}
          required
        />
      )}
      {problem && (
        <p id="reason-problem" className="entry-problem">
          {say('problem_empty_choice')}
        </p>
      )}
    </div>
  );
}
