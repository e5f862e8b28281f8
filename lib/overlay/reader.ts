import { entriesOn, NEWEST } from '../capture/conversation';
import { listedIds, wordsFor } from '../capture/directory';
import { Older } from '../capture/older';
import { caseAddress, pageOf } from '../capture/page';
import { shadowsOn } from '../capture/query';
import { readFirst } from '../capture/read';
import { inputPending, inSlices, whenIdle } from '../capture/slices';
import { readCase, readWhole, scopeOf } from '../capture/snapshot';
import { shared } from '../gate/shared';
import type { CapturedField, CaseRef, CaseSnapshot, Word } from '../model/case';
import { caseKey } from '../model/case-key';
import type { Conversation, PageSite } from '../model/site';

/** At least this long between two readings, in milliseconds: a page that changes all the time is not read all the time. */
const PAUSE = 1_000;
/** A page that goes to another case without loading is read once its parts have stood still for this long, or for the other, in milliseconds. */
const STILL = 500;
const STILL_AT_LAST = 5_000;
/** No reading while the person types: this long after a key, in milliseconds. */
const AFTER_KEY = 600;

const HEARD = { capture: true, passive: true };
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['hidden', 'class', 'value', 'aria-pressed', 'aria-selected', 'aria-current', 'aria-checked'],
  characterData: true,
};

/**
 * Reads the page's case when it is idle, and again when the page changes: fields and newest entries at once, older entries in slices
 * after that, and nothing while the person types. `read` gets each reading that says something new, with a way
 * to ask whether the person types (null where somebody waits for the reading), and gives a promise of having told it.
 * `held` names fields whose change Baton holds: a desk that shows it before it is saved tells nothing of them. Nor does a value that may be
 * a choice (`gate/watch-saved.ts`).
 */
export function readWhenIdle(
  page: Document,
  site: () => PageSite | null,
  held: (ref: CaseRef) => readonly string[],
  read: (snapshot: CaseSnapshot, full: boolean, typing: (() => boolean) | null) => Promise<void>,
) {
  let last: CaseSnapshot | null = null;
  let said = '';
  /** A reading is ahead. */
  let planned = true;
  // Who pressed something lately and has the focus in a field may be typing: what was pressed before Baton came, nobody noted.
  let key = writing(page) ? performance.now() : Number.NEGATIVE_INFINITY;
  let changed = Number.NEGATIVE_INFINITY;
  let moved = Number.NEGATIVE_INFINITY;
  /** Older entries are being read in slices. */
  let slicing = false;
  /** What was read is being told. */
  let telling: Promise<void> | undefined;
  let older: { of: string; entries: Older } | null = null;
  let stopSlices = () => {};

  const typing = () => performance.now() - key < AFTER_KEY || inputPending();
  const olderOf = (ref: CaseRef, talk: Conversation): Older => {
    const of = caseKey(ref);
    if (older?.of !== of) older = { of, entries: new Older(talk) };
    return older.entries;
  };

  const now = (wait: typeof typing | null = null): CaseSnapshot | null => {
    stopSlices();
    slicing = false;
    const known = site();
    const hit = known ? pageOf(known, page.URL, page) : null;
    if (!known || !hit?.ref) {
      last = null;
      watch([]);
      hearKeys();
      return null;
    }
    const { ref } = hit;
    const scope = scopeOf(hit.page, ref, page);
    watch([scope === page ? page.body : scope, ...shadowsOf(known, scope)]);
    const full = hit.page.full === true;
    const address = caseAddress(known, ref, page.URL) ?? page.URL;
    changes(observer.takeRecords());
    if (shared().saved?.isDrawing()) soon();
    const { snapshot: shown, found } = readWhole(known, hit.page, ref, page, address, Date.now());
    const same = last && caseKey(last.ref) === caseKey(ref) ? last : null;
    const chosen = shared().saved?.read({ site: known, page: hit.page, ref, scope }, found) ?? [];
    const fresh = without([...held(ref), ...chosen], shown);
    const talk = known.conversation;
    const before = talk ? entriesOn(scope, talk).slice(0, -NEWEST) : [];
    const rest = talk && before.length > 0 ? olderOf(ref, talk) : null;
    const facts = same ? kept(same, fresh) : fresh;
    const tell = (wait: typeof typing | null): CaseSnapshot => {
      const earlier = fresh.entries.length > 0 ? (rest?.known(before) ?? []) : [];
      const snapshot = { ...facts, entries: [...earlier, ...facts.entries] };
      // Older entries count by number and revision: all of a long case as one text would take longer than a slice may.
      const text = JSON.stringify([{ ...facts, seenAt: 0 }, earlier.length, rest?.revision]);
      if (text !== said) {
        const told = read(snapshot, full, wait);
        telling = told;
        void told.then(() => {
          if (telling === told) telling = undefined;
          hearKeys();
        });
      }
      said = text;
      return snapshot;
    };
    last = tell(wait);
    if (rest) {
      slicing = true;
      stopSlices = inSlices(rest.missing(before), typing, () => {
        slicing = false;
        last = tell(typing);
        hearKeys();
      });
    }
    hearKeys();
    return last;
  };
  /** Where there is nothing to read, no key pays for being heard: a reading is planned longer ahead than a key keeps it off. */
  function hearKeys(): void {
    const wanted = planned || slicing || telling !== undefined;
    page[wanted ? 'addEventListener' : 'removeEventListener']('keydown', touched, HEARD);
  }
  /** Under another address, the page still shows the case before, or parts of it. */
  const drawing = () => performance.now() - changed < STILL && performance.now() - moved < STILL_AT_LAST && moved > 0;
  const atRest = () => {
    planned = false;
    // An overlay that comes with the new case has not seen the page go there.
    if (typing() || drawing() || shared().saved?.isDrawing()) soon();
    else now(typing);
  };
  const soon = () => {
    if (planned) return;
    planned = true;
    hearKeys();
    setTimeout(() => whenIdle(atRest), PAUSE);
  };

  function touched(event: Event): void {
    if (event.type === 'keydown') key = performance.now();
  }
  hearKeys();
  const changes = (records: MutationRecord[]) => {
    if (records.every(isWriting)) return;
    changed = performance.now();
    shared().saved?.changed(records);
    for (const { target } of older ? records : []) older?.entries.changed(target);
    soon();
  };
  const observer = new MutationObserver(changes);
  let watched: readonly Node[] = [];
  const watch = (nodes: readonly Node[]) => {
    if (nodes.length === watched.length && nodes.every((node, n) => node === watched[n])) return;
    watched = nodes;
    observer.disconnect();
    for (const node of nodes) observer.observe(node, WATCHED);
  };
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', () => {
    moved = performance.now();
    changed = moved;
    // Where the next case will stand is not known before it does.
    watch([page.body]);
    soon();
  });
  whenIdle(atRest);

  return {
    now: () => now(),
    /** What the page shows this moment; nobody is told. */
    shown(): CaseSnapshot | null {
      const known = site();
      const hit = known ? pageOf(known, page.URL, page) : null;
      return known && hit?.ref ? readCase(known, hit.page, hit.ref, page, page.URL, Date.now()) : null;
    },
    get last() {
      return last;
    },
  };
}

