import type { DraftStatus } from '../messages/protocol';
import type { CaseChange, CaseHandoff } from '../model/attempt';
import type { CaseRef, CaseSnapshot, Word } from '../model/case';
import type { PageSite } from '../model/site';
import type { Background } from './background';
import type { understood } from './body';
import type { formAttempt } from './form';
import type { Gate } from './gate';
import type { Listens } from './kept-window';
import type { SavedWatch } from './watch-saved';
import type { Question } from './wire-protocol';

/**
 * What Baton's scripts of one page share in the isolated world: page scripts cannot see it.
 * The site's data puts itself in before the gate runs; gate and overlay find each other here.
 */
export type Shared = {
  sites: PageSite[];
  gate?: GateFace;
  overlay?: OverlayFace;
  /** Put there by the background before a gate that comes late (after an update): by which event the wire knows it. */
  key?: string;
  /** Reads a GraphQL request; there on desks that speak it (`graphql.js`). */
  graphql?: (request: unknown) => GraphqlItem[];
  /** What the cases of this document hold. The gate puts it there. */
  saved?: SavedWatch;
  /** Gives values that a request names by ids alone the words that people chose them by; there on desks that need it (`picked.js`). */
  named?: (all: readonly CaseChange[], site: PageSite, background: Background, words?: readonly Word[]) => CaseChange[];
  /** Holds controls at their own event; there on desks that name such controls (`controls.js`). */
  watchControls?: (on: Listens, sites: () => readonly PageSite[], gate: Gate) => void;
  /** A lesson runs in this page. */
  teaching?: boolean;
  /** A person points at the page to teach Baton (`teach.js`): hears what is pressed before anybody, the page included. */
  point?: ((event: Event) => void) | undefined;
  /** Baton watches which request hands a case over, and holds nothing meanwhile. True where it wants to see the body too. */
  watch?: ((leaving: Question | HTMLFormElement) => boolean) | undefined;
};

/** One root field of an operation. A persisted operation, whose text is not sent, is one item with its variables as arguments. */
export type GraphqlItem = { operation: string; field: string; alias: string; args: Record<string, unknown> };

/** What the overlay may ask of the gate. */
export type GateFace = {
  site(): PageSite | null;
  /** What a form would hand over if it were sent now, by whichever of its buttons does. */
  preview(form: HTMLFormElement): CaseHandoff | null;
  /** How far the draft of a case is, as far as the gate was told. */
  status(ref: CaseRef, playbook: string): DraftStatus | null;
  /** The fields of a case that something held would change: the page may show them changed already, and the desk has not. */
  held(ref: CaseRef): string[];
  /** The page does not let Baton show itself: nothing can be asked here any more. */
  hidden(): void;
  /** Whether what a person touches may hand over next. */
  mayHandOver(touched: Element): boolean;
  /** How far the drafts of a case are. */
  learn(ref: CaseRef, drafts: DraftStatus[]): void;
  /** How a form is read, and what the wire sent of a body: for the script that watches. */
  formAttempt: typeof formAttempt;
  understood: typeof understood;
};

/** What the gate tells the overlay. */
export type OverlayFace = {
  snapshot(): CaseSnapshot | null;
  /** What the page shows this moment, chosen or saved. */
  shown(): CaseSnapshot | null;
  /** What was stopped is about to be held: its checklist may be shown at once. Called without arguments when the hold was withdrawn. */
  expect(handoffs?: readonly CaseHandoff[]): void;
  /** Baton was updated under the page: what was held is cancelled. */
  orphaned(): void;
  /** The desk was taken away: nothing of Baton's stays on the page. */
  leave(): void;
  /** The page is a desk's after all, or again. */
  come(): void;
  /** A focus or a press, before the page hears of it. */
  shield(event: Event): void;
  /** One more element of Baton's in the page: for the script by which a person teaches it. */
  second(name: string, css: string, pressed: (event: MouseEvent) => void, retreated: () => void): Second;
};

/** A root of Baton's own, what hears before the page what is pressed in it, and the page's lightness. */
export type Second = {
  root: ShadowRoot;
  scheme: 'light' | 'dark';
  shield(event: Event): void;
  remove(): void;
};

/** What the gate shows the overlay first: nobody listens on the window earlier. */
export const SHIELDED = 'focus focusin blur focusout pointerdown pointerup mousedown mouseup touchstart touchend click';

const KEY = '__baton';

export function shared(): Shared {
  const world = globalThis as { [KEY]?: Shared };
  world[KEY] ??= { sites: [] };
  return world[KEY];
}
