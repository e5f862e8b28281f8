import { type Playbook, Route } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { withParts } from './edit';
import { AddFrom, NumberInput, TextInput } from './inputs';
import { Part } from './said';
import { ROUTE_FIELDS } from './words';

type Props = { playbook: Playbook; onEdit(playbook: Playbook): void };

const fields = () => Route.shape.field.options.map((field) => [field, say(ROUTE_FIELDS[field])] as const);

/** What should be set along with the handoff. */
export function RoutingForm({ playbook, onEdit }: Props) {
  const routes = playbook.routing ?? [];
  const set = (next: Route[]) => onEdit(withParts(playbook, { routing: next.length > 0 ? next : undefined }));
  const change = (at: number, to: string) => set(routes.map((one, n) => (n === at ? { ...one, to } : one)));
  return (
    <Part title={say('editor_routing')} why={say('editor_routing_why')}>
      {routes.map(({ field, to }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field may be set twice (tags), and the order is theirs
        <div key={n} className="edit-line">
          {field === 'due' ? (
            <NumberInput
              at={`routing/${n}/to`}
              label={say('editor_due_in')}
              value={to === '' ? undefined : Number(to)}
              least={0}
              most={365}
              onChange={(days) => change(n, days === undefined ? '' : String(days))}
            />
          ) : (
            <TextInput
              at={`routing/${n}/to`}
              label={say('editor_set_to', say(ROUTE_FIELDS[field]))}
              value={to}
              max={200}
              onChange={(text) => change(n, text)}
            />
          )}
          <Button look="quiet" onClick={() => set(routes.filter((_, at) => at !== n))}>
            {say('editor_remove')}
          </Button>
        </div>
      ))}
      {routes.length < 8 && (
        <AddFrom
          label={say('editor_routing_add')}
          options={fields()}
          onAdd={(field) => set([...routes, { field: field as Route['field'], to: '' }])}
        />
      )}
    </Part>
  );
}
