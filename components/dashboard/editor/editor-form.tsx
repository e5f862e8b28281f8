import type { Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Fold } from '../../ui/fold';
import { CriteriaList } from './criteria-list';
import { FoldAtFirst } from './fold-at-first';
import { TextInput } from './inputs';
import { LifeForm } from './life-form';
import { MissingForm } from './missing-form';
import { PeopleForm } from './people-form';
import { ReasonForm } from './reason-form';
import { RoutingForm } from './routing-form';
import { Part } from './said';
import { type SiteName, TriggerForm } from './trigger-form';

type Props = {
  playbook: Playbook;
  sites: { allowed: readonly SiteName[]; known: readonly SiteName[] };
  isNew: boolean;
  onEdit(playbook: Playbook): void;
};

/** The whole form: what every playbook needs first, the rarely used folded away. */
export function EditorForm({ playbook, sites, isNew, onEdit }: Props) {
  return (
    <>
      <Part title={say('editor_basics')}>
        <TextInput
          at="name"
          label={say('editor_name')}
          value={playbook.name}
          placeholder={say('editor_name_like')}
          onChange={(name) => onEdit({ ...playbook, name })}
        />
        <TextInput
          at="because"
          label={say('editor_because')}
          hint={say('editor_because_hint')}
          value={playbook.because}
          placeholder={say('editor_because_like')}
          onChange={(because) => onEdit({ ...playbook, because })}
        />
      </Part>
      <TriggerForm playbook={playbook} sites={sites} onEdit={onEdit} />
      <Part title={say('editor_receiver')}>
        <TextInput
          at="receiver/team"
          label={say('editor_receiver_team')}
          value={playbook.receiver.team}
          onChange={(team) => onEdit({ ...playbook, receiver: { team } })}
        />
      </Part>
      <CriteriaList
        playbook={playbook}
        side="exit"
        title={say('editor_exit')}
        why={say('editor_exit_why')}
        onEdit={onEdit}
      />
      <ReasonForm playbook={playbook} onEdit={onEdit} />
      <FoldAtFirst summary={say('editor_entry_fold')} open={!isNew && playbook.entry.length > 0}>
        <CriteriaList
          playbook={playbook}
          side="entry"
          title={say('editor_entry')}
          why={say('editor_entry_why')}
          onEdit={onEdit}
        />
      </FoldAtFirst>
      <Fold summary={say('editor_missing_fold')}>
        <MissingForm playbook={playbook} onEdit={onEdit} />
      </Fold>
      <FoldAtFirst summary={say('editor_people_fold')} open={playbook.owner !== undefined}>
        <PeopleForm playbook={playbook} onEdit={onEdit} />
      </FoldAtFirst>
      <Fold summary={say('editor_routing_fold')}>
        <RoutingForm playbook={playbook} onEdit={onEdit} />
        <LifeForm playbook={playbook} known={sites.known} onEdit={onEdit} />
      </Fold>
    </>
  );
}
