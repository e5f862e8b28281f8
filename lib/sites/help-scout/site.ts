import type { Evidence, Site, SiteField, Try, Write } from '../../model/site';

const fact = (where: string, sure: Evidence['sure'] = 'medium'): Evidence => ({ where, when: '2026-11', sure });

const HEADER = "[data-cy='ConversationHeader.Actions'],[class*=StatusAssigneecss__ContainerUI]";

const field = (name: string, tries: Try[], anchor?: string): SiteField => ({
  field: name,
  certainty: 'certain',
  tries,
  ...(anchor ? { anchor } : {}),
});

/** A button in the head that says what it shows: "Status: Active", by its name or in its text. */
const button = (name: string, word: string, ...empty: string[]): SiteField => {
  const seen = fact('public code, a written guide through the page: "status: Active", "Assignee: Me"', 'low');
  return field(
    name,
    [
      { css: `button[aria-label^='${word}:' i]`, read: '@aria-label', after: ':', empty, seen },
      { css: 'button', read: 'lines', label: [`${word}:`, `${word.toLowerCase()}:`], empty, seen },
    ],
    HEADER,
  );
};

/** The public API takes one change at a time, as a JSON patch. */
const patch = (id: string, needs: NonNullable<Write['needs']>, change: Write['changes'][number]): Write => ({
  id,
  doors: ['wire'],
  methods: ['PATCH'],
  path: '/v2/conversations/:#id',
  hosts: ['api.helpscout.net'],
  items: {},
  needs,
  kind: 'ticket',
  case: { path: 'id' },
  changes: [change],
  seen: fact('developer.helpscout.com, the public API; the page was not seen to send it', 'low'),
});

const VALUE = { json: 'value' };

export const helpScout: Site = {
  id: 'help-scout',
  name: 'Help Scout',
  reality: {
    level: 'read',
    note: 'Read from pages modelled on public facts; nothing was driven. What the page sends when a conversation is assigned, moved or closed is public nowhere, so it is not held: only the public API’s requests are known. Baton reads the conversation and finds a change of hands when it next reads the case. The older theme gives only its subject.',
  },
  hosts: ['secure.helpscout.net'],
  marks: [],
  pages: [
    {
      id: 'conversation',
      path: '/conversation/:#id/:#number/*',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      shows: ['subject', 'requester', 'requesterMail', 'owner', 'status', 'tags'],
      seen: fact('public code, several extensions', 'high'),
    },
    { id: 'mailbox', path: '/mailbox/*', seen: fact('public code') },
    { id: 'inbox', path: '/inboxes/*', seen: fact('public code, a written guide through the page') },
  ],
  me: [],
  fields: [
    field(
      'subject',
      [
        { css: "[aria-label='Conversation Subject']", read: 'value', seen: fact('clockify and toggl helpscout.js') },
        { css: "[aria-label='Conversation Subject']", seen: fact('clockify and toggl helpscout.js') },
        { css: '#subjectLine', seen: fact('clockify helpscout.js: the older theme') },
      ],
      "[aria-label='Conversation Subject'],#subjectLine",
    ),
    field('requester', [
      { css: "[data-cy='Sidebar.CustomerName'] .c-Truncate__content", seen: fact('public code, one extension') },
      { css: "[data-testid='Sidebar.CustomerProfile'] :is(h1,h2,h3)", seen: fact('public code, one extension') },
    ]),
    field('requesterMail', [{ css: "a[data-testid='EmailList.EmailLink']", seen: fact('public code, one extension') }]),
    button('owner', 'Assignee', 'Anyone', 'Unassigned'),
    button('status', 'Status'),
    field('tags', [
      {
        css: ':has(>[data-cy=Tag])',
        read: 'lines',
        seen: fact('clockify helpscout.js: the tags; that they stand side by side was not seen'),
      },
    ]),
  ],
  conversation: {
    entry: ":is([data-testid=ThreadContainer],ol[aria-label='Thread Items'])>li>div[id^=thread-]",
    idFrom: 'id',
    author: [{ css: 'span[data-nocollapse=true]', seen: fact('public code, three extensions', 'high') }],
    at: [{ css: '[data-testid=timestamp] time', seen: fact('public code, one extension') }, { css: 'time' }],
    text: [{ css: '.is-ignoring-table', read: 'lines', seen: fact('public code, one extension') }],
    kinds: [
      { kind: 'internal', css: '.is-note>div' },
      { kind: 'customer', css: '.is-customer' },
      // A draft of a reply has not been said to anybody.
      { kind: 'public', css: '[aria-label*=reply i]:not([aria-label*=draft i])' },
    ],
    otherwise: 'internal',
    seen: fact('public code, four extensions'),
  },
  directory: [],
  rows: [],
  caseUrl: { ticket: '/conversation/:id/:number' },
  nobody: ['Unassigned', 'Anyone'],
  writes: [
    patch('assign', { op: ['replace'], path: ['/assignTo'] }, { field: 'owner', to: VALUE }),
    patch('unassign', { op: ['remove'], path: ['/assignTo'] }, { field: 'owner', to: { is: '@nobody' } }),
    patch('status', { op: ['replace'], path: ['/status'] }, { field: 'status', to: VALUE }),
    patch('move', { op: ['move', 'replace'], path: ['/mailboxId'] }, { field: 'team', to: VALUE }),
  ],
  statuses: { sent: ['Active'], accepted: ['Active', 'Pending'], closed: ['Closed'] },
};
