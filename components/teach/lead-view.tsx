import { useEffect, useRef } from 'react';
import type { LessonView, TeachAct } from '../../lib/model/teaching';
import { say } from '../../lib/words/say';
import { Notice } from '../ui/notice';
import { OnlyRead } from '../ui/only-read';
import { FieldsStep } from './fields-step';
import { HandoffStep } from './handoff-step';
import { LeadHead } from './lead-head';
import { troubleWords } from './lead-words';
import { OthersStep } from './others-step';

export type Act = (act: TeachAct) => void;
type Props = {
  view: LessonView;
  /** What was just read on the page, to be said aloud. */
  said: string;
  /** Why the last press did nothing. */
  trouble: string | undefined;
  /** The field that a name means: one that Baton knows, else the name itself. */
  fieldOf(name: string): string;
  act: Act;
};

const STEPS = { fields: FieldsStep, handoff: HandoffStep, others: OthersStep } as const;
const TITLES = { fields: 'teach_fields_title', handoff: 'teach_handoff_title', others: 'teach_others_title' } as const;
const HOW = { fields: 'teach_fields_how', handoff: 'teach_handoff_how', others: 'teach_others_how' } as const;

/** Leads a person who teaches Baton a page: one step at a time. */
export function LeadView({ view, said, trouble, fieldOf, act }: Props) {
  const Step = STEPS[view.step];
  const title = useRef<HTMLHeadingElement>(null);
  const { step } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step begins at its title.
  useEffect(() => title.current?.focus(), [step]);
  return (
    <div className="lead">
      <LeadHead view={view} act={act} />
      <main className="lead-body">
        <h2 ref={title} tabIndex={-1} className="lead-title">
          {say(TITLES[step])}
        </h2>
        <p className="lead-how">{say(HOW[step])}</p>
        {view.lost && <Notice tone="warn">{say('teach_lost')}</Notice>}
        <Step key={step} view={view} act={act} fieldOf={fieldOf} />
        {trouble && (
          <Notice tone="warn" urgent>
            {troubleWords(trouble)}
          </Notice>
        )}
      </main>
      <OnlyRead>
        <span role="status" aria-live="polite">
          {said}
        </span>
      </OnlyRead>
    </div>
  );
}
