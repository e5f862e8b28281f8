import { inSlices } from '../capture/slices';
import { visible } from '../capture/visible';
import type { GateFace } from '../gate/shared';
import { call } from '../messages/client';
import type { DraftStatus } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import { draftKey } from '../model/case-key';

/** What is chosen and not typed. */
const CHOICES = 'select, [type=checkbox], [type=radio]';

export type Pending = { handoff: CaseHandoff; status: DraftStatus | null };

/** How long the background may take to say how far a draft is, in milliseconds. */
const LIMIT = 2_000;

/** What the desk's forms would hand over if they were sent now, and how far its draft is. `changed` runs after each news of it. */
export function makePending(gate: () => GateFace | undefined, changed: () => void) {
  let now: Pending | null = null;
  const learn = (status: DraftStatus | null) => {
    if (!now || !status) return;
    now = { ...now, status };
    changed();
  };
  return {
    get now() {
      return now;
    },
    async show(handoff: CaseHandoff | null): Promise<void> {
      const mine = handoff && { handoff, status: gate()?.status(handoff.ref, handoff.playbook) ?? null };
      now = mine;
      changed();
      const { status } = await call('gate/pending', { handoff }, LIMIT).catch(() => ({ status: null }));
      if (!handoff || !status) return;
      gate()?.learn(handoff.ref, [status]);
      if (now === mine) learn(status);
    },
    /** A draft was saved, here or in another tab. */
    saved(key: string, status: DraftStatus) {
      if (now && draftKey(now.handoff.ref, now.handoff.playbook) === key) learn(status);
    },
  };
}

/**
 * Watches the desk's forms for a change that would hand over, and says so before any press. Reads only forms that the site's
 * writes name, once after each change of a control, never while somebody types.
 */
export function watchPending(
  on: Window,
  preview: (form: HTMLFormElement) => CaseHandoff | null,
  changed: (handoff: CaseHandoff | null) => void,
  signal: AbortSignal,
): void {
  let shown = 'null';
  let asked = false;
  let last: HTMLFormElement | undefined;
  const look = (form: HTMLFormElement) => {
    asked = false;
    const handoff = visible(form) ? preview(form) : null;
    // A form that hands nothing over says nothing of another one that does.
    if (!handoff && shown !== 'null' && last && last !== form && visible(last)) return;
    last = form;
    const now = JSON.stringify(handoff);
    if (now === shown) return;
    shown = now;
    changed(handoff);
  };
  // A box that is closed again without saving (Request Tracker's pencil only hides its form) hands nothing over.
  on.addEventListener(
    'click',
    () => {
      const form = last;
      if (form && shown !== 'null') setTimeout(() => look(form), 0);
    },
    { capture: true, passive: true, signal },
  );
  const chosen = (control: Element) => {
    const { form } = control as Partial<HTMLInputElement>;
    if (asked || !(form instanceof HTMLFormElement)) return;
    asked = true;
    // After the page's own handlers: they may change other controls of the form.
    setTimeout(() => look(form), 0);
  };
  on.addEventListener('change', ({ target }) => chosen(target as Element), { capture: true, signal });
  // A change event stays in its shadow root. The input event of the same choice leaves it.
  on.addEventListener(
    'input',
    (event) => {
      const [control] = event.composedPath();
      if (control !== event.target && (control as Element).matches(CHOICES)) chosen(control as Element);
    },
    { capture: true, passive: true, signal },
  );
  // What was chosen before Baton could look. Of many forms each is read in an idle moment.
  const stop = inSlices(
    each(on.document.querySelectorAll('form'), look),
    () => false,
    () => {},
  );
  signal.addEventListener('abort', stop);
}

function* each<T>(all: Iterable<T>, work: (one: T) => void): Generator<void, void> {
  for (const one of all) {
    work(one);
    yield;
  }
}
