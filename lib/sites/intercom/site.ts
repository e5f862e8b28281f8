import type { Evidence, Site, SiteField } from '../../model/site';

const fact = (where: string, sure: Evidence['sure'] = 'medium'): Evidence => ({ where, when: '2026-11', sure });

const LABEL = 'p.inbox2__attribute__label';
const CELLS = '.flex.flex-row.items-center';
/** The innermost row of an attribute: rows stand in boxes of the same classes. */
const ROW = `${CELLS}:has(${LABEL}):not(:has(${CELLS} ${LABEL}))`;
const PART = '[data-intercom-target=conversation-stream-content-part]';

/** Named by its English label; in other languages its row is read as it is labelled. */
const attribute = (name: string, label: string): SiteField => ({
  field: name,
  certainty: 'certain',
  anchor: LABEL,
  tries: [
    {
      css: ROW,
      read: 'lines',
      label: [label],
      empty: ['Unassigned'],
      seen: fact('public code, an assignment extension'),
    },
  ],
});

/** The name in an option of the palette. */
const NAME = 'span.flex-grow.truncate';

/** Since 2026 a part of the page stands in this root. */
const both = (css: string) => `html,#teammate-app-react>>>${css}`;

export const intercom: Site = {
  id: 'intercom',
  name: 'Intercom',
  reality: {
    level: 'mirrored',
    note: 'Driven against a small copy of ours, built from public facts; never against Intercom itself. Who has a conversation changes at the pick, by a request that is public nowhere: a click on a name in the palette is held; picked by Enter, by a direct key, in bulk or by a rule it passes, and is found when Baton next reads the case. Closing is matched by what one public test assumes. Notes are told from replies only where the page marks them; what it does not mark is never taken for what the customer was told.',
  },
  hosts: ['app.intercom.com', 'app.eu.intercom.com', 'app.au.intercom.com'],
  marks: [],
  pages: [
    {
      id: 'conversation',
      path: '/a/inbox/:app/*/conversation/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      shows: ['subject', 'team', 'owner'],
      seen: fact('kenchi, intercom.ts, and public code', 'high'),
    },
    { id: 'inbox', path: '/a/inbox/:app/*', seen: fact('kenchi, intercom.ts, and public code', 'high') },
    {
      id: 'before',
      path: '/a/apps/:app/inbox/*/conversation/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      shows: ['subject', 'team', 'owner'],
      seen: fact('kenchi, intercom.ts: the older address'),
    },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      // One extension takes it for the title, another for the customer's name.
      certainty: 'guess',
      anchor: both('[data-inbox-conversation-header-title]'),
      tries: [
        { css: both('[data-inbox-conversation-header-title]'), seen: fact('clockify intercom.js, and public code') },
      ],
    },
    attribute('team', 'Team Inbox'),
    attribute('owner', 'Assignee'),
  ],
  labelled: [
    {
      row: ROW,
      label: [{ css: LABEL }],
      value: [{ css: '.popover__opener', empty: ['Unassigned'] }],
      seen: fact('public code, an assignment extension'),
    },
  ],
  conversation: {
    entry: both(`${PART},[class*='group/content-part']:not(${PART} *)`),
    author: [{ css: '[data-testid=admin-avatar-name]', seen: fact('public code') }],
    at: [],
    text: [
      {
        css: ':is(.intercom-interblocks,.intercom-interblocks-html,.interblocks-html)',
        read: 'lines',
        seen: fact('public code, three extensions'),
      },
      { css: '[class*=break-words]', read: 'lines', seen: fact('public code, one extension', 'low') },
    ],
    kinds: [
      { kind: 'internal', css: ':has(.inbox2__note-part)' },
      { kind: 'public', css: ':has(.inbox2__admin-email-part)' },
      { kind: 'internal', css: ':has([data-testid=admin-avatar-name])' },
    ],
    otherwise: 'customer',
    seen: fact('public code: older pages in the document, those since April 2026 in the root of teammate-app-react'),
  },
  directory: [],
  rows: [],
  caseUrl: { ticket: '/a/inbox/:app/inbox/conversation/:id' },
  nobody: ['Unassigned'],
  writes: [
    {
      id: 'close',
      doors: ['wire'],
      methods: ['POST'],
      path: '/ember/inbox/conversations/:#id/close',
      kind: 'ticket',
      case: { path: 'id' },
      changes: [{ field: 'status', to: { value: 'Closed' } }],
      seen: fact('public code: a test of a page hook assumes it', 'low'),
    },
  ],
  // The palette lists teams and people together: which of them a word is, it does not say, so it is asked for both, one after the other.
  holdAt: (['team', 'owner'] as const).map((field) => ({
    id: `${field} picked`,
    css: `[data-command-k-assignment-pane] :has(> ${NAME})`,
    on: ['click' as const],
    kind: 'ticket' as const,
    case: { page: true as const },
    changes: [{ field, to: { text: NAME } }],
    seen: fact('public code, an assignment extension: the pane and its options; that they are picked by a click'),
  })),
  statuses: { sent: ['Open'], accepted: ['Open', 'Snoozed'], closed: ['Closed'] },
};
