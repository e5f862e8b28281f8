import { useState } from 'react';
import { Trouble } from '../../components/audit/trouble';
import { momentWords } from '../../components/audit/words';
import { EditorView } from '../../components/dashboard/editor/editor-view';
import type { SaveAs } from '../../components/dashboard/editor/save-bar';
import { hashOf } from '../../components/dashboard/places';
import { Notice } from '../../components/ui/notice';
import { usePolicy } from '../../lib/settings/use-policy';
import { useSettings } from '../../lib/settings/use-settings';
import '../../lib/rules/re2';
import { say } from '../../lib/words/say';
import { type Loaded, useEdit } from './use-edit';
import { useLoaded } from './use-loaded';
import { useSamples } from './use-samples';
import { useSurroundings } from './use-surroundings';

const DONE = { armed: 'editor_done_armed', shadow: 'editor_done_shadow', off: 'editor_done_off' } as const;

/** The editor of one playbook, or of a new one. */
export function Editor({ id }: { id: string }) {
  const { loaded, again } = useLoaded(id);
  /** What was done last, of which playbook: a new one has its address only then. */
  const [done, setDone] = useState({ id: '', words: '' });
  if (loaded.is === 'reading') return null;
  if (loaded.is === 'trouble') return <Trouble code={loaded.code} />;
  if (loaded.is === 'none')
    return (
      <section className="section">
        <Notice tone="warn">{say('editor_none')}</Notice>
      </section>
    );
  return (
    <Editing
      // Saved, taken back or thrown away: what is there now is edited from its start.
      key={`${id} ${loaded.count}`}
      loaded={loaded}
      done={done.id === id ? done.words : ''}
      onDone={(next, words) => {
        setDone({ id: next, words });
        if (next === id) again();
        else location.hash = hashOf({ name: 'playbook', id: next });
      }}
    />
  );
}

type Props = { loaded: Loaded; done: string; onDone(id: string, words: string): void };

function Editing({ loaded, done, onDone }: Props) {
  const settings = useSettings();
  const { policy } = usePolicy();
  const edit = useEdit(loaded, settings.identity.name);
  const { playbook } = edit;
  const { among, sites, samplesAround } = useSurroundings(playbook, loaded.others, settings);
  const samples = useSamples(playbook.trigger.kinds);
  const save = async (why: string, as: SaveAs) => {
    const saved = await edit.save(why, as);
    if (saved) onDone(saved.id, say(DONE[as ?? loaded.mode], saved.name, String(saved.version)));
  };
  return (
    <EditorView
      playbook={playbook}
      source={loaded.source}
      mayEdit={!policy.off.features.includes('edit')}
      mode={loaded.mode}
      behind={loaded.behind}
      dirty={edit.dirty}
      begun={loaded.kept && { at: momentWords(loaded.kept.at), older: loaded.kept.from < loaded.base.version }}
      done={done}
      state={edit.state}
      among={among}
      sites={sites}
      versions={loaded.versions}
      samples={samples}
      around={samplesAround}
      onEdit={edit.change}
      onSave={(why, as) => void save(why, as)}
      onDiscard={() => void edit.discard().then(() => onDone(loaded.id, ''))}
      onBack={(version) =>
        void edit.back(version).then((saved) => {
          if (saved) onDone(loaded.id, say('editor_done_back', String(version.version), String(saved.version)));
        })
      }
      onOriginal={() => void edit.original().then((gone) => gone && onDone(loaded.id, say('editor_done_original')))}
    />
  );
}
