import type { Lesson, Watched } from '../model/lesson';
import type { Write } from '../model/site';
import { idsIn } from './case-id';
import { type Leaf, readingsOf } from './leaves';
import { patternOf } from './path-pattern';
import { type Found, fold, isNamed, type Sure, type Wanted, wantedOf } from './wanted';
import { proven, writeOf } from './write-of';

/**
 * Where a watched request names the case and the new value of a field, as the write of a site. `label`: it carries the word that the page
 * shows; `option`: the id that the page's list has for that word; `guess`: an id that nothing on the page explains.
 */
export type TaughtPlace = {
  watched: number;
  field: string;
  write: Write;
  value: string;
  sure: Sure;
};
type Placed = { place: TaughtPlace; score: number };

const MOST = 20;
/** The names under which requests give the case. */
const CASE_NAMES =
  /^(id|ids|key|no|nr|num|number|ticket|case|issue|deal|task|lead|contact|record|conversation|item|object|entity)s?$|(ticket|case|issue|deal|task|lead|record|conversation|item|object|entity)[-_ ]?(ids?|keys?|no|nr|number)$|(Id|ID|Ids|IDs|Key)$/i;
/** What no person chose: guards, versions, times. */
const NOISE =
  /token|csrf|xsrf|nonce|session|version|revision|lock|stamp|time|date|utf8|_method|request|trace|client|tab|locale|lang/i;
const ID =
  /^(\d{1,19}|[\da-f]{24}|[\da-f]{32}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|(?=.*\d)(?=.*[a-z])[\w-]{8,40})$/i;

/** Every place in what was watched that says which case is handed over and to whom, the best first. */
export function placesIn(lesson: Lesson): TaughtPlace[] {
  const id = lesson.caseId ?? idsIn(lesson.url)[0]?.id;
  const wanted = wantedOf(lesson);
  if (!id || wanted.length === 0) return [];
  const all = lesson.watched.flatMap((watched, n) => placesOf(watched, n, id, wanted, lesson));
  const changing = all.filter(({ place }) => !place.write.methods.includes('GET'));
  const sorted = (changing.length > 0 ? changing : all).sort((a, b) => b.score - a.score).map(({ place }) => place);
  const keyOf = ({ write, field }: TaughtPlace) => JSON.stringify([field, { ...write, id: '', doors: [] }]);
  const keys = sorted.map(keyOf);
  return sorted.filter((_, n) => keys.indexOf(keys[n] as string) === n).slice(0, MOST);
}

function placesOf(watched: Watched, n: number, id: string, wanted: readonly Wanted[], lesson: Lesson): Placed[] {
  if (!URL.canParse(watched.url) || !/^https?:$/.test(new URL(watched.url).protocol)) return [];
  return readingsOf(watched).flatMap((reading) => {
    const cases = casesIn(reading.leaves, watched.url, id);
    const found = valuesIn(reading.leaves, cases, wanted);
    return cases.slice(0, 2).flatMap((named, at) =>
      found.flatMap((one): Placed[] => {
        const write = writeOf({ watched, reading, named, one, found, id, lesson });
        if (!write || !proven(write, watched, one.leaf.text, id, lesson)) return [];
        const { wanted: of, sure } = one;
        const near = new URL(watched.url).origin === lesson.origin ? 20 : 0;
        const place = { watched: n, field: of.field, write, value: one.leaf.text, sure };
        return [{ place, score: one.score + near + (named.at === 'path' ? 8 : 0) - at * 6 }];
      }),
    );
  });
}

/** Where the request says which case it is about, the likeliest first. */
function casesIn(leaves: readonly Leaf[], url: string, id: string): Leaf[] {
  const inPath = patternOf(new URL(url).pathname, { id })?.found.length
    ? [{ at: 'path' as const, names: [], text: id }]
    : [];
  const others = leaves.filter(({ at, text }) => at !== 'path' && text === id);
  const named = others.filter(({ names }) => CASE_NAMES.test(names.at(-1) ?? ''));
  // A number of one or two digits stands for much else too.
  const more = id.length > 2 ? others.filter((one) => !named.includes(one)) : [];
  return [...inPath, ...named, ...more];
}

/** The values of taught fields in a request; where it has none, the ids in it that no word explains. */
function valuesIn(leaves: readonly Leaf[], cases: readonly Leaf[], wanted: readonly Wanted[]): Found[] {
  const free = leaves.filter(
    (leaf) => !cases.includes(leaf) && leaf.text !== '' && !(leaf.at === 'path' && leaf.text === cases[0]?.text),
  );
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
          score: 30 + (named ? 25 : 0) + (one.changed ? 12 : 0) + (sure === 'label' ? 2 : 0) - at,
        },
      ];
    }),
  );
  if (known.some(({ wanted: { changed } }) => changed)) return known;
  const ids = free.filter(
    ({ at, text, names }) =>
      at !== 'path' && ID.test(text) && !NOISE.test(names.join('.')) && !known.some(({ leaf }) => leaf.at === at),
  );
  const named = ids.flatMap((leaf) =>
    wanted
      .filter((one) => isNamed(one, leaf.names))
      .map((one): Found => ({ leaf, wanted: one, sure: 'guess', score: 10 })),
  );
  const changed = wanted.filter((one) => one.changed);
  const [only] = ids;
  const single =
    ids.length === 1 && only && changed.length === 1
      ? changed.map((one): Found => ({ leaf: only, wanted: one, sure: 'guess', score: 0 }))
      : [];
  return [...known, ...(named.length > 0 ? named : single)];
}
