import type { Answer } from '../../model/handoff';
import type { Criterion } from '../../model/playbook';
import type { Problem } from '../../model/verdict';
import type { Situation } from '../situation';
import { attachment } from './attachment';
import { choice } from './choice';
import { confirmation } from './confirmation';
import { date } from './date';
import { link } from './link';
import { number } from './number';
import { person } from './person';
import { rows } from './rows';
import { team } from './team';
import { text } from './text';

/** What keeps an answer from meeting its criterion; null when it does. A guess is judged first, and then waits for a person. */
export function check(criterion: Criterion, answer: Answer | undefined, situation: Situation): Problem | null {
  if (answer === undefined) return criterion.kind === 'confirmation' ? 'not-confirmed' : 'empty';
  return byKind(criterion, answer, situation) ?? (answer.by === 'guess' ? 'guess' : null);
}

function byKind(criterion: Criterion, answer: Answer, situation: Situation): Problem | null {
  switch (criterion.kind) {
    case 'text':
      return text(criterion, answer, situation);
    case 'choice':
      return choice(criterion, answer);
    case 'person':
      return person(criterion, answer, situation);
    case 'team':
      return team(answer);
    case 'date':
      return date(criterion, answer, situation);
    case 'link':
      return link(criterion, answer);
    case 'number':
      return number(criterion, answer);
    case 'rows':
      return rows(criterion, answer, situation);
    case 'attachment':
      return attachment(criterion, answer, situation);
    case 'confirmation':
      return confirmation(answer);
  }
}
