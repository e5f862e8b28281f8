import { useEffect } from 'react';
import type { Criterion, Level, Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { withParts } from './edit';
import { FoldAtFirst } from './fold-at-first';
import { TextInput } from './inputs';
import { KindSettings } from './kind-settings';
import { PrefillForm } from './prefill-form';
import { editId } from './said';
import { WhenForm } from './when-form';
import { LEVELS } from './words';

type Props = {
  playbook: Playbook;
  criterion: Criterion;
  fresh: boolean;
  onChange(criterion: Criterion): void;
};

/** All that can be said of one criterion; what is rarely said is folded away. */
export function CriterionForm({ playbook, criterion, fresh, onChange }: Props) {
  const at = `criterion:${criterion.id}`;
  const labelAt = editId(`${at}/label`);
  useEffect(() => {
    if (fresh) document.getElementById(labelAt)?.focus();
  }, [fresh, labelAt]);
  const set = (parts: Partial<Pick<Criterion, 'label' | 'why' | 'level'>>) => onChange({ ...criterion, ...parts });
  return (
    <>
      <TextInput
        at={`${at}/label`}
        label={say('editor_label')}
        value={criterion.label}
        placeholder={say('editor_label_like')}
        onChange={(label) => set({ label })}
      />
      <TextInput
        at={`${at}/why`}
        label={say('editor_why')}
        hint={say('editor_why_hint')}
        value={criterion.why}
        onChange={(why) => set({ why })}
      />
      <fieldset className="edit-field">
        <legend className="edit-label">{say('editor_level')}</legend>
        <div className="pills">
          {(Object.keys(LEVELS) as Level[]).map((level) => (
            <label key={level} title={say(LEVELS[level][1])}>
              <input
                type="radio"
                name={editId(`${at}/level`)}
                checked={criterion.level === level}
                onChange={() => set({ level })}
              />
              {say(LEVELS[level][0])}
            </label>
          ))}
        </div>
        <p className="edit-hint">{say(LEVELS[criterion.level][1])}</p>
      </fieldset>
      <KindSettings at={at} playbook={playbook} criterion={criterion} onChange={onChange} />
      <FoldAtFirst summary={say('editor_prefill')} open={(criterion.prefill ?? []).length > 0}>
        <PrefillForm
          at={`${at}/prefill`}
          value={criterion.prefill ?? []}
          onChange={(prefill) => onChange(withParts(criterion, { prefill: prefill.length > 0 ? prefill : undefined }))}
        />
      </FoldAtFirst>
      <FoldAtFirst summary={say('editor_when_asked')} open={criterion.when !== undefined}>
        <WhenForm
          at={`${at}/when`}
          playbook={playbook}
          criterion={criterion.id}
          value={criterion.when}
          onChange={(when) => onChange(withParts(criterion, { when }))}
        />
      </FoldAtFirst>
    </>
  );
}
