import { useState } from 'react';
import { contains, isPattern } from '../../../lib/rules/patterns';
import { say } from '../../../lib/words/say';
import { TextInput } from './inputs';

type Pattern = { matches: string; example: string };
type Props = { at: string; value: Pattern | undefined; onChange(value: Pattern | undefined): void };

/** What an answer must contain, an example for who gets it wrong, and a place to try it. */
export function PatternForm({ at, value, onChange }: Props) {
  const [trial, setTrial] = useState('');
  const { matches = '', example = '' } = value ?? {};
  const set = (next: Pattern) => onChange(next.matches === '' && next.example === '' ? undefined : next);
  return (
    <>
      <div className="edit-beside">
        <TextInput
          at={`${at}/matches`}
          label={say('editor_pattern')}
          hint={say('editor_pattern_hint')}
          value={matches}
          max={200}
          onChange={(text) => set({ matches: text, example })}
        />
        <TextInput
          at={`${at}/example`}
          label={say('editor_example')}
          value={example}
          onChange={(text) => set({ matches, example: text })}
        />
      </div>
      {matches !== '' && isPattern(matches) && (
        <>
          <TextInput at={`${at}/trial`} label={say('editor_trial')} value={trial} max={2000} onChange={setTrial} />
          <p className="edit-hint" role="status">
            {trial !== '' && say(contains(trial, matches) ? 'editor_trial_fits' : 'editor_trial_not')}
          </p>
        </>
      )}
    </>
  );
}
