import type { Evidence, Site, Write } from '../../model/site';

const own = (where: string, sure: Evidence['sure'] = 'high'): Evidence => ({
  where: `Chatwoot’s own source, ${where}`,
  when: '2026-11',
  sure,
});

/** The lists of the sidebar have no names: agent, team and priority stand in this order in every version. */
const ROW = '.conversation--actions div:has(> div > .dropdown-pane)';
const pick = (field: 'owner' | 'team' | 'priority', nth: number): Site['fields'][number] => ({
  field,
  certainty: 'guess',
  anchor: `${ROW}:nth-child(${nth}) button h4`,
  tries: [
    {
      css: `${ROW}:nth-child(${nth}) button h4`,
      seen: own('ConversationAction.vue, MultiselectDropdown.vue: by position', 'medium'),
    },
  ],
});

const CONVERSATION = '/api/v1/accounts/:account/conversations/:#id/';
const post = (id: string, what: string, how: Partial<Write> & Pick<Write, 'changes'>): Write => ({
  id,
  doors: ['wire'],
  methods: ['POST'],
  path: what.startsWith('/') ? what : CONVERSATION + what,
  kind: 'ticket',
  case: { path: 'id' },
  ...how,
});
const NOBODY: Write['changes'] = [{ field: 'owner', to: { is: '@nobody' } }];
const NO_TEAM: Write['changes'] = [{ field: 'team', to: { value: 'None' } }];
const api = own('api/inbox/conversation.js');
const bulk = own('useBulkActions.js', 'medium');
const several = (id: string, changes: Write['changes'], needs: Record<string, string[]> = {}): Write =>
  post(id, '/api/v1/accounts/:account/bulk_actions', {
    needs: { type: ['Conversation'], ...needs },
    case: { json: 'ids', each: true },
    changes,
    seen: bulk,
  });

