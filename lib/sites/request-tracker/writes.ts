import type { Write } from '../../model/site';
import { run } from './seen';

const MOVES: Write['changes'] = [
  { field: 'team', to: { body: 'Queue' }, unchanged: [''] },
  { field: 'owner', to: { body: 'Owner' }, unchanged: [''] },
  { field: 'status', to: { body: 'Status' }, unchanged: [''] },
];

/** A form of one ticket that posts to its own page. */
const form = (id: string, path: string, how: Partial<Write> = {}): Write => ({
  id,
  doors: ['form'],
  methods: ['POST'],
  path,
  kind: 'ticket',
  case: { body: 'id' },
  changes: MOVES,
  ...how,
});

/** What its pages send. */
export const writes: Write[] = [
  form('inline', '/Ticket/Display.html', {
    withForms: '.titlebox.editing form.inline-edit',
    seen: run('inline edit; the other open boxes are sent along'),
  }),
  form('update', '/Ticket/Update.html', {
    notBy: ['AddMoreAttach'],
    needs: { SubmitTicket: [] },
    seen: run('Enter in the subject presses AddMoreAttach, which saves nothing'),
  }),
  form('mobile-reply', '/m/ticket/reply', {
    needs: { SubmitTicket: [] },
    seen: run('m/ticket/reply, owner and status; Enter in a text field presses AddMoreAttach there too'),
  }),
  form('basics', '/Ticket/Modify.html', { seen: run('Modify.html') }),
  form('people', '/Ticket/ModifyPeople.html', {
    notBy: ['OnlySearchForPeople', 'OnlySearchForGroup'],
    seen: run('ModifyPeople.html'),
  }),
  form('jumbo', '/Ticket/ModifyAll.html', {
    notBy: ['AddMoreAttach', 'OnlySearchForPeople', 'OnlySearchForGroup'],
    seen: run('ModifyAll.html'),
  }),
  form('bulk', '/Search/Bulk.html', {
    case: { body: 'UpdateTicket', each: true },
    notBy: ['AddMoreAttach'],
    seen: run('Bulk.html: UpdateTicket is repeated'),
  }),
  {
    id: 'list',
    doors: ['wire'],
    methods: ['POST'],
    path: '/Helpers/TicketUpdate',
    kind: 'ticket',
    case: { query: 'id' },
    changes: MOVES,
    seen: run('list inline edit: XHR on an untrusted change'),
  },
  ...(
    [
      ['take', ['Take', 'Steal'], '@me'],
      ['untake', ['Untake'], '@nobody'],
    ] as const
  ).map(
    ([id, actions, who]): Write => ({
      id,
      doors: ['link'],
      methods: ['GET'],
      path: '/Ticket/Display.html',
      query: { Action: [...actions] },
      kind: 'ticket',
      case: { query: 'id' },
      changes: [{ field: 'owner', to: { is: who } }],
      seen: run('the page actions: a plain GET that writes, its parameters separated by ";"'),
    }),
  ),
];
