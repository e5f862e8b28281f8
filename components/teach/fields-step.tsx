import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LessonView } from '../../lib/model/teaching';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { CaseNumber } from './case-number';
import { FieldRow } from './field-row';
import type { Act } from './lead-view';
import { fieldWords } from './lead-words';
import { PointKeys } from './point';

/** What most desks show of a case; and of these, what can hand it over. */
const READY = ['subject', 'team', 'owner', 'status', 'priority'];
const MOVES = ['team', 'owner', 'status', 'stage'];
const KNOWN = [
  'stage',
  'requester',
  'requesterMail',
  'severity',
  'environment',
  'company',
  'amount',
  'closeDate',
  'tags',
];

type Props = { view: LessonView; act: Act; fieldOf(name: string): string };

/** The first step: what the case shows, and where. */
export function FieldsStep({ view, act, fieldOf }: Props) {
  const [looked, setLooked] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const aimed = view.aim && 'field' in view.aim ? view.aim.field : undefined;
  const rows = [...new Set([...READY, ...view.fields.map(({ field }) => field), ...(aimed ? [aimed] : [])])];
  const moves = view.fields.some(({ field }) => MOVES.includes(field));
  const ready = moves && view.caseId !== undefined;
  const was = useRef(aimed);
  useEffect(() => {
    // What was just taken is done with: the next one that is not yet known comes.
    if (was.current && !aimed) (list.current?.querySelector('.row-open button') as HTMLElement | null)?.focus();
    was.current = aimed;
  }, [aimed]);
  return (
    <>
      {view.ids.length === 0 && <Notice tone="warn">{say('teach_lacks_case')}</Notice>}
      <ul className="rows" ref={list}>
        {rows.map((field) => (
          <FieldRow
            key={field}
            field={field}
            known={view.fields.find((one) => one.field === field)}
            found={view.found.includes(field)}
            aiming={aimed === field}
            act={act}
          />
        ))}
      </ul>
      {aimed ? <PointKeys /> : <Another act={act} fieldOf={fieldOf} />}
      {view.ids.length > 1 && <CaseNumber ids={view.ids} chosen={view.caseId} act={act} />}
      <div className="lead-foot">
        {looked && !moves && <Notice tone="warn">{say('teach_lacks_moves')}</Notice>}
        <Button
          look="main"
          waiting={!ready}
          onClick={() => (ready ? act({ do: 'step', step: 'handoff' }) : setLooked(true))}
        >
          {say(view.found.length > 0 ? 'teach_fields_right' : 'teach_next')}
        </Button>
      </div>
    </>
  );
}

/** A field that has no row yet, by its name. */
function Another({ act, fieldOf }: Omit<Props, 'view'>) {
  const [name, setName] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    const field = KNOWN.find((one) => fieldWords(one).toLowerCase() === typed.toLowerCase()) ?? fieldOf(typed);
    if (!field) return;
    setName('');
    act({ do: 'aim', aim: { field: field.slice(0, 64) } });
  };
  return (
    <form className="another" onSubmit={add}>
      <input
        className="input"
        list="known-fields"
        value={name}
        maxLength={64}
        placeholder={say('teach_another')}
        aria-label={say('teach_another')}
        onChange={({ target }) => setName(target.value)}
      />
      <datalist id="known-fields">
        {KNOWN.map((field) => (
          <option key={field} value={fieldWords(field)} />
        ))}
      </datalist>
      {name.trim() !== '' && (
        <button type="submit" className="button">
          {say('teach_point')}
        </button>
      )}
    </form>
  );
}
