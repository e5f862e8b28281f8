import { browser } from 'wxt/browser';
import { followCompanySource } from '../playbooks/company-source';
import { lookAgainAfter } from '../playbooks/subscription';
import { readPolicy } from '../settings/policy';
import { forgetOldWishes } from '../settings/wishes';
import { noteAsides } from '../store/aside';
import { sendingSince } from '../store/handoffs';
import { forgetKeptBefore } from '../store/kept';
import { forgetSightings } from '../store/sightings';
import { forgetOld } from './retention';
import { settle } from './settle';

/** Nobody has heard of a sending handoff for this long: it is not confirmed, and never sent again by itself. In milliseconds. */
const SENDING_LIMIT = 2 * 60_000;

/** Readings of cases, and what was typed in their pages, are forgotten after this long, in milliseconds: 30 days. Drafts, handoffs and the record stay. */
const SIGHTING_LIFE = 30 * 24 * 60 * 60_000;

/** The company's source of playbooks is looked at so often, in milliseconds. */
const SOURCE_AGE = 6 * 60 * 60_000;

/** Settles what was left open by a page, a browser or a worker that ended. `anew`: the browser was started, and no page of before is left to tell. */
export async function sweep(anew = false): Promise<void> {
  const now = Date.now();
  try {
    for (const { id } of await sendingSince(anew ? 0 : SENDING_LIMIT, now))
      await settle({ handoff: id }, 'lost', () => null, '', now);
    await noteAsides(now);
    await forgetOldWishes(now);
    await forgetSightings(now - SIGHTING_LIFE);
    await forgetKeptBefore(now - SIGHTING_LIFE);
    await forgetOld(now);
    await lookAgainAfter(SOURCE_AGE, now);
    await followCompanySource((await readPolicy()).policy, SOURCE_AGE, now);
  } catch {
    // The store is not usable now: the next alarm tries again, and every page that needs it says so.
  }
}

/** Whether this is the first worker since the browser or Baton was started: true once. */
export async function startedAnew(): Promise<boolean> {
  const { alive } = await browser.storage.session.get('alive');
  if (!alive) await browser.storage.session.set({ alive: true });
  return !alive;
}
