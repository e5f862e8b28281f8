import type { Site } from '../../model/site';

/** Every desk that nobody described, where a person allowed Baton all the same: read by `lib/capture/generic`. It knows no writes, so nothing is held. */
export const generic: Site = {
  id: 'generic',
  name: 'Unknown desk',
  reality: { level: 'read', note: 'No desk: pages are read by what they say of themselves, and nothing is held.' },
  generic: true,
  hosts: [],
  marks: [],
  pages: [
    {
      id: 'any',
      path: '/*',
      kind: 'ticket',
      full: true,
      shows: [],
      seen: { where: 'test/sites/generic', when: '2026-11', sure: 'run' },
    },
  ],
  me: [],
  fields: [],
  directory: [],
  // For what people teach, which has its data by message and the rest from here: an id gets the word that was chosen.
  picked: ['team', 'owner', 'status', 'stage'].map((field) => ({
    field,
    seen: { where: 'test/e2e/teach.spec.ts', when: '2026-11', sure: 'run' },
  })),
  rows: [],
  caseUrl: {},
  nobody: [],
  writes: [],
};
