import type { Lesson, Watched } from '../../../lib/model/lesson';

export const DESK = 'https://desk.example:8443';

/** A lesson of a desk in which the team of case 118 went from one to another. */
export function lesson(more: Partial<Lesson> = {}): Lesson {
  return {
    origin: DESK,
    url: `${DESK}/tickets/118`,
    name: 'Our desk',
    kind: 'ticket',
    fields: [
      { field: 'subject', tries: [{ css: 'h1', read: 'text' }], read: 'Printer on fire' },
      { field: 'team', label: 'Group', tries: [{ css: 'select[name="group"]', read: 'came' }], read: 'Support L1' },
      { field: 'owner', label: 'Agent', tries: [{ css: '[data-testid="agent"]', read: 'text' }], read: 'Amara Okafor' },
    ],
    before: { subject: 'Printer on fire', team: 'Support L1', owner: 'Amara Okafor' },
    after: { subject: 'Printer on fire', team: 'Engineering', owner: 'Amara Okafor' },
    options: [
      { field: 'team', id: '7', label: 'Support L1' },
      { field: 'team', id: '4', label: 'Engineering' },
    ],
    watched: [],
    tried: [],
    ...more,
  };
}

/** A request as it was watched. */
export function watched(more: Partial<Watched> = {}): Watched {
  return {
    door: 'wire',
    method: 'PUT',
    url: `${DESK}/api/tickets/118`,
    body: { as: 'none' },
    at: 1_700_000_000_000,
    ...more,
  };
}

export const json = (value: unknown): Watched['body'] => ({ as: 'json', json: value as never });
export const fields = (value: Record<string, string | string[]>): Watched['body'] => ({
  as: 'fields',
  fields: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, [one].flat()])),
  files: [],
});
