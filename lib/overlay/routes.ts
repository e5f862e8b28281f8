import { queryAll } from '../capture/query';
import { visible } from '../capture/visible';
import type { CaseSnapshot } from '../model/case';
import type { Route } from '../model/playbook';
import type { PageSite } from '../model/site';
import { setValue } from './write-into';

/** Whether the page shows a route's value already, has a control in which it can be set now, or neither. */
export type RouteState = 'set' | 'can' | 'cannot';

type Control = HTMLSelectElement | HTMLInputElement | HTMLTextAreaElement;

/** A day, in milliseconds. */
const DAY = 24 * 60 * 60_000;

/** How each route stands on the page. `scope` is the active case's part of it, `shown` what it shows of the case. */
export function routesOn(
  site: PageSite,
  scope: ParentNode,
  shown: CaseSnapshot | null,
  routes: readonly Route[],
): RouteState[] {
  return routes.map((route) => {
    const control = controlFor(site, scope, route);
    if (control ? holds(control, route) : shows(shown, route)) return 'set';
    return control && (control instanceof HTMLSelectElement ? optionFor(control, route) : true) ? 'can' : 'cannot';
  });
}

/** Sets one as a person would: the value, then the events that the page listens for. False where there is no such control. */
export function setRoute(site: PageSite, scope: ParentNode, route: Route): boolean {
  const control = controlFor(site, scope, route);
  if (!control) return false;
  const option = control instanceof HTMLSelectElement ? optionFor(control, route) : undefined;
  if (control instanceof HTMLSelectElement && !option) return false;
  const value = option ? option.value : route.field === 'tag' ? withTag(control.value, route.to) : wordOf(route);
  setValue(control, value);
  return true;
}

/** The visible control of a field: what its value is read from, or what the desk's own writes name. */
function controlFor(site: PageSite, scope: ParentNode, { field }: Route): Control | undefined {
  const name = field === 'tag' ? 'tags' : field;
  const read = site.fields.filter((one) => one.field === name).flatMap(({ tries }) => tries.map(({ css }) => css));
  const written = site.writes.flatMap(({ changes }) =>
    changes.flatMap((change) =>
      (change.field === field || change.field === name) && 'body' in change.to && /^[^"\\]+$/.test(change.to.body)
        ? [`[name="${change.to.body}"]`]
        : [],
    ),
  );
  const all = [...read, ...written]
    .flatMap((css) => queryAll(scope, css))
    .filter((one): one is Control => isControl(one) && !one.disabled && visible(one));
  // Of several forms that have it, the one that the person is filling in.
  return all.find(({ form }) => form !== null && isFilledIn(form)) ?? all[0];
}

function isFilledIn(form: HTMLFormElement): boolean {
  return [...form.elements].some((one) =>
    one instanceof HTMLSelectElement
      ? [...one.options].some(({ selected, defaultSelected }) => selected !== defaultSelected && defaultSelected)
      : (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) && one.value !== one.defaultValue,
  );
}

function isControl(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return /^(text|date|search|)$/.test(element.type) && !element.readOnly;
  return element instanceof HTMLSelectElement || (element instanceof HTMLTextAreaElement && !element.readOnly);
}

function optionFor(control: HTMLSelectElement, { to }: Route): HTMLOptionElement | undefined {
  return [...control.options].find(
    (option) => !option.disabled && (bare(option.textContent ?? '') === bare(to) || option.value === to),
  );
}

function holds(control: Control, route: Route): boolean {
  if (control instanceof HTMLSelectElement) return optionFor(control, route)?.selected === true;
  return route.field === 'tag'
    ? tags(control.value).includes(bare(route.to))
    : bare(control.value) === bare(wordOf(route));
}

function shows(shown: CaseSnapshot | null, route: Route): boolean {
  const name = route.field === 'tag' ? 'tags' : route.field;
  const values = (shown?.fields ?? []).filter(({ field }) => field === name).map(({ value }) => value);
  return values.some((value) =>
    route.field === 'tag' ? tags(value).includes(bare(route.to)) : bare(value) === bare(wordOf(route)),
  );
}

/** What goes into a field that is written in: of a due date the day, so many days from now. */
function wordOf({ field, to }: Route): string {
  const days = Number(to);
  if (field !== 'due' || !Number.isFinite(days)) return to;
  const at = new Date(Date.now() + days * DAY);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const withTag = (value: string, tag: string): string => (value.trim() ? `${value.trim()}, ${tag}` : tag);
const tags = (value: string): string[] => value.split(/[,;\n]/).map(bare);
const bare = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
