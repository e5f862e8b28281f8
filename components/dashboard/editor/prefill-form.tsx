import { KNOWN_FIELDS } from '../../../lib/model/case';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { CloseIcon } from '../../ui/icons';
import { AddFrom } from './inputs';
import { Said } from './said';
import { DERIVED, fieldWords } from './words';

const SOURCES = [...KNOWN_FIELDS, ...DERIVED];

type Props = { at: string; value: readonly string[]; onChange(value: string[]): void };

/** Where an answer is read from, the first that says something. */
export function PrefillForm({ at, value, onChange }: Props) {
  return (
    <div className="edit-field">
      <p className="edit-hint">{say('editor_prefill_why')}</p>
      <ol className="edit-sources">
        {value.map((source) => (
          <li key={source}>
            {fieldWords(source)}
            <Button
              look="icon"
              aria-label={say('editor_remove_named', fieldWords(source))}
              onClick={() => onChange(value.filter((one) => one !== source))}
            >
              <CloseIcon />
            </Button>
          </li>
        ))}
      </ol>
      {value.length < 5 && (
        <AddFrom
          label={say(value.length === 0 ? 'editor_prefill_add' : 'editor_prefill_more')}
          options={SOURCES.filter((source) => !value.includes(source)).map((source) => [source, fieldWords(source)])}
          onAdd={(source) => onChange([...value, source])}
        />
      )}
      <Said at={at} />
    </div>
  );
}
