import { locale } from './locale';

/** Names as one of which is meant: "Engineering or Tier 2". */
export const either = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);
