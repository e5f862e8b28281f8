import type { Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { type PartsOf, withParts } from './edit';
import { RadioGroup } from './groups';
import { TextInput } from './inputs';
import { Part } from './said';

type Props = { playbook: Playbook; onEdit(playbook: Playbook): void };

/** Who is responsible before and after, who closes, and who must agree. */
export function PeopleForm({ playbook, onEdit }: Props) {
  const { owner, approver, closedBy } = playbook;
  const set = (parts: PartsOf<Playbook>) => onEdit(withParts(playbook, parts));
  const { before, after } = owner ?? { before: 'sender', after: 'team' };
  const own = (next: NonNullable<Playbook['owner']>) =>
    set({ owner: next.before === 'sender' && next.after === 'team' ? undefined : next });
  const agree = (person: string, link: string) =>
    set({ approver: person === '' && link === '' ? undefined : { person, ...(link ? { link } : {}) } });
  return (
    <Part title={say('editor_people')} at="owner">
      <RadioGroup
        name="owner/before"
        legend={say('editor_before')}
        value={before}
        options={[
          ['sender', say('editor_before_sender')],
          ['team', say('editor_before_team')],
        ]}
        onChange={(who) => own({ before: who, after })}
      />
      <RadioGroup
        name="owner/after"
        legend={say('editor_after')}
        value={after}
        options={[
          ['team', say('editor_after_team')],
          ['person', say('editor_after_person')],
        ]}
        onChange={(who) => own({ before, after: who })}
      />
      <RadioGroup
        name="closedBy"
        legend={say('editor_closed')}
        value={closedBy}
        options={[
          ['sender', say('editor_closed_sender')],
          ['receiver', say('editor_closed_receiver')],
        ]}
        onChange={(who) => set({ closedBy: who })}
      />
      <div className="edit-beside">
        <TextInput
          at="approver/person"
          label={say('editor_approver')}
          value={approver?.person ?? ''}
          onChange={(person) => agree(person, approver?.link ?? '')}
        />
        <TextInput
          at="approver/link"
          label={say('editor_approver_link')}
          value={approver?.link ?? ''}
          max={500}
          onChange={(link) => agree(approver?.person ?? '', link)}
        />
      </div>
    </Part>
  );
}
