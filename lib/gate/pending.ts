import { visible } from '../capture/visible';
import type { DraftStatus } from '../messages/protocol';
import type { CaseHandoff } from '../model/attempt';
import type { PageSite } from '../model/site';
import { readForm } from './form-door';
import type { Gate } from './gate';

export type Pending = { handoff: CaseHandoff; status: DraftStatus | null };

/**
 * Watches the desk's forms for a change that would hand over, and says so before any press. Reads only forms that the site's
 * writes name, once after each change of a control, never while somebody types.
 */
export function watchPending(
  on: Window,
  sites: () => readonly PageSite[],
  gate: Gate,
  changed: (handoff: CaseHandoff | null) => void,
  signal: AbortSignal,
): void {
  let shown = '';
  let asked = false;
  let last: HTMLFormElement | undefined;
  const showing = () => shown !== '' && shown !== 'null';
  const look = (form: HTMLFormElement) => {
    asked = false;
    const handoff = visible(form) ? previewOf(form) : null;
    // A form that hands nothing over says nothing of another one that does.
    if (!handoff && showing() && last && last !== form && visible(last)) return;
    last = form;
    const now = JSON.stringify(handoff);
    if (now === shown || (shown === '' && !handoff)) return;
    shown = now;
    changed(handoff);
  };
  /** What the form would hand over, by whichever of its buttons does. */
  const previewOf = (form: HTMLFormElement): CaseHandoff | null => {
    for (const site of sites()) {
      for (const button of [
        null,
        ...form.querySelectorAll('input[type=submit], button[type=submit], button:not([type])'),
      ]) {
        const read = readForm(form, button, site);
        const handoff = read && gate.preview(read.attempt, site, read.matched)[0];
        if (handoff) return handoff;
      }
    }
    return null;
  };
  // A box that is closed again without saving (Request Tracker's pencil only hides its form) hands nothing over.
  on.addEventListener(
    'click',
    () => {
      const form = last;
      if (form && showing()) setTimeout(() => look(form), 0);
    },
    { capture: true, passive: true, signal },
  );
  on.addEventListener(
    'change',
    (event) => {
      const form = (event.target as Partial<HTMLInputElement> | null)?.form;
      if (asked || !(form instanceof HTMLFormElement)) return;
      asked = true;
      // After the page's own handlers: they may change other controls of the form.
      setTimeout(() => look(form), 0);
    },
    { capture: true, signal },
  );
}
