import { RE2JS } from 're2js';
import { providePatterns } from './patterns';

/** So many compiled patterns are kept: a playbook has fewer. */
const KEPT = 100;
const compiled = new Map<string, RE2JS | null>();

/** Null for what is no pattern. The newest are kept. */
function compile(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  let made: RE2JS | null = null;
  try {
    made = RE2JS.compile(pattern);
  } catch {
    // What is wrong with it is said where it is written.
  }
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(pattern, made);
  return made;
}

// A pattern that is none was refused when it came; one that is there all the same (a record of a newer Baton) holds nobody back.
providePatterns({
  found: (pattern, text) => compile(pattern)?.matcher(text).find() ?? true,
  isPattern: (pattern) => compile(pattern) !== null,
});
