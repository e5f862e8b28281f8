import type { CaseHandoff } from '../model/attempt';
import type { PageSite } from '../model/site';
import { formAttempt, leadsElsewhere, navigationsTold, targetOf } from './form';
import { formInItsPlace } from './form-again';
import { noteSent, pressedForIt, timesSent } from './form-presses';
import type { Gate } from './gate';
import type { Way } from './holds';
import type { Listens } from './kept-window';
import { filesOf, withFiles } from './picked-files';
import { pressedAgain } from './pressed';
import { watchRoots } from './roots';
import { shared } from './shared';
import { type Matched, namesRead, writesAt } from './writes';

const requestSubmit = HTMLFormElement.prototype.requestSubmit;

/** Stops form submits that hand over, in shadow roots too; lets them go by the same button, as the form is then. `on` is the page's window. */
export function watchForms(on: Listens, sites: () => readonly PageSite[], gate: Gate): void {
  const heard = (event: Event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    noteSent(form);
    const submitter = (event as SubmitEvent).submitter;
    for (const site of sites()) {
      const read = readForm(form, submitter, site);
      if (!read) continue;
      const answer = gate.consider({ ...read, site, use: 'event', way: wayOf(form, submitter) });
      if (answer.say === 'go') continue;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
  };
  on.addEventListener('submit', heard, true);
  watchRoots(on, (root) => root.addEventListener('submit', heard, true));
}

/** What a form would do by the site's writes; null where no write matches. */
export function readForm(form: HTMLFormElement, submitter: Element | null, site: PageSite) {
  const { url, method } = targetOf(form, submitter);
  const matched = writesAt(site, 'form', method, url);
  if (matched.length === 0) return null;
  const read = formAttempt(form, submitter, namesRead(matched), sentAlong(form, matched));
  return { attempt: shared().saved?.asDrawn(form, read, matched) ?? read, matched };
}

/** What a form would hand over if it were sent now, by whichever of its buttons does. */
export function previewOf(form: HTMLFormElement, sites: readonly PageSite[], gate: Gate): CaseHandoff | null {
  for (const site of sites) {
    for (const button of [null, ...form.querySelectorAll(':is(input,button)[type=submit],button:not([type])')]) {
      const read = readForm(form, button, site);
      const handoff = read && gate.preview(read.attempt, site, read.matched)[0];
      if (handoff) return handoff;
    }
  }
  return null;
}

/** Other open forms whose fields the desk sends with this one (Request Tracker's inline edit boxes). */
export function sentAlong(form: HTMLFormElement, matched: readonly Matched[]): HTMLFormElement[] {
  const css = matched.find(({ write }) => write.withForms && form.matches(write.withForms))?.write.withForms;
  if (!css) return [];
  return [...form.ownerDocument.querySelectorAll(css)].filter(
    (other): other is HTMLFormElement => other !== form && other instanceof HTMLFormElement,
  );
}

/** Sends a form as it is now, by this button or what stands for it: the page's own handlers hear of it. */
export function sendAgain(form: HTMLFormElement, button: HTMLElement | null): void {
  requestSubmit.call(form, pressedAgain(form, button));
}

function wayOf(form: HTMLFormElement, submitter: HTMLElement | null): Way {
  const way: Way = {
    go() {
      const there = form.isConnected ? form : formInItsPlace(form);
      if (!there) return false;
      if (pressedForIt(there)) return true;
      const before = timesSent(there);
      sendAgain(there, submitter);
      // Where the browser itself finds something missing in the form, no event follows.
      return timesSent(there) > before;
    },
    // Nothing has left and the form stands as the person filled it in.
    cancel() {},
    comesBack: true,
    at: form,
    ...(leadsElsewhere(form) || submitter?.hasAttribute('formtarget') || !navigationsTold() ? { unseen: true } : {}),
  };
  return withFiles(way, () => filesOf(form));
}
