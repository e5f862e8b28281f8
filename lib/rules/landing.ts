import type { Landing } from '../model/landing';
import type { Signal } from './life';

/** What one case looks like on the page: `apart` where the page shows something else for it than the handoff was to bring about, or shows the case itself, which is read for that. */
type Shown = { apart: boolean };

/**
 * What the page that answers a form or link says of the handoff that left with it; null where it says nothing, for a reading, the rows of a
 * list or a later visit to tell. A desk that saved leads on; one that did not says so by its status, asks the person to sign in, or shows the same form again. `lost`: nobody can say yet.
 */
export function landingTells(page: Landing, { apart }: Shown): { signal: Signal; why?: string } | null {
  // A desk that saved leads to a page that may be refused: the case is another team's now, or the session has ended meanwhile.
  if (page.signIn) return { signal: page.ledOn ? 'lost' : 'refused', why: 'signed-out' };
  if (page.status !== undefined && page.status >= 400)
    return { signal: page.redirected ? 'lost' : 'refused', why: `answered: ${page.status}` };
  if (apart) return null;
  if (page.again) return page.redirected ? null : { signal: 'refused', why: 'form-again' };
  return page.redirected && page.home ? { signal: 'confirmed' } : null;
}
