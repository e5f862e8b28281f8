import type { CaseChange, Change } from '../model/attempt';
import type { Word } from '../model/case';
import { knownAs, samePerson } from '../rules/people';

/**
 * Gives values that a request names by ids alone the desk's words for them, learned on other pages, and people all their names. Who only stands there under
 * another name is no new owner.
 */
export function withKnownWords(all: readonly CaseChange[], words: readonly Word[] = []): readonly CaseChange[] {
  if (words.length === 0) return all;
  return all.flatMap(({ ref, changes }) => {
    const named = changes.map((change) => (change.field === 'owner' ? person(change, words) : worded(change, words)));
    const real = named.filter(
      ({ field, from, to }) => !(field === 'owner' && from && samePerson(from.label, to.label)),
    );
    return real.length > 0 ? [{ ref, changes: real }] : [];
  });
}

function person(change: Change, words: readonly Word[]): Change {
  const { from, to } = change;
  return { ...change, ...(from ? { from: knownAs(from, words) } : {}), to: knownAs(to, words) };
}

function worded(change: Change, words: readonly Word[]): Change {
  const { field, to } = change;
  const word = to.id === to.label && words.find((one) => one.field === field && one.id === to.id);
  return word ? { ...change, to: { ...to, label: word.label } } : change;
}
