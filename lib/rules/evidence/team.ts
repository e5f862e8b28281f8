import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { named } from './named';

/** A team's name. */
export function team(answer: Answer): Problem | null {
  return named(answer);
}
