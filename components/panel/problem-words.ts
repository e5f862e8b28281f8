import type { Criterion } from '../../lib/model/playbook';
import type { Problem } from '../../lib/model/verdict';
import { sayCount } from '../../lib/words/count';
import { either } from '../../lib/words/either';
import { locale } from '../../lib/words/locale';
import { say } from '../../lib/words/say';

const number = (n: number) => new Intl.NumberFormat(locale()).format(n);

/** What is not right yet and what would make it right, in one calm sentence. */
export function problemWords(criterion: Criterion, problem: Problem): string {
  switch (problem) {
    case 'empty':
      return emptyWords(criterion);
    case 'placeholder':
      return say('problem_placeholder');
    case 'too-short':
      return sayCount('problem_too_short', ('min' in criterion && criterion.min) || 1);
    case 'too-few-lines':
      return sayCount('problem_too_few_lines', ('lines' in criterion && criterion.lines) || 1);
    case 'wrong-form':
      return say('problem_wrong_form', (criterion.kind === 'text' && criterion.pattern?.example) || '');
    case 'not-an-option':
      return say('problem_not_an_option');
    case 'not-a-date':
      return say('problem_not_a_date');
    case 'in-the-past':
      return say('problem_in_the_past');
    case 'not-a-link':
      return say('problem_not_a_link');
    case 'wrong-host':
      return say('problem_wrong_host', either((criterion.kind === 'link' && criterion.hosts) || []));
    case 'not-a-number':
      return say('problem_not_a_number');
    case 'out-of-range':
      return rangeWords(criterion);
    case 'too-few-rows':
      return sayCount('problem_too_few_rows', criterion.kind === 'rows' ? criterion.minRows : 1);
    case 'not-attached':
      return say('problem_not_attached');
    case 'secret':
      return say('problem_secret');
    case 'same-as-before':
      return say('problem_same_as_before');
    case 'same-as-sender':
      return say('problem_same_as_sender');
    case 'not-confirmed':
      return say('problem_not_confirmed');
    case 'guess':
      return say('problem_guess');
  }
}

function emptyWords(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'choice':
      return say('problem_empty_choice');
    case 'rows':
      return sayCount('problem_too_few_rows', criterion.minRows);
    case 'attachment':
      return say('problem_empty_attachment');
    case 'confirmation':
      return say('problem_not_confirmed');
    case 'date':
      return say('problem_not_a_date');
    default:
      return say('problem_empty');
  }
}

function rangeWords(criterion: Criterion): string {
  if (criterion.kind !== 'number') return say('problem_not_a_number');
  const { min, max } = criterion;
  if (min !== undefined && max !== undefined) return say('problem_between', number(min), number(max));
  if (min !== undefined) return say('problem_at_least', number(min));
  return max === undefined ? say('problem_not_a_number') : say('problem_at_most', number(max));
}
