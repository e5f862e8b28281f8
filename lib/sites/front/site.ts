import type { Evidence, Site } from '../../model/site';

const fact = (where: string, sure: Evidence['sure'] = 'medium'): Evidence => ({ where, when: '2026-11', sure });
/** Classes are made of a component’s name, which stays, and a hash, which does not. */
const part = (name: string) => `[class*=${name}]`;

const FEBRUARY = fact('public code, an extension of February 2026');
const SUBJECT = `:is([data-searchable-subject=true] span,${part('conversationSubjectWrapper__StyledSubjectContainerDiv')})`;
const SENDER = part('messageViewerRecipient__StyledDetailsWrapperDiv');

export const front: Site = {
  id: 'front',
  name: 'Front',
  reality: {
    level: 'read',
    note: 'Read from pages modelled on public facts; nothing was driven. What the page sends when a conversation is assigned, moved or archived is public nowhere, and where it shows assignee, inbox and tags neither: nothing of it is held or read. Baton reads subject and messages, and takes none of them for what the customer was told, for the page was not seen to say who wrote to whom.',
  },
  hosts: ['app.frontapp.com'],
  marks: [],
  pages: [
    { id: 'nothing chosen', path: '/inboxes/*/0', seen: fact('kenchi, reduxStoreObserver.ts and its test') },
    { id: 'folder', path: '/inboxes/:scope/folders/:#folder', seen: fact('kenchi, reduxStoreObserver.ts') },
    {
      id: 'conversation',
      path: '/inboxes/*/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      shows: ['subject', 'requester', 'requesterMail'],
      seen: fact('kenchi, reduxStoreObserver.ts and its test: the last part of the path'),
    },
    {
      // Links from elsewhere name it in another way; the page itself knows its number.
      id: 'link',
      path: '/open/:link',
      caseShown: [{ css: '[data-testid^=viewer-]', read: '@data-testid', after: 'viewer-', seen: FEBRUARY }],
      kind: 'ticket',
      full: true,
      shows: ['subject', 'requester', 'requesterMail'],
      seen: fact('public code, ten files', 'high'),
    },
    { id: 'inboxes', path: '/inboxes/*', seen: fact('kenchi, reduxStoreObserver.ts') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: SUBJECT,
      tries: [{ css: SUBJECT, seen: FEBRUARY }],
    },
    {
      // Who wrote the first message that is shown: the customer, unless a colleague began.
      field: 'requester',
      certainty: 'guess',
      anchor: SENDER,
      tries: [{ css: `${SENDER}>div:first-child`, seen: FEBRUARY }],
    },
    {
      field: 'requesterMail',
      certainty: 'guess',
      tries: [{ css: part('messageViewerRecipient__StyledHandleSpan'), after: '<', before: '>', seen: FEBRUARY }],
    },
  ],
  conversation: {
    entry: part('messageViewerBase__StyledMessageDiv'),
    author: [{ css: `${SENDER}>div:first-child`, seen: FEBRUARY }],
    at: [{ css: part('messageViewerDate__StyledDateDiv'), seen: FEBRUARY }],
    text: [
      'messageHtml__StyledHtmlDiv',
      'messageViewerEmailBody__StyledEmailDiv',
      'messageViewerCollapsed__StyledBlurbDiv',
    ].map((name) => ({ css: part(name), read: 'lines' as const, seen: FEBRUARY })),
    kinds: [],
    otherwise: 'customer',
    seen: FEBRUARY,
  },
  directory: [],
  rows: [],
  caseUrl: {},
  nobody: ['Unassigned'],
  writes: [
    {
      id: 'api',
      doors: ['wire'],
      methods: ['PATCH'],
      path: '/conversations/:id',
      hosts: ['api2.frontapp.com'],
      kind: 'ticket',
      case: { path: 'id' },
      changes: [
        { field: 'team', to: { json: 'inbox_id' }, unchanged: [''] },
        { field: 'owner', to: { json: 'assignee_id' }, unchanged: [''] },
        { field: 'status', to: { json: 'status' }, unchanged: [''] },
      ],
      seen: fact('the public API; the page was not seen to send it', 'low'),
    },
  ],
  statuses: { sent: ['Open'], accepted: ['Open'], closed: ['Archived', 'Done'] },
};
