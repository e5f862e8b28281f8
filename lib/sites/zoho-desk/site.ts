import type { Evidence, Site, SitePage, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'medium', when = '2026-11'): Evidence => ({ where, when, sure });

const ticket = (id: string, path: string, how: Partial<SitePage> = {}): SitePage => ({
  id,
  path,
  case: { path: 'id' },
  kind: 'ticket',
  full: true,
  // Tickets opened before stay in the document.
  container: '[data-id="subTab_:id"]',
  seen: seen('tmetric; three public extensions', 'high'),
  ...how,
});

const CHANGES: Write['changes'] = (
  [
    ['team', 'departmentId'],
    ['team', 'teamId'],
    ['owner', 'assigneeId'],
    ['status', 'status'],
    ['priority', 'priority'],
  ] as const
).map(([field, json]) => ({ field, to: { json } }));

export const zohoDesk: Site = {
  id: 'zoho-desk',
  name: 'Zoho Desk',
  reality: {
    level: 'read',
    note: 'Read in pages made from public facts; never run. Of the page its title, number, department, tags and conversation are known; who has the ticket and its status are not read, so they are asked for. Saves are seen as PATCH to the address that public scripts use from the same page; replies that also close and Blueprint moves pass and are recorded as not seen. Mails are shown to the customer, whoever wrote them. Requests name departments, teams and people by numbers that the page does not translate.',
  },
  hosts: ['desk.zoho.com', 'desk.zoho.eu', 'desk.zoho.in', 'desk.zoho.com.au'],
  marks: [],
  pages: [
    ticket('ticket', '/agent/:portal/:department/tickets/details/:#id'),
    ticket('ticket, short address', '/agent/:portal/tickets/:#id'),
    ticket('ticket, classic address', '/support/:portal/ShowHomePage.do', {
      hash: '/Cases/dv/:#id',
      container: '.ticket-DVPanel',
      shows: ['subject', 'number', 'tags'],
      seen: seen('tmetric', 'high', '2024-01'),
    }),
    { id: 'list', path: '/agent/*', seen: seen('public code, addresses') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '[data-id="caseSubjectText"], .zd_v2-dvsubjectsection-subject, #caseSubjectText',
      tries: [
        { css: '[data-id="caseSubjectText"]', seen: seen('clockify and another extension', 'high') },
        { css: '.zd_v2-dvsubjectsection-subject', seen: seen('public code') },
        { css: '#caseSubjectText', seen: seen('tmetric, the classic page', 'high', '2024-01') },
      ],
    },
    {
      field: 'number',
      certainty: 'certain',
      tries: [
        { css: '.zd_v2-ticketsubject-ticketIdText', seen: seen('clockify', 'high') },
        { css: '.zd_v2-ticketidwrapper-ticketId', seen: seen('public code') },
        { css: '#caseNum', seen: seen('tmetric, the classic page', 'high', '2024-01') },
      ],
    },
    {
      field: 'team',
      certainty: 'certain',
      anchor: '.zd_v2-departmentpopup-departmentPopup',
      tries: [{ css: '.zd_v2-departmentpopup-departmentPopup', seen: seen('public code: the department') }],
    },
    {
      field: 'status',
      certainty: 'guess',
      tries: [
        {
          css: '[data-id="statusContainer"], [data-test-id="statusContainer"]',
          seen: seen('a userscript’s notes', 'low', '2026-09'),
        },
      ],
    },
    {
      field: 'tags',
      certainty: 'certain',
      tries: [
        {
          css: '[data-id="reqproperties"] :has(> .zd_v2-tag-text)',
          read: 'lines',
          seen: seen('public code'),
        },
        { css: '.tagBody', read: 'lines', seen: seen('tmetric, the classic page', 'high', '2024-01') },
      ],
    },
  ],
  conversation: {
    entry: '.zd_v2-conversationlistcommon-contentWrapper',
    author: [],
    at: [],
    text: [{ css: ':scope', read: 'lines' }],
    kinds: [{ kind: 'public', css: '[data-id="threadContent"]' }],
    // What is no mail is a comment. Who wrote a mail is not marked where the text stands.
    otherwise: 'internal',
    seen: seen('a public extension’s tests'),
  },
  directory: [],
  rows: [],
  caseUrl: { ticket: '/agent/:portal/all/tickets/details/:id' },
  nobody: ['Unassigned'],
  writes: [
    {
      id: 'ticket',
      doors: ['wire'],
      methods: ['PATCH'],
      path: '/supportapi/zd/:portal/api/v1/tickets/:id',
      kind: 'ticket',
      case: { path: 'id' },
      changes: CHANGES,
      seen: seen(
        'a userscript that closes tickets so, run live; the other fields as in its public API',
        'medium',
        '2026-09',
      ),
    },
    {
      id: 'move',
      doors: ['wire'],
      methods: ['POST'],
      path: '/supportapi/zd/:portal/api/v1/tickets/:id/move',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [{ field: 'team', to: { json: 'departmentId' } }],
      seen: seen('its public API; the page’s own address mirrors it', 'low'),
    },
    ...(
      [
        ['owner', 'assigneeId'],
        ['status', 'status'],
        ['priority', 'priority'],
      ] as const
    ).map(
      ([field, name]): Write => ({
        id: `several tickets, ${field}`,
        doors: ['wire'],
        methods: ['POST'],
        path: '/supportapi/zd/:portal/api/v1/tickets/updateMany',
        needs: { fieldName: [name] },
        kind: 'ticket',
        case: { json: 'ids', each: true },
        changes: [{ field, to: { json: 'fieldValue' } }],
        seen: seen('its public API; the page’s own address mirrors it', 'low'),
      }),
    ),
  ],
  statuses: { sent: ['Open', 'Escalated'], accepted: ['Open'], closed: ['Closed'] },
};
