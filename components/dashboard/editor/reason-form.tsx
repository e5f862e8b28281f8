import type { Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { conditionWords } from './condition-words';
import { addNamed, withParts } from './edit';
import { TextInput } from './inputs';
import { NamedList } from './named-list';
import { Part } from './said';

type Props = { playbook: Playbook; onEdit(playbook: Playbook): void };

/** The one question that is always asked, and its choices. */
export function ReasonForm({ playbook, onEdit }: Props) {
  const { reason } = playbook;
  const set = (parts: Parameters<typeof withParts<Playbook['reason']>>[1]) =>
    onEdit({ ...playbook, reason: withParts(reason, parts) });
  const implied = reason.implied ?? [];
  return (
    <Part title={say('editor_reason')} why={say('editor_reason_why')} at="reason">
      <TextInput
        at="reason/question"
        label={say('editor_question')}
        value={reason.question}
        onChange={(question) => set({ question })}
      />
      <NamedList
        at="reason/choices"
        legend={say('editor_choices')}
        word={say('editor_choice_word')}
        add={say('editor_choice_add')}
        items={reason.choices}
        least={2}
        most={12}
        onChange={(choices) => set({ choices })}
        onAdd={() => set({ choices: addNamed(playbook, reason.choices) })}
      />
      {implied.length > 0 && (
        <ul className="edit-kept">
          {implied.map(({ when, choice }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no names, and the first that holds counts
            <li key={n}>
              {say(
                'editor_implied',
                reason.choices.find(({ id }) => id === choice)?.label ?? choice,
                conditionWords(when, playbook),
              )}{' '}
              <Button
                look="quiet"
                onClick={() => {
                  const left = implied.filter((_, at) => at !== n);
                  set({ implied: left.length > 0 ? left : undefined });
                }}
              >
                {say('editor_remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
