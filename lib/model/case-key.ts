import type { CaseRef } from './case';

/** In the place of an id: every case that matches, of a request that names none. Which these are nobody here knows. */
export const EVERY = '*';

/** The case as one string, equal for equal cases: the key of tables and maps. */
export function caseKey(ref: CaseRef): string {
  return `${ref.origin}|${ref.kind}|${ref.id}`;
}

/** The key of a draft: one case and one playbook. */
export function draftKey(ref: CaseRef, playbook: string): string {
  return `${caseKey(ref)}|${playbook}`;
}
