import { language, locale } from './locale';
import { say, sayIfKnown, type WordKey } from './say';

/** Keys that come in plural forms: `x_one`, `x_other` and whatever more the language has. */
export type CountKey = Exclude<
  { [Base in Counted<WordKey>]: `${Base}_one` extends WordKey ? Base : never }[Counted<WordKey>],
  never
>;
type Counted<Key> = Key extends `${infer Base}_other` ? Base : never;

let rules: { of: string; plural: Intl.PluralRules } | undefined;

/** A sentence with a number in it, in the form that the number takes. `$1` is the number, further parts follow. */
export function sayCount(key: CountKey, count: number, ...subs: string[]): string {
  const of = language();
  if (rules?.of !== of) rules = { of, plural: new Intl.PluralRules(of) };
  const parts = [new Intl.NumberFormat(locale()).format(count), ...subs];
  return sayIfKnown(`${key}_${rules.plural.select(count)}`, ...parts) ?? say(`${key}_other` as WordKey, ...parts);
}