/** The shadow roots in which the site reads: what changes in them tells nobody outside. */
function shadowsOf({ fields, labelled = [], conversation }: PageSite, scope: ParentNode): ParentNode[] {
  const all = [
    ...fields.flatMap(({ tries }) => tries.map(({ css }) => css)),
    ...labelled.map(({ row }) => row),
    ...(conversation ? [conversation.entry] : []),
  ];
  return [...new Set(all.filter((css) => css.includes('>>>')).flatMap((css) => shadowsOn(scope, css)))];
}

/** A text that somebody writes says nothing of the case yet. */
function isWriting({ type, target }: MutationRecord): boolean {
  return type === 'characterData' && target.parentElement?.isContentEditable === true;
}

/** Whether the person has the focus where one types, and pressed a key or the pointer within the last seconds. */
function writing({ activeElement: at }: Document): boolean {
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable || at.matches('input, textarea, iframe')) &&
    navigator.userActivation?.isActive === true
  );
}

function without(names: readonly string[], snapshot: CaseSnapshot): CaseSnapshot {
  return { ...snapshot, fields: snapshot.fields.filter(({ field }) => !names.includes(field)) };
}

/** Fields that the page hides while they are edited keep what they showed before: the same case, the same document. */
function kept(before: CaseSnapshot, now: CaseSnapshot): CaseSnapshot {
  const hidden = before.fields.filter(({ field }) => !now.fields.some((one) => one.field === field));
  return {
    ...now,
    fields: [...now.fields, ...hidden] satisfies CapturedField[],
    entries: now.entries.length > 0 ? now.entries : before.entries,
  };
}

/** What the page's own controls list, with the ids that they have for it, and who is signed in. */
export function pageWords(
  page: Document,
  site: PageSite,
): { words: Record<string, string[]>; ids: Word[]; me?: string } {
  const me = readFirst(page, site.me)?.text.slice(0, 300);
  return {
    words: Object.fromEntries(['team', 'owner'].map((field) => [field, wordsFor(site, page, field)])),
    ids: ['team', 'owner'].flatMap((field) => listedIds(site, page, field)),
    ...(me ? { me: me.slice(0, 300) } : {}),
  };
}
