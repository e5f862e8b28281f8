// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import type { Route } from '../../../lib/model/playbook';
import { routesOn, setRoute } from '../../../lib/overlay/routes';
import { practice } from '../gate/attempts';
import { snapshot } from '../service/world';

const site = {
  ...practice,
  fields: [
    { field: 'status', tries: [{ css: '#status', read: 'value' as const }], certainty: 'certain' as const },
    { field: 'tags', tries: [{ css: '#tags', read: 'value' as const }], certainty: 'certain' as const },
    { field: 'due', tries: [{ css: '#due', read: 'value' as const }], certainty: 'certain' as const },
    { field: 'priority', tries: [{ css: '#priority' }], certainty: 'certain' as const },
  ],
};
const routes: Route[] = [
  { field: 'status', to: 'Escalated' },
  { field: 'tag', to: 'handed-over' },
  { field: 'due', to: '3' },
  { field: 'priority', to: 'High' },
  { field: 'owner', to: 'jonas' },
];
const states = (shown = snapshot({})) => routesOn(site, document, shown, routes);

beforeEach(() => {
  Element.prototype.checkVisibility = function () {
    return !this.closest('[hidden]');
  };
  document.body.innerHTML = `<select id="status"><option value="1">Open<option value="2"> escalated </select>
    <input id="tags" value="vip"><input id="due" type="date"><b id="priority">High</b>`;
});

it('says of each whether the page shows it, can set it, or leaves it to the person', () => {
  expect(states()).toEqual(['can', 'can', 'can', 'cannot', 'cannot']);
  expect(states(snapshot({ priority: 'High' }))[3]).toBe('set');
});

it('sets a control as a person would, and the page hears of it', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 29, 12) });
  const heard: string[] = [];
  for (const type of ['input', 'change'])
    document.addEventListener(type, ({ target }) => heard.push(`${type} ${(target as Element).id}`));
  for (const route of routes.slice(0, 3)) expect(setRoute(site, document, route)).toBe(true);
  const value = (id: string) => (document.getElementById(id) as HTMLInputElement).value;
  expect([value('status'), value('tags'), value('due')]).toEqual(['2', 'vip, handed-over', '2026-12-02']);
  expect(heard).toEqual(['input status', 'change status', 'input tags', 'change tags', 'input due', 'change due']);
  expect(states().slice(0, 3)).toEqual(['set', 'set', 'set']);
  vi.useRealTimers();
});

it('takes the form that the person is filling in, where several have the field', () => {
  const options = '<option value="1" selected>Open<option value="2">Escalated';
  document.body.innerHTML = `<form id="reply"><select name="status">${options}</select></form>
    <form id="details"><input name="x" value="a"><select name="status">${options}</select></form>`;
  const named = {
    ...site,
    fields: [],
    writes: [{ changes: [{ field: 'status', to: { body: 'status' } }] }],
  } as unknown as typeof site;
  (document.querySelector('[name=x]') as HTMLInputElement).value = 'b';
  expect(setRoute(named, document, routes[0] as Route)).toBe(true);
  expect([...document.querySelectorAll('select')].map(({ value }) => value)).toEqual(['1', '2']);
});

it('touches nothing that is hidden, disabled, only read, a password, or without such an option', () => {
  document.body.innerHTML = `<div hidden><select id="status"><option>Escalated</select></div><input id="tags" readonly><input id="due" type="password">`;
  expect(states().slice(0, 3)).toEqual(['cannot', 'cannot', 'cannot']);
  for (const route of routes) expect(setRoute(site, document, route)).toBe(false);
  document.body.innerHTML = '<select id="status"><option>Open</select>';
  expect(states()[0]).toBe('cannot');
  document.body.innerHTML = '<select id="status" disabled><option>Open<option>Escalated</select>';
  expect([states()[0], setRoute(site, document, routes[0] as Route)]).toEqual(['cannot', false]);
});
