import { createContext, type ReactNode, useContext } from 'react';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import type { Fix } from './fixes';
import { problemWords } from './problem-words';
import { type Place, type Problem, problemsAt } from './problems';

/** What is said of the playbook on the form, and how a person's label for one of its criteria is found. */
export type Saying = {
  problems: readonly Problem[];
  labelOf(criterion: string): string;
  /** What one press does about it. */
  fixOf(problem: Problem): Fix | undefined;
  onFix(fix: Fix, at: Place): void;
};
export const SayingContext = createContext<Saying>({
  problems: [],
  labelOf: (id) => id,
  fixOf: () => undefined,
  onFix: () => undefined,
});

/** Element ids of the form: never those of the panel's fields. */
export const editId = (at: Place): string => `edit:${at}`;
const saidId = (at: Place): string => `said:${at}`;

/** What an input needs to be named by what is said of it. */
export function useSaid(at: Place) {
  const said = problemsAt(useContext(SayingContext).problems, at);
  return {
    said,
    control: {
      id: editId(at),
      'aria-invalid': said.some(({ error }) => error) || undefined,
      'aria-describedby': said.length > 0 ? saidId(at) : undefined,
    },
  };
}

/** What is said of one place, right under it. */
export function Said({ at }: { at: Place }) {
  const { problems, labelOf, fixOf, onFix } = useContext(SayingContext);
  const said = problemsAt(problems, at);
  if (said.length === 0) return null;
  return (
    <ul id={saidId(at)} className="said">
      {said.map((one) => {
        const fix = fixOf(one);
        return (
          <li key={`${one.code} ${one.about}`} className={one.error ? 'said-error' : 'said-advice'}>
            {problemWords(one, labelOf)}
            {fix && (
              <>
                {' '}
                <Button look="quiet" onClick={() => onFix(fix, at)}>
                  {say(fix.words)}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type PartProps = { title: string; why?: string; at?: Place; children: ReactNode };

/** A part of the form under its heading. */
export function Part({ title, why, at, children }: PartProps) {
  return (
    <section className="edit-part" id={at && editId(at)} tabIndex={at ? -1 : undefined}>
      <h3 className="edit-title">{title}</h3>
      {why && <p className="edit-why">{why}</p>}
      {children}
      {at && <Said at={at} />}
    </section>
  );
}
