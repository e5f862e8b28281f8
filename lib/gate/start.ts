import { pageOf } from '../capture/page';
import { call } from '../messages/client';
import { hear } from '../messages/hear';
import type { PingAnswer, TabMessage } from '../messages/protocol';
import { caseKey } from '../model/case-key';
import { isAnswerTo, loadingOf } from './answer-page';
import { backgroundLine, storedClosed } from './background';
import { understood } from './body';
import { followBy, makeChannel, nameKey, sendBy } from './channel';
import { formAttempt } from './form';
import { previewOf, watchForms } from './form-door';
import { watchClicks } from './form-presses';
import { Gate } from './gate';
import { keptWindow } from './kept-window';
import { watchLinks } from './link-door';
import { MEMORY_LIMIT, Memory } from './memory';
import { watchNavigation } from './navigation-door';
import { whenPainted } from './painted';
import { anyGone, filesOn } from './picked-files';
import { SHIELDED, shared } from './shared';
import { mayHandOver } from './touch';
import { Typed } from './typed';
import { SavedWatch } from './watch-saved';
import { answerWire, isGood } from './wire-door';

/** Starts the gate of this frame, at document_start. Every frame has its own; the checklist is in the top frame alone. */
export function startGate(): void {
  const world = shared();
  // A second copy in one frame (registered and injected) would hold twice.
  if (world.gate || world.sites.length === 0) return;
  const top = window === window.top;
  const background = backgroundLine(
    () => {
      gate.cancelAll('updated');
      world.overlay?.orphaned();
    },
    () => gate.endIdle(),
  );
  // A frame without an address of its own (about:blank, srcdoc) is its parent's, as its origin is.
  const here = () => (location.protocol === 'about:' ? document.baseURI : location.href);
  const loading = loadingOf(here());
  const channel = makeChannel(document, world.key);
  let named: string | undefined;
  // The wire's own listener on the document went too: it puts it there again when it is told the name once more.
  const on = keptWindow(window, () => named && nameKey(channel, named));
  const memory = new Memory(world.sites, new URL(here()).host, async () => {
    // Read at the same time: the background may not answer.
    void storedClosed().then(
      (closed) => {
        if (closed && !memory.current) memory.unsure = 'closed';
      },
      () => undefined,
    );
    const { loadedAt, type } = loading;
    const hello = {
      url: here(),
      loadedAt,
      ...(type === 'reload' ? { again: true as const } : {}),
      ...(world.key ? { late: true as const } : {}),
    };
    const { memory: known, key, left } = await call('gate/hello', hello, MEMORY_LIMIT);
    named = key;
    nameKey(channel, key);
    if (left && isAnswerTo(left, loading)) saved.cameBack(left.changes);
    return known;
  });
  const gate = new Gate(document, memory, background);
  const sites = () => memory.candidates;
  const saved = new SavedWatch(document, sites);
  world.saved = saved;
  // Before all others: what stands there as a person begins is what the page came with.
  saved.start(on);
  const typed = new Typed(document, sites, gate.holds, (told) => background.tell('kept/save', told));
  // Before the gate hears that the page goes, and takes back what is held.
  typed.start(on);

  world.gate = {
    site: () => (memory.current ? (sites()[0] ?? null) : null),
    preview: (form) => previewOf(form, sites(), gate),
    status: (ref, playbook) => memory.status(ref, playbook),
    held: (ref) => gate.holds.fieldsOf(ref),
    hidden: () => gate.giveUpAsking(),
    mayHandOver: (touched) => sites().some((site) => mayHandOver(touched, site)),
    learn: (ref, drafts) => {
      for (const status of drafts) memory.learnStatus(ref, status);
    },
    formAttempt,
    understood,
  };

  answerWire(channel.element, sites, gate, async (attempt, { status, signIn }) => {
    // With a file that is not there any more nothing is sent.
    const fileGone = status === 0 && (await anyGone(filesOn(document)));
    const outcome = isGood(status) && !signIn ? 'ok' : status === 0 && !fileGone ? 'lost' : 'refused';
    const why = { ...(signIn ? { signIn } : {}), ...(fileGone ? { fileGone } : {}) };
    background.tell('gate/outcome', { attempt, outcome, status, ...why });
  });
  const follow = followBy(channel);
  watchClicks(on);
  watchForms(on, sites, gate);
  watchLinks(on, sites, gate, follow);
  watchNavigation(globalThis.navigation, sites, gate, follow, sendBy(channel));
  world.watchControls?.(on, sites, gate);
  on.addEventListener('beforeunload', (event) => gate.asked(event), true);
  on.addEventListener('pagehide', () => gate.leave());
  on.addEventListener('pageshow', ({ persisted }) => {
    gate.stay();
    // Coming back from the back-forward cache: nothing that was known then may be trusted.
    if (!persisted || !top) return;
    memory.forget();
    void arrive();
  });
  /** What this page is judged by is known, or has changed. */
  const learned = () => {
    if (memory.current?.site) {
      if (!top) return;
      world.overlay?.come();
      moved();
      return;
    }
    // No desk, or none any more: nothing of Baton's stays on its page, and nothing stays held.
    gate.cancelAll('removed');
    world.overlay?.leave();
  };
  hear((message) => obey(message));
  if (!top) return;

  let touched = false;
  const shield = (event: Event) => {
    world.point?.(event);
    if (world.overlay) world.overlay.shield(event);
    else if (!touched && event.isTrusted) {
      const at = event.composedPath()[0];
      touched = at instanceof Element && world.gate?.mayHandOver(at) === true;
      if (touched) background.tell('gate/touched', {});
    }
  };
  let shownCase = '';
  const moved = () => {
    const site = world.gate?.site();
    const hit = site ? pageOf(site, location.href, document) : null;
    const key = hit?.ref ? caseKey(hit.ref) : '';
    if (key !== shownCase) gate.leftCase();
    // What is typed right after loading is typed for the case that is known a moment later.
    if (shownCase && key !== shownCase) typed.leftCase();
    shownCase = key;
    if (hit?.ref) background.tell('gate/case', { url: location.href });
  };
  const arrive = (tries = 5): Promise<unknown> =>
    memory.arrive().then((known) => {
      if (known) learned();
      // A worker that is only just starting: the tab would stay silent until the next press.
      else if (tries > 1 && !background.orphaned()) setTimeout(() => void arrive(tries - 1), 3_000);
    });
  globalThis.navigation?.addEventListener('currententrychange', moved);
  // Before the shield listens: the page is the first thing that the background hears of.
  whenPainted(() => {
    void arrive();
    // Some pages say only in their text which case they show.
    if (document.readyState === 'loading')
      addEventListener('DOMContentLoaded', () => memory.current && !shownCase && moved(), { once: true });
  });
  for (const type of SHIELDED.split(' ')) on.addEventListener(type, shield, true);

  function obey(message: TabMessage): unknown {
    if (message.tell === 'ping')
      return {
        serves: new URL(here()).origin === message.origin && world.sites.some(({ id }) => id === message.site),
        wired: channel.taken(),
      } satisfies PingAnswer;
    if (message.tell === 'renew')
      void memory
        .renew(() => call('gate/renew', { url: here(), wired: channel.taken() }))
        .then((changed) => changed && learned());
    if (message.tell === 'draft') memory.learnStatus(message.ref, message.status);
    return gate.obey(message);
  }
}
