import type { DraftStatus } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef, CaseSnapshot } from '../model/case';
import type { PageSite } from '../model/site';

/**
 * What Baton's scripts of one page share in the isolated world: page scripts cannot see it.
 * The site's data puts itself in before the gate runs; gate and overlay find each other here.
 */
export type Shared = {
  sites: PageSite[];
  gate?: GateFace;
  overlay?: OverlayFace;
};

/** What the overlay may ask of the gate. */
export type GateFace = {
  site(): PageSite | null;
  /** The handoff that the form now shows, before any press. */
  pending(): { handoff: CaseHandoff; status: DraftStatus | null } | null;
  /** The fields of a case that something held would change: the page may show them changed already, and the desk has not. */
  held(ref: CaseRef): string[];
  /** The page does not let Baton show itself: nothing can be asked here any more. */
  hidden(): void;
  /** How far the drafts of a case are. */
  learn(ref: CaseRef, drafts: DraftStatus[]): void;
};

/** What the gate tells the overlay. */
export type OverlayFace = {
  pendingChanged(): void;
  snapshot(): CaseSnapshot | null;
  /** Baton was updated under the page: what was held is cancelled. */
  orphaned(): void;
  /** A focus or a press, before the page hears of it. */
  shield(event: Event): void;
};

/** What the gate shows the overlay first: nobody listens on the window earlier. */
export const SHIELDED = 'focus focusin blur focusout pointerdown pointerup mousedown mouseup touchstart touchend click';

const KEY = '__baton';

export function shared(): Shared {
  const world = globalThis as { [KEY]?: Shared };
  world[KEY] ??= { sites: [] };
  return world[KEY];
}
