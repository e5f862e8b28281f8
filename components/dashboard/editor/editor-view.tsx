import { useMemo, useState } from 'react';
import type { Playbook } from '../../../lib/model/playbook';
import type { Mode } from '../../../lib/model/settings';
import type { Lint } from '../../../lib/rules/playbook-lint';
import { say } from '../../../lib/words/say';
import { Notice } from '../../ui/notice';
import { EditorForm } from './editor-form';
import { type Fix, fixOf } from './fixes';
import { PreviewColumn } from './preview-column';
import { type Problem, problemsOf } from './problems';
import { editId, SayingContext } from './said';
import type { Sample, Shown } from './samples';
import { type SaveAs, SaveBar, type SaveState } from './save-bar';
import type { SiteName } from './trigger-form';
import { type Version, Versions } from './versions';

export type EditorViewProps = {
  playbook: Playbook;
  source: 'new' | 'company' | 'own' | 'shared' | 'baton';
  /** False where the company switched the editor off. */
  mayEdit?: boolean;
  mode: Mode;
  /** What stands behind the person's own copy, and comes back when that goes. */
  behind: 'shared' | 'baton' | undefined;
  dirty: boolean;
  /** An edit that was begun before and never saved is what is shown: since when, and whether another version was saved meanwhile. */
  begun: { at: string; older: boolean } | undefined;
  /** What was done last, in words. */
  done: string;
  state: SaveState;
  among: readonly Lint[];
  sites: { allowed: readonly SiteName[]; known: readonly SiteName[] };
  versions: readonly Version[];
  samples: readonly Sample[];
  around: Pick<Shown, 'people' | 'teams' | 'from' | 'me'>;
  onEdit(playbook: Playbook): void;
  onSave(why: string, as: SaveAs): void;
  onDiscard(): void;
  onBack(version: Version): void;
  onOriginal(): void;
};

/** A playbook's form, what is said of it, and beside it the panel as the agent will see it. */
export function EditorView(props: EditorViewProps) {
  const { playbook, source, mayEdit = true, dirty, begun, done, among, samples, around, versions, onEdit } = props;
  const all = useMemo(() => problemsOf(playbook, among), [playbook, among]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [looking, setLooking] = useState<number>();
  // What is not written yet is no mistake until somebody has been there, or wants to save.
  const saying = useMemo(() => {
    const lacks = ({ code }: { code: string }) => code.startsWith('lacks');
    const problems = all.filter((one) => tried || !lacks(one) || left.has(editId(one.at)));
    const labelOf = (id: string) => [...playbook.exit, ...playbook.entry].find((one) => one.id === id)?.label ?? id;
    const mayFix = source !== 'company';
    return {
      problems,
      labelOf,
      fixOf: (one: Problem) => (mayFix ? fixOf(one, playbook) : undefined),
      onFix: (fix: Fix, at: string) => {
        onEdit(fix.playbook);
        // Its button goes away with what it mended.
        focusPlace(at);
      },
    };
  }, [all, tried, left, playbook, source, onEdit]);
  const errors = all.filter(({ error }) => error);
  const readOnly = source === 'company' || !mayEdit;
  const looked = versions.find(({ version }) => version === looking);
  const toFirst = () => {
    setTried(true);
    focusPlace(errors[0]?.at ?? '');
  };
  return (
    <section
      className="editor"
      aria-label={say('editor_title')}
      onBlur={({ target }) => {
        if (target.id && !left.has(target.id)) setLeft(new Set([...left, target.id]));
      }}
    >
      <div className="editor-head">
        <p>
          <a href="#playbooks">{say('editor_all')}</a>
        </p>
        <h2 className="section-title">{playbook.name || say('editor_new')}</h2>
        {readOnly && <Notice>{say(source === 'company' ? 'editor_company' : 'policy_edit_off')}</Notice>}
        {!readOnly && (source === 'baton' || source === 'shared') && (
          <Notice>{say(source === 'baton' ? 'editor_of_baton' : 'editor_of_shared')}</Notice>
        )}
        {begun && dirty && <Notice>{say(begun.older ? 'editor_begun_older' : 'editor_begun', begun.at)}</Notice>}
      </div>
      <SayingContext value={saying}>
        <div className="editor-form">
          <fieldset disabled={readOnly}>
            <EditorForm playbook={playbook} sites={props.sites} isNew={source === 'new'} onEdit={onEdit} />
          </fieldset>
          <Versions
            versions={versions}
            looking={looking}
            mayChange={!readOnly}
            waits={dirty}
            behind={source === 'own' ? props.behind : undefined}
            onLook={setLooking}
            onBack={props.onBack}
            onOriginal={props.onOriginal}
          />
        </div>
      </SayingContext>
      <PreviewColumn
        playbook={looked?.playbook ?? playbook}
        version={looked?.version}
        samples={samples}
        around={around}
      />
      {!readOnly && (
        <SaveBar
          mode={source === 'new' ? 'off' : props.mode}
          dirty={dirty}
          errors={errors.length}
          state={props.state}
          done={done}
          onSave={props.onSave}
          onDiscard={props.onDiscard}
          onErrors={toFirst}
        />
      )}
    </section>
  );
}

/** Brings a place of the form under the eyes and keys: itself, else the criterion or part that it is folded away in. */
function focusPlace(at: string): void {
  const names = at.split('/');
  for (let length = names.length; length > 0; length -= 1) {
    const found = document.getElementById(editId(names.slice(0, length).join('/')));
    if (!found) continue;
    for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    found.focus();
    found.scrollIntoView?.({ block: 'center' });
    // A criterion's line opens its form, and what is lacking is said there.
    if (found.getAttribute('aria-expanded') === 'false') found.click();
    return;
  }
}
