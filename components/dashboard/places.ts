import type { WordKey } from '../../lib/words/say';

/** The places of the dashboard, each with an address of its own, so that back, reload and bookmarks work. */
export const PLACES = ['handoffs', 'playbooks', 'teams', 'desks', 'record', 'aside'] as const;
export type PlaceName = (typeof PLACES)[number];
export type Place =
  | { name: PlaceName }
  | { name: 'case'; key: string }
  | { name: 'reading'; tab: number }
  /** The editor of one playbook; of one that is still to be written, under `new`. */
  | { name: 'playbook'; id: string };

export const PLACE_WORDS: Record<PlaceName, WordKey> = {
  handoffs: 'dashboard_handoffs',
  playbooks: 'dashboard_playbooks',
  teams: 'dashboard_teams',
  desks: 'dashboard_desks',
  record: 'dashboard_record',
  aside: 'dashboard_aside',
};

const CASE = '#case/';
const PLAYBOOK = /^#playbook\/([a-z0-9][a-z0-9-]{0,62})$/;
const READING = /^#reading\/(\d{1,15})$/;

/** The place of an address's fragment; the first place for anything that is none. */
export function placeOf(hash: string): Place {
  if (hash.startsWith(CASE)) {
    try {
      return { name: 'case', key: decodeURIComponent(hash.slice(CASE.length)) };
    } catch {
      return { name: 'handoffs' };
    }
  }
  const tab = READING.exec(hash)?.[1];
  if (tab) return { name: 'reading', tab: Number(tab) };
  const id = PLAYBOOK.exec(hash)?.[1];
  if (id) return { name: 'playbook', id };
  return { name: PLACES.find((name) => hash === `#${name}`) ?? 'handoffs' };
}

export function hashOf(place: Place): string {
  if (place.name === 'reading') return `#reading/${place.tab}`;
  if (place.name === 'playbook') return `#playbook/${place.id}`;
  return place.name === 'case' ? `${CASE}${encodeURIComponent(place.key)}` : `#${place.name}`;
}
