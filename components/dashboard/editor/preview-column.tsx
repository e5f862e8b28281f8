import { useMemo, useState } from 'react';
import type { Playbook } from '../../../lib/model/playbook';
import { say } from '../../../lib/words/say';
import { Notice } from '../../ui/notice';
import { PreviewFrame } from './preview-frame';
import type { Sample, Shown } from './samples';

type Props = {
  playbook: Playbook;
  /** Of an earlier version that is looked at. */
  version: number | undefined;
  samples: readonly Sample[];
  around: Pick<Shown, 'people' | 'teams' | 'from' | 'me'>;
};

/** The panel as the agent will see it, on a case of one's choice. */
export function PreviewColumn({ playbook, version, samples, around }: Props) {
  const [chosen, setChosen] = useState('kept');
  const sample = samples.find(({ id }) => id === chosen) ?? samples[0];
  const shown = useMemo(
    (): Shown | null => (sample && { playbook, sample, ...around }) || null,
    [playbook, sample, around],
  );
  if (!shown || !sample) return null;
  return (
    <aside className="editor-preview" aria-label={say('editor_preview')}>
      <label className="edit-sample">
        <span className="edit-label">{say('editor_sample')}</span>
        <select className="input" value={sample.id} onChange={({ target }) => setChosen(target.value)}>
          {samples.map(({ id, title }) => (
            <option key={id} value={id}>
              {id === 'kept' ? say('editor_sample_kept') : id === 'empty' ? say('editor_sample_empty') : title}
            </option>
          ))}
        </select>
      </label>
      {version !== undefined && <Notice>{say('editor_looking', String(version))}</Notice>}
      <PreviewFrame shown={shown} />
    </aside>
  );
}
