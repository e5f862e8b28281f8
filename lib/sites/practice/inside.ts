import type { Site, SiteField } from '../../model/site';
import { practice } from './site';

const seen = { where: 'entrypoints/practice', when: '2026-11', sure: 'run' } as const;

/** What people choose there stands in the form alone: what a list came with is what the case holds. */
const chosen = (name: string): SiteField => ({
  field: name,
  certainty: 'certain',
  tries: [{ css: `#details select[name=${name}]`, read: 'came', seen }],
});
const CHOSEN = ['team', 'owner'];

const { holdAt: _, ...shared } = practice;

/** The practice desk as one page of the extension itself: one case, and one form, whose request that page answers. */
export const insidePractice: Site = {
  ...shared,
  hosts: [],
  pages: [
    {
      id: 'case',
      path: '/practice.html',
      case: { query: 'case' },
      kind: 'ticket',
      full: true,
      container: '#case',
      shows: [
        'subject',
        'team',
        'owner',
        'status',
        'priority',
        'severity',
        'environment',
        'steps',
        'requester',
        'requesterMail',
      ],
      seen,
    },
  ],
  fields: [...CHOSEN.map(chosen), ...practice.fields.filter(({ field }) => !CHOSEN.includes(field))],
  directory: CHOSEN.map((field) => ({ field, options: `#details select[name=${field}] option` })),
  rows: [],
  caseUrl: { ticket: '/practice.html?case=:id' },
  writes: [
    {
      id: 'details',
      doors: ['form', 'wire'],
      methods: ['POST'],
      path: '/practice/:id',
      standsOn: ['case'],
      kind: 'ticket',
      case: { path: 'id' },
      changes: CHOSEN.map((field) => ({ field, to: { body: field } })),
      seen,
    },
  ],
};