export const chatwoot: Site = {
  id: 'chatwoot',
  name: 'Chatwoot',
  reality: {
    level: 'read',
    note: 'Written from Chatwoot’s own source, versions 2 to 4; run against pages written by hand. The page names teams in its own sidebar, so a change of team is known by name; agents are named nowhere, so an agent who is chosen by the words of the list is held there, and one who is assigned in another way (the palette, a list’s menu, several at once, the link to take it) is known by number alone and passes where a playbook waits for a name. A macro names nothing that it does and passes. What is taken back stays on Chatwoot’s screen until the page is loaded anew. Conversations in the inbox view are not read.',
  },
  hosts: [],
  marks: [
    { css: '#app', seen: own('vueapp.html.erb') },
    { css: 'noscript#noscript', seen: own('vueapp.html.erb') },
    { css: 'ninja-keys', seen: own('ResolveAction.vue: the palette, on every page of the desk') },
  ],
  pages: [
    {
      id: 'conversation',
      path: '/app/accounts/:account/*/conversations/:#id',
      case: { path: 'id' },
      kind: 'ticket',
      full: true,
      seen: own('conversation.routes.js: also below an inbox, a label, a team, a view'),
    },
    { id: 'other', path: '/app/*', seen: own('conversation.routes.js') },
  ],
  me: [],
  fields: [
    {
      field: 'requester',
      certainty: 'certain',
      anchor: '.conversation--header--actions',
      tries: [
        {
          css: 'div:has(> .conversation--header--actions) > :first-child',
          seen: own('ConversationHeader.vue', 'medium'),
        },
      ],
    },
    pick('owner', 1),
    pick('team', 2),
    pick('priority', 3),
    {
      field: 'requesterMail',
      certainty: 'certain',
      tries: [{ css: 'a[href^="mailto:"] > span[title]', seen: own('ContactInfoRow.vue', 'medium') }],
    },
  ],
  labelled: [
    {
      row: '.list-group div:has(> div > h4)',
      label: [{ css: 'h4 span' }],
      value: [{ css: 'p, a', empty: ['---'] }, { css: 'button h4[title]' }],
      seen: own('CustomAttribute.vue', 'medium'),
    },
    {
      row: '.list-group div:has(> .break-words)',
      label: [{ css: ':scope > div:first-child > span' }],
      value: [{ css: '.break-words' }],
      seen: own('ContactDetailsItem.vue', 'medium'),
    },
  ],
  conversation: {
    entry: '[data-message-id]',
    idFrom: 'data-message-id',
    // Who wrote is told by a picture alone, where there is one.
    author: [{ css: '[class*="grid-area:avatar"] img', read: '@alt', seen: own('components-next/avatar', 'low') }],
    at: [{ css: 'time' }],
    text: [
      { css: '.prose-bubble:not(.line-clamp-2)', read: 'lines' },
      { css: '[data-bubble-name]', read: 'lines' },
    ],
    kinds: [
      { kind: 'event', css: '.justify-center' },
      { kind: 'internal', css: ':has([class*="lock-keyhole"])' },
      { kind: 'internal', css: ':has([class*="bg-n-solid-amber"])' },
      { kind: 'customer', css: '.justify-start' },
      { kind: 'public', css: ':has([class*="bg-n-solid-blue"], [class*="bg-n-solid-iris"], .right-bubble.w-full)' },
    ],
    // Notes are told by their colour alone: in one that is not known, nothing is taken for what the customer was told.
    otherwise: 'internal',
    seen: own('components-next/message/Message.vue, bubbles/Base.vue, MessageMeta.vue'),
  },
  directory: [{ field: 'team', options: 'a[href*="/team/"]', id: 'href', after: '/team/' }],
  rows: [],
  caseUrl: { ticket: '/app/accounts/:account/conversations/:id' },
  nobody: ['None'],
  writes: [
    post('agent, nobody', 'assignments', { needs: { assignee_id: ['', '0'] }, changes: NOBODY, seen: api }),
    post('team, none', 'assignments', { needs: { team_id: ['', '0'] }, changes: NO_TEAM, seen: api }),
    post('agent or team', 'assignments', {
      changes: [
        { field: 'owner', to: { json: 'assignee_id' } },
        { field: 'team', to: { json: 'team_id' } },
        { field: 'owner', to: { query: 'assignee_id' } },
      ],
      seen: api,
    }),
    post('status', 'toggle_status', { changes: [{ field: 'status', to: { json: 'status' } }], seen: api }),
    post('priority', 'toggle_priority', {
      changes: [{ field: 'priority', to: { json: 'priority' } }],
      seen: own('store/modules/conversations/actions.js', 'medium'),
    }),
    several('bulk, nobody', NOBODY, { 'fields.assignee_id': ['', '0'] }),
    several('bulk, no team', NO_TEAM, { 'fields.team_id': ['', '0'] }),
    several('bulk', [
      { field: 'owner', to: { json: 'fields.assignee_id' } },
      { field: 'team', to: { json: 'fields.team_id' } },
      { field: 'status', to: { json: 'fields.status' } },
    ]),
  ],
  holdAt: [
    {
      id: 'agent, by name',
      css: `${ROW}:nth-child(1) .dropdown-pane span[title]`,
      on: ['click'],
      kind: 'ticket',
      case: { page: true },
      changes: [{ field: 'owner', to: { attr: 'title' } }],
      seen: own('MultiselectDropdownItems.vue: the request names agents by number alone', 'medium'),
    },
  ],
  note: {
    editor: '.reply-box .ProseMirror, .reply-box textarea',
    kind: 'prosemirror',
    internal: '.reply-box.is-private',
    seen: own('ReplyBox.vue'),
  },
  submits: [
    { css: '.resolve-actions .resolve', write: 'status', seen: own('ResolveAction.vue', 'medium') },
    { keys: ['Alt+e', 'Control+Alt+e', 'Alt+Meta+e'], write: 'status', seen: own('KeyboardHelpers', 'medium') },
    {
      css: `${ROW}:nth-child(2) .dropdown-pane button`,
      write: 'agent or team',
      seen: own('MultiselectDropdownItems.vue'),
    },
  ],
  refusal: { as: 'network', seen: own('store/modules/conversations/actions.js: swallowed') },
  statuses: { sent: ['open', 'pending'], accepted: ['open'], closed: ['resolved'] },
};
