import { CaseKind } from '../../../lib/model/case';
import { type Playbook, TriggerCase } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { withParts, withTrigger } from './edit';
import { Ticks } from './groups';
import { AddFrom, NamesInput, SelectInput } from './inputs';
import { Part } from './said';
import { CASE_KINDS, TRIGGER_FIELDS } from './words';

export type SiteName = { id: string; name: string };

type Props = {
  playbook: Playbook;
  /** The desks that are allowed, and all that Baton knows. */
  sites: { allowed: readonly SiteName[]; known: readonly SiteName[] };
  onEdit(playbook: Playbook): void;
};

const fields = () => TriggerCase.shape.field.options.map((field) => [field, say(TRIGGER_FIELDS[field])] as const);
const kinds = () => CaseKind.options.map((kind) => [kind, say(CASE_KINDS[kind])] as const);

/** Which change is this handoff, in a sentence to be completed. */
export function TriggerForm({ playbook, sites, onEdit }: Props) {
  const { trigger } = playbook;
  const set = (parts: Parameters<typeof withParts<Playbook['trigger']>>[1]) =>
    onEdit(withTrigger(playbook, withParts(trigger, parts)));
  const change = (at: number, parts: Parameters<typeof withParts<TriggerCase>>[1]) =>
    set({ any: trigger.any.map((one, n) => (n === at ? withParts(one, parts) : one)) });
  return (
    <Part title={say('editor_trigger')} why={say('editor_trigger_why')} at="trigger">
      <Ticks
        legend={say('editor_kinds')}
        options={kinds()}
        value={trigger.kinds}
        onChange={(ticked) => set({ kinds: CaseKind.options.filter((kind) => ticked.includes(kind)) })}
        at="trigger/kinds"
      />
      {trigger.any.map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no names, and their order is theirs
        <fieldset key={n} className="edit-change">
          <legend className="only-read">{say('editor_change', String(n + 1))}</legend>
          <SelectInput
            at={`trigger/any/${n}/field`}
            label={say(n === 0 ? 'editor_when' : 'editor_or_when')}
            value={one.field}
            options={fields()}
            onChange={(field) => change(n, { field })}
          />
          <NamesInput
            at={`trigger/any/${n}/from`}
            label={say('editor_from')}
            value={one.from ?? []}
            placeholder={say('editor_anything')}
            onChange={(from) => change(n, { from: from.length > 0 ? from : undefined })}
          />
          <NamesInput
            at={`trigger/any/${n}/to`}
            label={say('editor_to')}
            value={one.to}
            placeholder={n === 0 ? say('editor_to_like') : ''}
            onChange={(to) => change(n, { to })}
          />
          {trigger.any.length > 1 && (
            <Button look="quiet" onClick={() => set({ any: trigger.any.filter((_, at) => at !== n) })}>
              {say('editor_change_remove')}
            </Button>
          )}
        </fieldset>
      ))}
      <p className="edit-hint">{say('editor_names_hint')}</p>
      {trigger.any.length < 10 && (
        <Button look="quiet" onClick={() => set({ any: [...trigger.any, { field: 'team', to: [] }] })}>
          {say('editor_change_add')}
        </Button>
      )}
      <Desks chosen={trigger.sites} sites={sites} onChange={(chosen) => set({ sites: chosen })} />
    </Part>
  );
}

type DesksProps = Pick<Props, 'sites'> & {
  chosen: readonly string[] | undefined;
  onChange(chosen: string[] | undefined): void;
};

/** On every desk, until one is named. */
function Desks({ chosen = [], sites: { allowed, known }, onChange }: DesksProps) {
  const ids = [...new Set([...allowed.map(({ id }) => id), ...chosen])];
  const nameOf = (id: string) => [...allowed, ...known].find((one) => one.id === id)?.name ?? id;
  const others = known.filter(({ id }) => !ids.includes(id));
  const set = (next: string[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <div className="edit-desks">
      <Ticks
        legend={say(chosen.length > 0 ? 'editor_desks_some' : 'editor_desks_all')}
        options={ids.map((id) => [id, nameOf(id)] as const)}
        value={chosen}
        onChange={set}
      />
      <AddFrom
        label={say('editor_desk_add')}
        options={others.map(({ id, name }) => [id, name] as const)}
        onAdd={(id) => set([...chosen, id])}
      />
    </div>
  );
}
