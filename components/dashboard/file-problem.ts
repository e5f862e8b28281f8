import { say } from '../../lib/words/say';

/** Why a file was not taken, and where in it something is wrong. */
export type FileProblem = {
  why: 'not-json' | 'not-baton' | 'newer' | 'broken' | 'too-big' | 'not-taught';
  at?: string;
};

const WORDS = {
  'not-json': 'dashboard_bring_not_json',
  'not-baton': 'dashboard_bring_not_baton',
  newer: 'dashboard_bring_newer',
  broken: 'dashboard_bring_broken',
  'too-big': 'dashboard_bring_too_big',
  'not-taught': 'dashboard_bring_not_taught',
} as const;

export function fileProblem({ why, at }: FileProblem): string {
  return say(WORDS[why], ...(why === 'broken' ? [at ?? ''] : []));
}
