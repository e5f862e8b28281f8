import { debugReport } from '../capture/debug';
import { pageOf } from '../capture/page';
import { scopeOf } from '../capture/snapshot';
import { shared } from '../gate/shared';
import { call, orphaned } from '../messages/client';
import { hear } from '../messages/hear';
import type { TabMessage } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef } from '../model/case';
import { draftKey } from '../model/case-key';
import { makeAhead } from './ahead';
import { makeFrame } from './frame';
import { makeHost } from './host';
import { makeKept } from './kept';
import { loadedAt } from './loaded-at';
import css from './overlay.css?inline';
import { makePending, type Pending, watchPending } from './pending';
import { pageWords, readWhenIdle } from './reader';
import { routesOn, setRoute } from './routes';
import { lookFor } from './rows';
import { schemeOf } from './scheme';
import { secondHost } from './second';
import { isSeen, watchSight } from './seen';
import { shieldOf } from './shield';
import { shownAt, whileShown } from './still-shown';
import { makeStrip } from './strip';
import { makeTab, type TabFace } from './tab';
import { makeTeller } from './tell-case';
import { leaveFilm, watchTopLayer } from './top-layer';

/** Starts the overlay in the top frame: reads the case, draws tab and strip, and makes the panel's frame when it is needed. Once. */
export function startOverlay(): void {
  const world = shared();
  if (world.overlay || window !== window.top) return;
  // What an update of Baton left behind: its own watch over it has ended.
  for (const left of document.querySelectorAll('baton-overlay')) left.remove();
  const host = makeHost(document, 'baton-overlay', css, () => {
    sight.end();
    world.gate?.hidden();
    void call('overlay/retreated', {}).catch(() => undefined);
  });
  const { root, setScheme } = host;
  const tab = makeTab(root, () => void open());
  const strip = makeStrip(root);
  const frame = makeFrame(
    root,
    () => schemeOf(document),
    ({ side }) => tab.side(side),
  );
  const sight = watchSight(() => {
    const shown = frame.seen;
    return shown !== null && isSeen(shown, host);
  });
  const site = () => world.gate?.site() ?? null;
  setScheme(schemeOf(document));

  const heldFields = (ref: CaseRef) => world.gate?.held(ref) ?? [];
  let reported: Promise<void> = Promise.resolve();
  const teller = makeTeller();
  const reader = readWhenIdle(document, site, heldFields, (snapshot, full, typing) => {
    const known = site();
    if (!known) return Promise.resolve();
    const about = () => {
      showTab();
      return { full, loadedAt: loadedAt(), ...pageWords(document, known) };
    };
    reported = teller
      .tell(snapshot, typing, about)
      .then(({ line, drafts, kept: keeps = false }) => {
        world.gate?.learn(snapshot.ref, drafts);
        kept.told(snapshot.ref, keeps);
        if (line) strip.show(line);
      })
      .catch(() => undefined);
    return reported;
  });
  let keptField: string | null = null;
  const kept = makeKept(
    document,
    () => (reader.last?.entries ?? []).map(({ text }) => text).join(' '),
    (label) => {
      keptField = label;
      showTab();
    },
    // Once the panel is opened it says more.
    (line) => strip.free && strip.showWhile(line, () => () => {}),
  );
  addEventListener('pagehide', teller.flush);

  const caseShown = () => {
    const known = site();
    return known !== null && pageOf(known, document.URL, document)?.ref != null;
  };
  const showTab = () => {
    // Of a playbook that only counts nothing is said.
    const pending = forms.now?.status?.silent ? null : forms.now;
    const face = folded ? held : pending && faceOf(pending);
    tab.hide(frame.shown || (!face && !folded && !caseShown()));
    tab.show(face, keptField);
    // The panel may be wanted at the next press: its page is fetched while the person still fills in the form.
    if (pending) prepare();
  };
  const prepare = () => void frame.prepare().catch(() => undefined);
  const ahead = makeAhead(() => world.gate);
  let expecting = false;
  /** What is held, as the panel last said; and whether the panel is folded to the tab meanwhile. */
  let held: TabFace = null;
  let folded = false;
  /** The desk was taken away. */
  let away = false;
  const forms = makePending(() => world.gate, showTab);
  world.overlay = {
    snapshot: () => reader.last,
    shown: () => reader.shown(),
    expect: (handoffs) => {
      // What is held is judged by what was read.
      if (handoffs) teller.flush();
      if (handoffs ? ahead.has(handoffs) && !frame.shown : expecting) {
        expecting = handoffs !== undefined;
        if (expecting) void show(true);
        else hide();
      }
    },
    orphaned: () => {
      hide();
      strip.updated();
    },
    leave: () => {
      if (away) return;
      away = true;
      hide();
      strip.clear();
      void forms.show(null);
      frame.drop();
      host.remove();
    },
    come: () => {
      if (!away && reader.last) return;
      if (away) host.put();
      away = false;
      reader.now();
      showTab();
    },
    shield: shieldOf(
      host.element,
      (event) => {
        tab.pressed(event);
        frame.grip.pressed(event);
      },
      frame.grip.pointed,
    ),
    second: (...of) => secondHost(document, ...of),
  };
  showTab();
  if (world.key) strip.show({ key: 'line_taken_over', subs: [], tone: 'plain' });
  watchPending(
    window,
    (form) => world.gate?.preview(form) ?? null,
    (handoff) => void forms.show(handoff),
    new AbortController().signal,
  );
  watchTopLayer(document, (target) => {
    host.settle();
    if (target !== host.element && frame.shown) host.raise();
  });
  // A press on what saves by itself comes with no form that is filled in first.
  const touch = (event: Event) => {
    const [at] = event.composedPath();
    if (!event.isTrusted || !(at instanceof Element) || frame.shown || !world.gate?.mayHandOver(at)) return;
    prepare();
    ahead.touched(at);
  };
  for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, touch, { capture: true, passive: true });
  document.addEventListener(
    'focusin',
    ({ target }) => typing(target) && tab.avoid((target as Element).getBoundingClientRect()),
    { passive: true },
  );

  hear((message) => {
    // By no answer the background knows that the overlay must be brought.
    if (away) return undefined;
    if (message.tell === 'prepare') {
      prepare();
      // What was touched before Baton could look has the focus, or the pointer over it.
      const touched = document.activeElement?.matches('body') ? pointedAt() : document.activeElement;
      if (touched && world.gate?.mayHandOver(touched)) ahead.touched(touched);
    }
    if (message.tell === 'show-panel') {
      expecting = false;
      // What becomes of that change is open again.
      strip.endWhile();
      void show(message.focus);
    }
    if (message.tell === 'line') strip.show(message.line);
    if (message.tell === 'shown') return { shown: message.places.map((place) => shownAt(site(), document, place)) };
    if (message.tell === 'still-shown') {
      const { line, place, value } = message;
      strip.showWhile(line, (over) => whileShown(() => shownAt(site(), document, place), value, over));
    }
    if (message.tell === 'held') {
      held = { to: message.to, missing: message.missing, held: true };
      showTab();
    }
    if (message.tell === 'hide-panel') {
      hide(message.folded);
      // A desk may have emptied its form at the press, and what was held has not left.
      if (reader.last && !message.folded) kept.told(reader.last.ref, true);
    }
    if (message.tell === 'seen') {
      const sees = sight.now();
      // What honestly lies over the panel (a menu, a note of the desk's) lies under it at the next press.
      if (sees === 'covered') host.raise();
      return { sees };
    }
    if (message.tell === 'place') frame.place(message.panel);
    if (message.tell === 'draft') forms.saved(draftKey(message.ref, message.status.playbook), message.status);
    if (message.tell === 'look-for') lookFor(document, site, message.cases);
    if (message.tell === 'routes') {
      const known = site();
      const hit = known && pageOf(known, document.URL, document);
      const scope = hit?.ref ? scopeOf(hit.page, hit.ref, document) : document;
      const pressed = message.routes[message.set ?? -1];
      if (known && pressed) setRoute(known, scope, pressed);
      return { routes: known ? routesOn(known, scope, reader.shown(), message.routes) : [] };
    }
    if (message.tell === 'kept') return kept.answer(message.kept, message.put);
    if (message.tell === 'reading') {
      const known = site();
      return { report: known && debugReport(known, pageOf(known, document.URL, document), document) };
    }
    // By no answer the background knows that there is no overlay yet.
    return OVERLAYS.includes(message.tell) ? { heard: true } : undefined;
  });

  async function open(): Promise<void> {
    if (orphaned()) {
      strip.updated();
      return;
    }
    reader.now();
    teller.flush();
    // The background opens the panel for the case that it was told of: a press right after loading is not too early.
    await reported;
    const done = await call('overlay/open', { handoff: forms.now?.handoff ?? null }).catch(() => null);
    if (!done?.ok)
      strip.show({ key: done ? `line_${done.code.replaceAll('-', '_')}` : 'line_no_answer', subs: [], tone: 'warn' });
  }

  function hide(fold = false): void {
    folded = fold;
    if (!fold) held = null;
    ahead.forget();
    sight.end();
    frame.hide();
    showTab();
  }

  async function show(focus: boolean): Promise<void> {
    folded = false;
    setScheme(schemeOf(document));
    // Where the page is alive, before the focus goes there: a modal dialog makes all outside of it dead.
    await frame.prepare().catch(() => undefined);
    leaveFilm(document);
    host.settle();
    host.raise();
    await frame.show(focus).catch(() => strip.show({ key: 'line_no_answer', subs: [], tone: 'warn' }));
    sight.begin();
    showTab();
  }
}

/** What is for the overlay alone. */
const OVERLAYS: readonly TabMessage['tell'][] = ['prepare', 'show-panel', 'line'];

/** What the tab says of the handoff that the form shows. */
function faceOf({ handoff, status }: Pending): TabFace {
  const to = toOf(handoff);
  return { to, missing: status?.met ? 0 : status?.missing, done: status?.done === to };
}

/** Whom a handoff goes to, in the desk's words. */
function toOf({ changes }: CaseHandoff): string {
  const change = changes.find(({ field }) => field === 'team') ?? changes[0];
  return change?.to.label ?? '';
}

function pointedAt(): Element | undefined {
  return [...document.querySelectorAll(':hover')].at(-1);
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, iframe'))
  );
}
