import type { Lesson, Watched } from '../model/lesson';
import type { Write } from '../model/site';
import { idsIn } from './case-id';
import { type Leaf, readingsOf } from './leaves';
import { patternOf } from './path-pattern';
import { actionIn, valuesIn } from './values';
import { type Sure, type Wanted, wantedOf } from './wanted';
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
    const values = valuesIn(reading.leaves, cases, wanted);
    const found = values.length > 0 ? values : actionIn(watched.url, id, wanted);
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
