import type { CaseChange } from '../model/attempt';
import type { Word } from '../model/case';
import type { PageSite } from '../model/site';
import { sameValue } from '../rules/trigger';
import type { Background } from './background';
import type { Picks } from './picks';

/** A desk that sends a request again does so within this time, in milliseconds. */
const RETRY = 10_000;

/**
 * Gives values that a request names by ids alone the words that the person chose them by just now, or before (`words`). A choice is
 * taken where it alone may be meant, and by one value alone. The background hears of each word that is.
 */
export function namer(picks: Picks) {
  const learned = new Map<string, { word: string; until: number }>();
  return (
    all: readonly CaseChange[],
    site: PageSite,
    background: Pick<Background, 'tell'>,
    words: readonly Word[] = [],
  ): CaseChange[] => {
    const fields = [...new Set(site.picked?.map(({ field }) => field))];
    const known = ({ field, id }: { field: string; id?: string | undefined }) => {
      const { word, until = 0 } = learned.get(`${field} ${id}`) ?? {};
      return until > Date.now() ? word : words.find((one) => one.field === field && one.id === id)?.label;
    };

    const values = new Map(
      all.flatMap(({ changes }) => changes.map(({ field, to }) => [`${field} ${to.id}`, { field, ...to }])),
    );
    const nameless = [...values.values()].filter((one) => one.id && one.id === one.label && fields.includes(one.field));
    const unknown = nameless.filter((one) => known(one) === undefined);
    const asked = unknown.length > 0 ? unknown : nameless;

    // What has its word already was chosen by the press on that word.
    const said = [...values.values()].map((one) => known(one) ?? one.label);
    const chosen = fields.flatMap((field) => picks.of(field).map((one) => ({ ...one, field })));
    const free = chosen.filter(({ pick, word }) => {
      const explained = said.some((label) => sameValue({ label }, { label: word }));
      if (explained) picks.use(pick);
      return !explained;
    });
    for (const { field, id = '' } of asked) {
      const [fit, ...more] = free.filter((one) => one.field === field);
      const meant = asked.filter((other) => free.some((one) => one.field === other.field && one.pick === fit?.pick));
      if (!fit || more.length > 0 || meant.length > 1) continue;
      picks.use(fit.pick);
      const once = site.picked?.some((one) => one.field === field && one.once);
      learned.set(`${field} ${id}`, { word: fit.word, until: once ? Date.now() + RETRY : Number.POSITIVE_INFINITY });
      if (!once) background.tell('gate/learned', { field, id, label: fit.word });
    }
    return all.map(({ ref, changes }) => ({
      ref,
      changes: changes.map((change) => {
        const label = change.to.id === change.to.label ? known({ field: change.field, id: change.to.id }) : undefined;
        return label === undefined ? change : { ...change, to: { ...change.to, label }, pressed: true };
      }),
    }));
  };
}
