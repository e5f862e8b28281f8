import type { Criterion, Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { addNamed, withParts } from './edit';
import { FoldAtFirst } from './fold-at-first';
import { NamesInput, NumberInput, TextInput } from './inputs';
import { NamedList } from './named-list';
import { OptionWords } from './option-words';
import { PatternForm } from './pattern-form';

type Props = { at: string; playbook: Playbook; criterion: Criterion; onChange(criterion: Criterion): void };

/** What only a criterion of this kind has. */
export function KindSettings({ at, playbook, criterion, onChange }: Props) {
  switch (criterion.kind) {
    case 'text':
      return (
        <FoldAtFirst
          summary={say('editor_text_more')}
          open={[criterion.pattern, criterion.lines, criterion.without].some((part) => part !== undefined)}
        >
          <div className="edit-beside">
            <NumberInput
              at={`${at}/min`}
              label={say('editor_min')}
              value={criterion.min}
              least={1}
              most={2000}
              onChange={(min) => onChange(withParts(criterion, { min }))}
            />
            <NumberInput
              at={`${at}/lines`}
              label={say('editor_lines')}
              value={criterion.lines}
              least={1}
              most={20}
              onChange={(lines) => onChange(withParts(criterion, { lines }))}
            />
          </div>
          <PatternForm
            at={`${at}/pattern`}
            value={criterion.pattern}
            onChange={(pattern) => onChange(withParts(criterion, { pattern }))}
          />
          <NoSecrets criterion={criterion} onChange={onChange} />
        </FoldAtFirst>
      );
    case 'choice':
      return (
        <>
          <NamedList
            at={`${at}/options`}
            legend={say('editor_options')}
            word={say('editor_option_word')}
            add={say('editor_option_add')}
            items={criterion.options}
            least={2}
            most={20}
            onChange={(options) => onChange({ ...criterion, options })}
            onAdd={() => onChange({ ...criterion, options: addNamed(playbook, criterion.options) })}
          />
          <OptionWords
            at={at}
            options={criterion.options}
            onChange={(options) => onChange({ ...criterion, options })}
          />
        </>
      );
    case 'rows':
      return (
        <>
          <NamedList
            at={`${at}/columns`}
            legend={say('editor_columns')}
            word={say('editor_column_word')}
            add={say('editor_column_add')}
            items={criterion.columns}
            least={1}
            most={4}
            onChange={(columns) => onChange({ ...criterion, columns })}
            onAdd={() => onChange({ ...criterion, columns: addNamed(playbook, criterion.columns) })}
          />
          <NumberInput
            at={`${at}/minRows`}
            label={say('editor_min_rows')}
            value={criterion.minRows}
            least={1}
            most={10}
            onChange={(minRows) => onChange({ ...criterion, minRows: minRows ?? criterion.minRows })}
          />
          <NoSecrets criterion={criterion} onChange={onChange} />
        </>
      );
    case 'person':
      return (
        <Tick
          label={say('editor_not_sender')}
          on={criterion.notSender === true}
          onChange={(on) => onChange(withParts(criterion, { notSender: on || undefined }))}
        />
      );
    case 'date':
      return (
        <Tick
          label={say('editor_future')}
          on={criterion.future === true}
          onChange={(on) => onChange(withParts(criterion, { future: on || undefined }))}
        />
      );
    case 'link':
      return (
        <NamesInput
          at={`${at}/hosts`}
          label={say('editor_hosts')}
          hint={say('editor_hosts_hint')}
          value={criterion.hosts ?? []}
          onChange={(hosts) => onChange(withParts(criterion, { hosts: hosts.length > 0 ? hosts : undefined }))}
        />
      );
    case 'number':
      return (
        <div className="edit-beside">
          <NumberInput
            at={`${at}/min`}
            label={say('editor_least')}
            value={criterion.min}
            least={-1e9}
            most={1e9}
            onChange={(min) => onChange(withParts(criterion, { min }))}
          />
          <NumberInput
            at={`${at}/max`}
            label={say('editor_most')}
            value={criterion.max}
            least={-1e9}
            most={1e9}
            onChange={(max) => onChange(withParts(criterion, { max }))}
          />
          <TextInput
            at={`${at}/unit`}
            label={say('editor_unit')}
            value={criterion.unit ?? ''}
            max={20}
            onChange={(unit) => onChange(withParts(criterion, { unit: unit || undefined }))}
          />
        </div>
      );
    case 'confirmation':
      return (
        <TextInput
          at={`${at}/statement`}
          label={say('editor_statement')}
          value={criterion.statement}
          onChange={(statement) => onChange({ ...criterion, statement })}
        />
      );
    default:
      return null;
  }
}

type SecretsProps = { criterion: Extract<Criterion, { kind: 'text' | 'rows' }>; onChange(criterion: Criterion): void };

function NoSecrets({ criterion, onChange }: SecretsProps) {
  return (
    <Tick
      label={say('editor_no_secrets')}
      on={criterion.without === 'secrets'}
      onChange={(on) => onChange(withParts(criterion, { without: on ? 'secrets' : undefined }))}
    />
  );
}

function Tick({ label, on, onChange }: { label: string; on: boolean; onChange(on: boolean): void }) {
  return (
    <label className="tick edit-field">
      <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
