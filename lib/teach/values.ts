import { queryOf } from '../capture/address';
import { tellingQuery } from './case-id';
import type { Leaf } from './leaves';
import { type Found, fold, HANDS_OVER, isNamed, type Wanted } from './wanted';

/** What no person chose: guards, versions, times. */
const NOISE =
  /token|csrf|xsrf|nonce|session|version|revision|lock|stamp|time|date|utf8|_method|request|trace|client|tab|locale|lang/i;
const ID =
  /^(\d{1,19}|[\da-f]{24}|[\da-f]{32}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|(?=.*\d)(?=.*[a-z])[\w-]{8,40})$/i;
/** "/tickets/118/escalate": an address that says by itself what it does. */
const ACTION =
  /^(re)?(escalat|assign|transfer|hand|move|forward|dispatch|route|close|resolv|solve|reject|accept|win|won|lost)/i;

/** The values of taught fields in a request; where it has none, the ids in it that no word explains. */
export function valuesIn(leaves: readonly Leaf[], cases: readonly Leaf[], wanted: readonly Wanted[]): Found[] {
  const free = leaves.filter(
    (leaf) => !cases.includes(leaf) && leaf.text !== '' && !(leaf.at === 'path' && leaf.text === cases[0]?.text),
  );
  const anyChanged = wanted.some(({ changed }) => changed);
  const known = wanted.flatMap((one, at) =>
    free.flatMap((leaf): Found[] => {
      const sure = one.words.some((word) => fold(word) === fold(leaf.text))
        ? 'label'
        : one.ids.includes(leaf.text)
          ? 'option'
          : null;
      const named = isNamed(one, leaf.names);
      // A short word or number says little by itself: that a field has it counts where the handoff changed it, or the name says so.
      if (!sure || (!named && !one.changed)) return [];
      return [
        {
          leaf,
          wanted: one,
          sure,
          score: 30 + (named ? 25 : 0) + (one.changed ? 12 : anyChanged ? -30 : 0) + (sure === 'label' ? 2 : 0) - at,
        },
      ];
    }),
  );
  if (known.some(({ wanted: { changed } }) => changed)) return known;
  const ids = free.filter(
    ({ at, text, names }) =>
      at !== 'path' && ID.test(text) && !NOISE.test(names.at(-1) ?? '') && !known.some(({ leaf }) => leaf.at === at),
  );
  const named = ids.flatMap((leaf) =>
    wanted
      .filter((one) => isNamed(one, leaf.names))
      .map((one): Found => ({ leaf, wanted: one, sure: 'guess', score: one.changed ? 30 : 10 })),
  );
  const changed = wanted.filter((one) => one.changed);
  const [only] = ids;
  const single =
    ids.length === 1 && only && changed.length === 1
      ? changed.map((one): Found => ({ leaf: only, wanted: one, sure: 'guess', score: 0 }))
      : [];
  return [...known, ...(named.length > 0 ? named : single)];
}

/** Of a request that carries no value the one that its address stands for: what the only field that changed shows since. */
export function actionIn(url: string, id: string, wanted: readonly Wanted[]): Found[] {
  const address = new URL(url);
  const words = [
    address.pathname.split('/').filter(Boolean).at(-1),
    ...Object.values(tellingQuery(queryOf(address), id)).flat(),
  ];
  // Who it goes to by name would be whoever it was when it was taught.
  const moved = wanted.filter(({ field, changed }) => changed && HANDS_OVER.includes(field) && field !== 'owner');
  const [one] = moved;
  const [value] = one?.words ?? [];
  if (!one || !value || moved.length > 1 || !words.some((word) => word && ACTION.test(word))) return [];
  return [{ leaf: { at: { value }, names: [], text: value }, wanted: one, sure: 'guess', score: 5 }];
}
