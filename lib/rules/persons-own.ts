import type { Answer } from '../model/handoff';

/** Typed by a person. What they only confirmed keeps the place it was read from, and is the page's text. */
export function isPersonsOwn(answer: Answer): boolean {
  return answer.by === 'person' && answer.where === undefined;
}
