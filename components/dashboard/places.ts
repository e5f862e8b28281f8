import type { WordKey } from '../../lib/words/say';

/** The places of the dashboard, each with an address of its own, so that back, reload and bookmarks work. */
export const PLACES = ['handoffs', 'teams', 'desks', 'record', 'aside'] as const;
export type PlaceName = (typeof PLACES)[number];
export type Place = { name: PlaceName } | { name: 'case'; key: string };

export const PLACE_WORDS: Record<PlaceName, WordKey> = {
  handoffs: 'dashboard_handoffs',
  teams: 'dashboard_teams',
  desks: 'dashboard_desks',
  record: 'dashboard_record',
  aside: 'dashboard_aside',
};

const CASE = '#case/';

/** The place of an address's fragment; the first place for anything that is none. */
export function placeOf(hash: string): Place {
  if (hash.startsWith(CASE)) {
    try {
      return { name: 'case', key: decodeURIComponent(hash.slice(CASE.length)) };
    } catch {
      return { name: 'handoffs' };
    }
  }
  return { name: PLACES.find((name) => hash === `#${name}`) ?? 'handoffs' };
}

export function hashOf(place: Place): string {
  return place.name === 'case' ? `${CASE}${encodeURIComponent(place.key)}` : `#${place.name}`;
}
