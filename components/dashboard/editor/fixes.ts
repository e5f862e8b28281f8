import type { Criterion, Playbook } from '../../../lib/model/playbook';
import type { WordKey } from '../../../lib/words/say';
import { withParts } from './edit';
import type { Problem } from './problems';

export type Fix = { words: WordKey; playbook: Playbook };

/** What one press does about a problem: its words, and the playbook that comes of it. None where only a person knows. */
export function fixOf(
  { code, about, at }: Pick<Problem, 'code' | 'about' | 'at'>,
  playbook: Playbook,
): Fix | undefined {
  const criterion = /^criterion:([^/]+)/.exec(at)?.[1];
  const change = (how: (one: Criterion) => Criterion): Playbook => {
    const list = (all: Criterion[]) => all.map((one) => (one.id === criterion ? how(one) : one));
    return { ...playbook, exit: list(playbook.exit), entry: list(playbook.entry) };
  };
  switch (code) {
    case 'could-prefill': {
      const field = about.slice(about.indexOf('/') + 1);
      return { words: 'editor_fix_prefill', playbook: change((one) => ({ ...one, prefill: [field] })) };
    }
    case 'own-answer':
    case 'unknown-answer':
    case 'unknown-reason':
    case 'never-asked':
      // Of a reason that is filled in by a condition the part itself has its button.
      if (!criterion) return undefined;
      return { words: 'editor_when_always', playbook: change((one) => withParts(one, { when: undefined })) };
    case 'nobody-named':
      return { words: 'editor_fix_team', playbook: withParts(playbook, { owner: undefined }) };
    default:
      return undefined;
  }
}
