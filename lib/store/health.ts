import { CaseSnapshot, type Health } from '../model/case';
import { inStore } from './store';

/** How many sightings are looked at: the popup is open on a case that was just read. */
const NEWEST = 20;

/** How well the site's anchors fitted at the last reading of a case on this desk; null where none of the newest is of it. */
export function healthOf(origin: string): Promise<Health | null> {
  return inStore(async (db) => {
    let looked = 0;
    let health: Health | null = null;
    await db.sightings
      .orderBy('at')
      .reverse()
      .until(() => health !== null || looked >= NEWEST)
      .each(({ ref, snapshot }) => {
        looked += 1;
        const read = CaseSnapshot.shape.health.safeParse(snapshot?.health);
        if (ref?.origin === origin && read.success) health = read.data;
      });
    return health;
  });
}
