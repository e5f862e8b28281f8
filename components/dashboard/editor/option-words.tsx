import type { Option } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Fold } from '../../ui/fold';
import { withParts } from './edit';
import { NamesInput } from './inputs';

type Props = { at: string; options: readonly Option[]; onChange(options: Option[]): void };

/** The desk's own words for an option: by these it is filled in. */
export function OptionWords({ at, options, onChange }: Props) {
  return (
    <Fold summary={say('editor_matches')}>
      <p className="edit-hint">{say('editor_matches_why')}</p>
      <div className="edit-beside">
        {options.map((option, n) => (
          <NamesInput
            key={option.id}
            at={`${at}/options/${n}/matches`}
            label={option.label || say('editor_unnamed')}
            value={option.matches ?? []}
            onChange={(matches) =>
              onChange(
                options.map((one) =>
                  one.id === option.id ? withParts(one, { matches: matches.length > 0 ? matches : undefined }) : one,
                ),
              )
            }
          />
        ))}
      </div>
    </Fold>
  );
}
