import { say, type WordKey } from '../../../lib/words/say';
import type { Problem } from './problems';
import { fieldWords } from './words';

const WORDS: Record<string, WordKey> = {
  'lacks-text': 'editor_lacks_text',
  'lacks-to': 'editor_lacks_to',
  'lacks-kinds': 'editor_lacks_kinds',
  'lacks-change': 'editor_lacks_change',
  'lacks-two': 'editor_lacks_two',
  'lacks-criteria': 'editor_lacks_criteria',
  'lacks-column': 'editor_lacks_column',
  'lacks-value': 'editor_lacks_value',
  'lacks-time': 'editor_lacks_time',
  'too-long': 'editor_too_long',
  'too-many-typed': 'editor_lint_too_many',
  'duplicate-criterion': 'editor_lint_twice',
  'duplicate-reason': 'editor_lint_twice',
  'duplicate-option': 'editor_lint_twice',
  'unknown-answer': 'editor_lint_unknown_answer',
  'unknown-reason': 'editor_lint_unknown_reason',
  'unknown-option': 'editor_lint_unknown_option',
  'own-answer': 'editor_lint_own_answer',
  'no-pattern': 'editor_lint_no_pattern',
  'not-its-example': 'editor_lint_not_its_example',
  'never-asked': 'editor_lint_never_asked',
  'never-implied': 'editor_lint_never_implied',
  'nobody-named': 'editor_lint_nobody_named',
  'same-change': 'editor_lint_same_change',
  'never-fires': 'editor_lint_never_fires',
  'no-prefill': 'editor_lint_no_prefill',
  'could-prefill': 'editor_lint_could_prefill',
};

/** What is wrong and what to do about it. `labelOf`: what a criterion is called. */
export function problemWords({ code, about }: Problem, labelOf: (criterion: string) => string): string {
  if (code === 'never-fires' && about === 'kind') return say('editor_lint_never_kind');
  const key = WORDS[code] ?? 'editor_lacks_text';
  const [first = '', second = ''] = about.split(/\/(.*)/s);
  if (code === 'no-prefill' || code === 'could-prefill') return say(key, fieldWords(second));
  if (code === 'unknown-option') return say(key, labelOf(first), second);
  if (code === 'never-fires') return say(key, fieldWords(about));
  return say(key, about);
}
