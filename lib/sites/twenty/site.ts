import type { Evidence, Site, SitePage, Write } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `Twenty’s own source, ${where}`,
  when: '2026-11',
  sure,
});

/** The records that are handed over: their name in addresses, and the mutations that change one and several of them. */
const OBJECTS = [
  ['opportunity', 'opportunities', 'deal', 'updateOpportunity'],
  ['task', 'tasks', 'task', 'updateTask'],
] as const;

const pages = OBJECTS.flatMap(([one, many, kind]): SitePage[] => [
  {
    id: one,
    path: `/object/${one}/:id`,
    case: { path: 'id' },
    kind,
    full: true,
    seen: own('AppPath; its browser tests open a record so'),
  },
  { id: many, path: `/objects/${many}`, seen: own('AppPath') },
]);

const CHANGES: Record<string, Write['changes']> = {
  deal: [
    { field: 'stage', to: { json: 'args.data.stage' } },
    { field: 'owner', to: { json: 'args.data.ownerId' } },
  ],
  task: [
    { field: 'status', to: { json: 'args.data.status' } },
    { field: 'owner', to: { json: 'args.data.assigneeId' } },
  ],
};

/** Nobody is no id at all. */
const nobody = (kind: string, field: string): Write['changes'] =>
  (CHANGES[kind] ?? []).map((change) => (change.field === field ? { field, to: { is: '@nobody' } } : change));

const writes = OBJECTS.flatMap(([one, , kind, mutation]): Write[] => {
  const owner = kind === 'deal' ? 'ownerId' : 'assigneeId';
  const write: Write = {
    id: one,
    doors: ['wire'],
    methods: ['POST'],
    path: '/graphql',
    items: { graphql: true },
    needs: { field: [mutation] },
    kind,
    case: { json: 'args.id' },
    changes: CHANGES[kind] ?? [],
    seen: own(
      'useUpdateOneRecordMutation: fields, drags on the board and cells of the table; the owner’s name',
      'medium',
    ),
  };
  return [
    {
      ...write,
      id: `${one}, nobody`,
      needs: { field: [mutation], [`args.data.${owner}`]: [''] },
      changes: nobody(kind, 'owner'),
    },
    write,
  ];
});

export const twenty: Site = {
  id: 'twenty',
  name: 'Twenty',
  reality: {
    level: 'read',
    note: 'Written from Twenty’s own source; run against pages written by hand. Of a record only the name is read: its fields have no stable marks. So the change is held with “I could not see who had it”. Several cards dragged at once pass where they leave as one batch, whose name is not known. One that people host themselves bears no marks that are known, and is not recognised.',
  },
  hosts: ['*.twenty.com'],
  marks: [],
  pages,
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '[data-testid="top-bar-title"]',
      tries: [{ css: '[data-testid="top-bar-title"]', seen: own('its browser tests') }],
    },
  ],
  directory: [],
  rows: [],
  caseUrl: { deal: '/object/opportunity/:id', task: '/object/task/:id' },
  nobody: ['Not set'],
  writes,
  refusal: {
    as: 'json',
    body: '{"errors":[{"message":"%s"}],"data":null}',
    seen: own('useUpdateOneRecord: an error of the mutation puts the record and its card back'),
  },
  statuses: { sent: ['TODO', 'NEW'], accepted: ['IN_PROGRESS'], closed: ['DONE', 'CUSTOMER'] },
};
