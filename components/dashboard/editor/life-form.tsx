import { type LifeStage, type Playbook, Stage } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { CloseIcon } from '../../ui/icons';
import { type PartsOf, withParts } from './edit';
import { AddFrom, TextInput } from './inputs';
import { Part } from './said';
import type { SiteName } from './trigger-form';
import { STAGES } from './words';

type Props = { playbook: Playbook; known: readonly SiteName[]; onEdit(playbook: Playbook): void };

/** What each stage of a handoff's life means, said once, and which status it is. A stage of which nothing is said is not there. */
export function LifeForm({ playbook, known, onEdit }: Props) {
  const stages = playbook.lifecycle ?? [];
  const set = (stage: Stage, parts: PartsOf<LifeStage>) => {
    const before = stages.find((one) => one.stage === stage) ?? { stage, means: '' };
    const changed = withParts(before, parts);
    const empty = changed.means === '' && !changed.status && !changed.desks;
    const next = Stage.options.flatMap((name) => {
      if (name === stage) return empty ? [] : [changed];
      return stages.filter((one) => one.stage === name);
    });
    onEdit(withParts(playbook, { lifecycle: next.length > 0 ? next : undefined }));
  };
  return (
    <Part title={say('editor_life')} why={say('editor_life_why')}>
      {Stage.options.map((stage) => {
        const one = stages.find((each) => each.stage === stage);
        const at = `lifecycle/${stage}`;
        const desks = one?.desks ?? [];
        const nameOf = (id: string) => known.find((site) => site.id === id)?.name ?? id;
        const setDesks = (next: typeof desks) => set(stage, { desks: next.length > 0 ? next : undefined });
        return (
          <fieldset key={stage} className="edit-stage">
            <legend className="edit-label">{say(STAGES[stage])}</legend>
            <div className="edit-beside">
              <TextInput
                at={`${at}/means`}
                label={say('editor_means')}
                value={one?.means ?? ''}
                onChange={(means) => set(stage, { means })}
              />
              <TextInput
                at={`${at}/status`}
                label={say('editor_status')}
                value={one?.status ?? ''}
                max={200}
                onChange={(status) => set(stage, { status: status || undefined })}
              />
            </div>
            {desks.map(({ site, status }, n) => (
              <div key={site} className="edit-line">
                <TextInput
                  at={`${at}/desks/${n}/status`}
                  label={say('editor_status_on', nameOf(site))}
                  value={status}
                  max={200}
                  onChange={(text) =>
                    setDesks(desks.map((each) => (each.site === site ? { site, status: text } : each)))
                  }
                />
                <Button
                  look="icon"
                  aria-label={say('editor_remove_named', nameOf(site))}
                  onClick={() => setDesks(desks.filter((each) => each.site !== site))}
                >
                  <CloseIcon />
                </Button>
              </div>
            ))}
            {one && (
              <AddFrom
                label={say('editor_status_desk')}
                options={known
                  .filter(({ id }) => !desks.some(({ site }) => site === id))
                  .map(({ id, name }) => [id, name] as const)}
                onAdd={(site) => setDesks([...desks, { site, status: '' }])}
              />
            )}
          </fieldset>
        );
      })}
    </Part>
  );
}
