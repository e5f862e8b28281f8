import type { PageSite } from '../model/site';

/** By these a case changes hands on any desk. */
const HANDS_OVER = ['team', 'owner', 'status', 'stage'];
const known = new WeakMap<PageSite, ReadonlySet<string>>();

/** The fields by which cases of a desk change hands: of these it matters what is saved and what is chosen. */
export function movingOf(site: PageSite): ReadonlySet<string> {
  let moving = known.get(site);
  if (!moving) {
    const { writes, holdAt = [] } = site;
    const written = [...writes, ...holdAt].flatMap(({ changes = [] }) => changes.map(({ field }) => field));
    const differing = holdAt.flatMap(({ differs = [] }) => differs);
    // Where nothing is held, nobody asks what a case holds.
    moving = new Set(writes.length + holdAt.length > 0 ? [...HANDS_OVER, ...written, ...differing] : []);
    known.set(site, moving);
  }
  return moving;
}
