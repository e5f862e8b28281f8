import { pageOf } from '../capture/page';
import { shared } from '../gate/shared';
import { call, orphaned } from '../messages/client';
import { hear } from '../messages/hear';
import type { CaseHandoff } from '../model/attempt';
import type { CaseRef } from '../model/case';
import { makeFrame } from './frame';
import { makeHost } from './host';
import { pageWords, readWhenIdle } from './reader';
import { lookFor } from './rows';
import { schemeOf } from './scheme';
import { makeStrip } from './strip';
import { makeTab } from './tab';

/** Starts the overlay in the top frame: reads the case, draws tab and strip, and makes the panel's frame when it is needed. Once. */
export function startOverlay(): void {
  const world = shared();
  if (world.overlay || window !== window.top) return;
  const host = makeHost(document, () => world.gate?.hidden());
  const { root, setScheme } = host;
  const tab = makeTab(root, () => void open());
  const strip = makeStrip(root);
  const frame = makeFrame(
    root,
    () => schemeOf(document),
    ({ side }) => tab.side(side),
  );
  const site = () => world.gate?.site() ?? null;
  setScheme(schemeOf(document));

  const held = (ref: CaseRef) => world.gate?.held(ref) ?? [];
  let reported: Promise<void> = Promise.resolve();
  const reader = readWhenIdle(document, site, held, (snapshot, full) => {
    const known = site();
    if (!known) return;
    showTab();
    const loadedAt = performance.timeOrigin;
    reported = call('case/seen', { snapshot, full, loadedAt, ...pageWords(document, known) })
      .then(({ line, drafts }) => {
        world.gate?.learn(snapshot.ref, drafts);
        if (line) strip.show(line);
      })
      .catch(() => undefined);
  });

  const caseShown = () => {
    const known = site();
    return known !== null && pageOf(known, document.URL, document)?.ref != null;
  };
  const showTab = () => {
    const pending = world.gate?.pending() ?? null;
    tab.hide(frame.shown || (!pending && !caseShown()));
    tab.show(pending && { to: toOf(pending.handoff), status: pending.status });
    // The panel may be wanted at the next press: its page is fetched while the person still fills in the form.
    if (pending) void frame.prepare().catch(() => undefined);
  };
  world.overlay = {
    pendingChanged: showTab,
    snapshot: () => reader.last,
    orphaned: () => {
      frame.hide();
      strip.updated();
    },
  };
  showTab();
  document.addEventListener(
    'focusin',
    ({ target }) => typing(target) && tab.avoid((target as Element).getBoundingClientRect()),
    { passive: true },
  );

  hear((message) => {
    if (message.tell === 'show-panel') void show(message.focus);
    if (message.tell === 'hide-panel') {
      frame.hide();
      showTab();
    }
    if (message.tell === 'place') frame.place(message.panel);
    if (message.tell === 'line') strip.show(message.line);
    if (message.tell === 'look-for') lookFor(document, site, message.cases);
    return undefined;
  });

  async function open(): Promise<void> {
    if (orphaned()) {
      strip.updated();
      return;
    }
    reader.now();
    // The background opens the panel for the case that it was told of: a press right after loading is not too early.
    await reported;
    const done = await call('overlay/open', { handoff: world.gate?.pending()?.handoff ?? null }).catch(() => null);
    if (!done?.ok)
      strip.show({ key: done ? `line_${done.code.replaceAll('-', '_')}` : 'line_no_answer', subs: [], tone: 'warn' });
  }

  async function show(focus: boolean): Promise<void> {
    setScheme(schemeOf(document));
    await frame.show(focus).catch(() => strip.show({ key: 'line_no_answer', subs: [], tone: 'warn' }));
    showTab();
  }
}

/** Whom a handoff goes to, in the desk's words. */
function toOf({ changes }: CaseHandoff): string {
  const change = changes.find(({ field }) => field === 'team') ?? changes[0];
  return change?.to.label ?? '';
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, iframe'))
  );
}
