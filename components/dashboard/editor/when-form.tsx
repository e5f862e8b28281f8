import type { Condition, Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { conditionWords, subjectWords } from './condition-words';
import { choicesOf, conditionOf, type Line, linesOf, subjectsFor } from './conditions';
import { Ticks } from './groups';
import { NamesInput, SelectInput } from './inputs';
import { Said } from './said';

type Props = {
  at: string;
  playbook: Playbook;
  criterion: string;
  value: Condition | undefined;
  onChange(value: Condition | undefined): void;
};

/** When a criterion is asked for: always, or by lines. What is nested deeper is told in words and kept as it is. */
export function WhenForm({ at, playbook, criterion, value, onChange }: Props) {
  const shown = linesOf(value);
  if (!shown && value)
    return (
      <div className="edit-kept">
        <p>{conditionWords(value, playbook)}</p>
        <p className="edit-hint">{say('editor_when_nested')}</p>
        <Button look="quiet" onClick={() => onChange(undefined)}>
          {say('editor_when_always')}
        </Button>
      </div>
    );
  const { every, lines } = shown ?? { every: true, lines: [] };
  const set = (next: Line[], all = every) => onChange(conditionOf({ every: all, lines: next }));
  return (
    <div className="edit-when">
      {lines.length === 0 && <p className="edit-hint">{say('editor_when_none')}</p>}
      {lines.length > 1 && (
        <SelectInput
          at={`${at}/every`}
          label={say('editor_every')}
          value={every ? 'all' : 'any'}
          options={[
            ['all', say('editor_every_all')],
            ['any', say('editor_every_any')],
          ]}
          onChange={(how) => set(lines, how === 'all')}
        />
      )}
      {lines.map((line, n) => (
        <WhenLine
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and their order is theirs
          key={n}
          at={`${at}/${n}`}
          playbook={playbook}
          criterion={criterion}
          line={line}
          onChange={(changed) => set(lines.map((one, place) => (place === n ? changed : one)))}
          onRemove={() => set(lines.filter((_, place) => place !== n))}
        />
      ))}
      {lines.length < 10 && (
        <Button look="quiet" onClick={() => set([...lines, { of: 'reason', name: '', is: [], not: false }])}>
          {say(lines.length === 0 ? 'editor_when_add' : 'editor_when_more')}
        </Button>
      )}
      <Said at={at} />
    </div>
  );
}

type LineProps = Pick<Props, 'at' | 'playbook' | 'criterion'> & {
  line: Line;
  onChange(line: Line): void;
  onRemove(): void;
};

function WhenLine({ at, playbook, criterion, line, onChange, onRemove }: LineProps) {
  const choices = choicesOf(line, playbook);
  const keyOf = ({ of, name }: Pick<Line, 'of' | 'name'>) => `${of} ${name}`;
  const subjects = subjectsFor(playbook, criterion);
  // One that is not among them (a custom field, an answer that is gone) stays what it is.
  const all = subjects.some((one) => keyOf(one) === keyOf(line)) ? subjects : [...subjects, line];
  return (
    <div className="edit-when-line">
      <div className="edit-beside">
        <SelectInput
          at={`${at}/of`}
          label={say('editor_when_of')}
          value={keyOf(line)}
          options={all.map((one) => [keyOf(one), subjectWords(one, playbook)] as const)}
          onChange={(key) => {
            const subject = all.find((one) => keyOf(one) === key);
            if (subject) onChange({ of: subject.of, name: subject.name, is: [], not: line.not });
          }}
        />
        <SelectInput
          at={`${at}/not`}
          label={say('editor_when_how')}
          value={line.not ? 'not' : 'is'}
          options={[
            ['is', say('editor_when_is')],
            ['not', say('editor_when_not')],
          ]}
          onChange={(how) => onChange({ ...line, not: how === 'not' })}
        />
      </div>
      {choices ? (
        <Ticks
          legend={say('editor_when_values')}
          options={[
            ...choices.map(({ id, label }) => [id, label || say('editor_unnamed')] as const),
            // A word that no choice is called by any more: it can be taken out.
            ...line.is
              .filter((value) => !choices.some(({ id }) => id === value))
              .map((value) => [value, value] as const),
          ]}
          value={line.is}
          onChange={(is) => onChange({ ...line, is })}
        />
      ) : (
        <NamesInput
          at={`${at}/is`}
          label={say('editor_when_values')}
          value={line.is}
          onChange={(is) => onChange({ ...line, is })}
        />
      )}
      <Button look="quiet" onClick={onRemove}>
        {say('editor_when_remove')}
      </Button>
    </div>
  );
}
