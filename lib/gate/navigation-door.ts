import type { PageSite } from '../model/site';
import { fieldsBody } from './body';
import { formAttempt, submitNative } from './form';
import { sendAgain, sentAlong } from './form-door';
import { pressedForIt } from './form-presses';
import { freeForm } from './free-form';
import type { Gate } from './gate';
import type { Way } from './holds';
import { filesOf, withFiles } from './picked-files';
import { shared } from './shared';
import { namesRead, writesAt } from './writes';

/** Newer than the rest of the Navigation API: the form, button or link that began it. */
type Navigate = NavigateEvent & { sourceElement?: Element | null };

/** Goes to an address from the page's own world, where the page's `location` would. */
export type Follow = (url: string, replace: boolean) => void;

/**
 * The last line behind the form and the link door: hears of everything that leaves this document as a navigation, whoever began it, and
 * stops what hands over. What those doors let go comes by here with a pass. `on` is the page's `navigation`.
 */
export function watchNavigation(
  on: EventTarget | undefined,
  sites: () => readonly PageSite[],
  gate: Gate,
  follow: Follow,
  send: (form: HTMLFormElement) => void = (form) => submitNative.call(form),
): void {
  on?.addEventListener('navigate', (event) => {
    const leaving = event as Navigate;
    if (!leaving.destination.sameDocument) gate.released.mayHaveLeft();
    if (!mayWrite(leaving)) return;
    for (const site of sites()) {
      const read = readNavigation(leaving, site);
      if (!read) continue;
      const way = wayOf(leaving, follow, send);
      const form = formOf(leaving.sourceElement);
      if (gate.consider({ ...read, site, use: 'request', way }).say === 'go') continue;
      if (form && site.sentOnce) freeForm(form, way, site.sentOnce);
      event.preventDefault();
      // Nor may a router of the page's take it up.
      event.stopImmediatePropagation();
      return;
    }
  });
}

/** A reload repeats what was judged before; back and forward go where the page was; what another frame's form or link began was judged there. */
function mayWrite({ cancelable, navigationType, destination, downloadRequest, sourceElement }: Navigate): boolean {
  return (
    cancelable &&
    /^(push|replace)$/.test(navigationType) &&
    !destination.sameDocument &&
    downloadRequest === null &&
    /^https?:/.test(destination.url) &&
    (!sourceElement || sourceElement.ownerDocument === document)
  );
}

/** What a navigation would do by the site's writes; null where no write matches. The values are those that leave; their words come from the form. */
function readNavigation({ destination: { url }, formData, sourceElement }: Navigate, site: PageSite) {
  const method = formData ? 'POST' : 'GET';
  const matched = writesAt(site, 'form', method, url);
  if (!formData) matched.push(...writesAt(site, 'link', method, url));
  if (matched.length === 0) return null;
  const form = formOf(sourceElement);
  const names = namesRead(matched);
  const { labels, submitter } = form ? formAttempt(form, buttonOf(sourceElement), names, sentAlong(form, matched)) : {};
  const pairs: [string, string][] = [];
  for (const [name, value] of formData ?? new URL(url).searchParams)
    if (typeof value === 'string' && names.has(name)) pairs.push([name, value]);
  // A script may send the form in the name of a button, by a field of that name.
  const pressed = submitter ?? matched.flatMap(({ write }) => write.notBy ?? []).find((name) => formData?.has(name));
  const attempt = {
    door: formData || form ? ('form' as const) : ('link' as const),
    method,
    url,
    body: fieldsBody(pairs),
    ...(labels ? { labels } : {}),
    ...(pressed ? { submitter: pressed } : {}),
  };
  return { attempt: (form && shared().saved?.asDrawn(form, attempt, matched)) || attempt, matched };
}

/** Done again in the same way: the form as it is then, by its button; what is left of one that is gone; or the address. */
function wayOf(
  { destination: { url }, navigationType, formData, sourceElement }: Navigate,
  follow: Follow,
  send: (form: HTMLFormElement) => void,
): Way {
  const form = formOf(sourceElement);
  const button = buttonOf(sourceElement);
  const way: Way = {
    go() {
      if (form?.isConnected && pressedForIt(form)) return true;
      if (form?.isConnected && button) sendAgain(form, button);
      // The page's handlers had their say: a script, or the browser after them, sent the form itself.
      else if (form?.isConnected) send(form);
      else if (formData)
        sendFields(url, formData, button?.getAttribute('formenctype') ?? form?.getAttribute('enctype'));
      else follow(url, navigationType === 'replace');
      return true;
    },
    // Nothing has left and the page stands as it was.
    cancel() {},
    comesBack: true,
    ...(form ? { at: form } : {}),
  };
  return withFiles(way, () => (form?.isConnected ? filesOf(form) : [...(formData?.values() ?? [])].filter(isFile)));
}

/** Sends the fields of a form that is gone since, its files too, by a form of our own. */
function sendFields(url: string, fields: FormData, enctype: string | null | undefined): void {
  const form = document.createElement('form');
  let files = false;
  for (const [name, value] of fields) {
    const input = document.createElement('input');
    input.name = name;
    input.type = typeof value === 'string' ? 'hidden' : 'file';
    if (typeof value === 'string') input.value = value;
    else {
      files = true;
      // What was left empty goes as an empty file too.
      if (value.name || value.size > 0) input.files = listOf(value);
    }
    form.append(input);
  }
  const how = { method: 'post', action: url, enctype: enctype ?? (files ? 'multipart/form-data' : ''), hidden: '' };
  // A field may be named like a property of the form.
  for (const [name, value] of Object.entries(how)) form.setAttribute(name, value);
  document.documentElement.append(form);
  submitNative.call(form);
  form.remove();
}

function listOf(file: File): FileList {
  const list = new DataTransfer();
  list.items.add(file);
  return list.files;
}

/** The form that a navigation came from, by itself or by its button. */
function formOf(source: Element | null | undefined): HTMLFormElement | null {
  if (source instanceof HTMLFormElement) return source;
  return source instanceof HTMLButtonElement || source instanceof HTMLInputElement ? source.form : null;
}

const isFile = (value: FormDataEntryValue) => typeof value !== 'string';

function buttonOf(source: Element | null | undefined): HTMLElement | null {
  return source instanceof HTMLButtonElement || source instanceof HTMLInputElement ? source : null;
}
