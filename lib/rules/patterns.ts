import type { Playbook } from '../model/playbook';

/** What looks for a pattern in a text, in time linear in the text whatever the pattern; and says whether it is one. */
export type PatternEngine = { found(pattern: string, text: string): boolean; isPattern(pattern: string): boolean };

let engine: PatternEngine | undefined;

/** `rules/re2.ts` gives it: the background has it from the start, pages load it once a playbook needs it. */
export function providePatterns(given: PatternEngine): void {
  engine = given;
}

/** Whether this playbook cannot be judged here yet. */
export function wantsPatterns({ exit, entry }: Playbook): boolean {
  return engine === undefined && [...exit, ...entry].some((one) => one.kind === 'text' && one.pattern !== undefined);
}

/** Whether the text contains what the pattern describes. Who has no engine yet leaves it to the background, which judges again. */
export function contains(text: string, pattern: string): boolean {
  return engine?.found(pattern, text) ?? true;
}

export function isPattern(pattern: string): boolean {
  return engine?.isPattern(pattern) ?? true;
}
