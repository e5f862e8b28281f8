// Intercom's inbox: a pick in the palette saves at once, the conversation stands in a shadow root. Its assign request is not known: the one here is made up, and must not matter.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, does, recordOf, shadow, value } from '../markup.ts';
import type { Asked, Change, Mirror, MirrorEntry, MirrorRecord, Sent } from '../mirror.ts';

const seed: MirrorRecord[] = [
  {
    id: '31500042',
    kind: 'ticket',
    fields: { subject: 'Export of invoices is blank', owner: '811', team: '7001' },
    entries: [
      { author: 'Dana Whitlock', at: '', kind: 'customer', text: 'The export has been blank since Monday.' },
      { author: 'Amara Okafor', at: '', kind: 'internal', text: 'Looks like the currency table.' },
      { author: 'Amara Okafor', at: '', kind: 'public', text: 'We found the cause.' },
    ],
  },
];

const PART = {
  customer: 'inbox2__user-email-part',
  public: 'inbox2__admin-email-part',
  internal: 'inbox2__note-part',
  event: '',
};

function part({ author, kind, text }: MirrorEntry): Html {
  return html`<div data-intercom-target="conversation-stream-content-part"><div class="${PART[kind]}">
<span${kind !== 'customer' && html` data-testid="admin-avatar-name"`}>${author}</span><div class="intercom-interblocks"><p>${text}</p></div></div></div>`;
}

function row(mirror: Mirror, one: MirrorRecord, field: string, label: string): Html {
  return html`<div class="flex flex-row items-center"><p class="inbox2__attribute__label">${label}</p>
<div class="popover__opener" ${does({ toggle: '.js-command-k-modal' })}>${value(mirror, one, field)}</div></div>`;
}

function conversation(asked: Asked): Html {
  const { mirror } = asked;
  const one = recordOf(asked);
  const option = (field: string, id: string, word: string) =>
    html`<div role="option" ${does({ send: 'assign', ids: [one.id], fields: { [field]: id } })}><span class="flex-grow truncate">${word}</span></div>`;
  return document(
    mirror,
    'Inbox | Intercom',
    html`<div class="inbox2__conversation-page" data-intercom-target="conversation-space">
<header data-intercom-target="conversation-toolbar"><div data-inbox-conversation-header-title><span>${one.fields['subject']}</span></div></header>
<div id="teammate-app-react">${shadow(html`<div data-conversation-stream>${one.entries.map(part)}</div>`)}</div>
<div class="inbox2__composer__container"><div class="ProseMirror embercom-prosemirror-composer-editor" role="textbox" contenteditable="true"></div></div>
<aside class="inbox2__conversation-details-sidebar">${row(mirror, one, 'owner', 'Assignee')}${row(mirror, one, 'team', 'Team Inbox')}</aside></div>
<div class="js-command-k-modal" role="dialog" data-list hidden><input id="cmd-k-input" name="cmd-k-input"><div data-command-k-assignment-pane>
${(['owner', 'team'] as const).map((field) => Object.entries(mirror.words[field] ?? {}).map(([id, word]) => option(field, id, word)))}</div></div>`,
  );
}

export const intercom: Mirror = {
  id: 'intercom',
  me: 'Amara Okafor',
  seed,
  words: {
    team: { '7001': 'Support L1', '7002': 'Engineering', '7003': 'Sales' },
    owner: { '811': 'Amara Okafor', '812': 'Priya Raman', '814': 'Sofia Marin' },
  },
  pages: [{ path: /^\/a\/inbox\/\w+\/inbox\/.*\/conversation\/(\d+)$/, page: conversation }],
  writes: [
    {
      method: 'POST',
      path: /^\/made-up\/conversations\/(\d+)\/assign$/,
      changes: ({ params: [id = ''], text }: Sent): Change[] => [{ id, fields: JSON.parse(text) }],
    },
  ],
  refusal: { status: 422, body: { errors: [{ message: 'That could not be assigned.' }] } },
};
