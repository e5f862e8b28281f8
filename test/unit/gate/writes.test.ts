import { describe, expect, it } from 'vitest';
import { namesRead, writesAt } from '../../../lib/gate/writes';
import type { Write } from '../../../lib/model/site';
import { osticket } from '../../../lib/sites/osticket/site';
import { runtimeSite } from '../../../lib/sites/runtime';
import { around, attempt, changes, DESK, everySite, matchedIds, practice, RT, rt } from './attempts';

const ticket = (id: string, origin = 'https://rt.example') => ({ origin, kind: 'ticket' as const, id });
const to = (field: string, id: string, label = id) => ({ field, to: { label, id } });

describe('a form that a script sends to an address made of what stands behind its number sign', () => {
  it.each<[string, string, string[], string[]]>([
    ['of a case', '#tickets/42/status', ['status, dialog'], ['42 status 3']],
    ['of several', '#tickets/status/closed', ['status, several, dialog'], ['7 status 3', '8 status 3']],
    ['of the same page, and none of these', '#reply', [], []],
    ['without it', '', [], []],
  ])('is known by it: a form %s', (_, hash, dialogs, changed) => {
    const site = runtimeSite(osticket);
    const url = `https://desk.example/help/scp/tickets.php?id=42${hash}`;
    expect(matchedIds(site, 'form', 'POST', url).filter((id) => id.endsWith('dialog'))).toEqual(dialogs);
    const made = attempt(url, { fields: { status_id: '3', 'tids[]': ['7', '8'] } });
    const found = changes(site, made).map(({ ref, changes: [first] }) => `${ref.id} ${first?.field} ${first?.to.id}`);
    expect(found).toEqual(changed);
  });
});

describe('Request Tracker: every request that changes a ticket', () => {
  const moves = { Queue: '4', Owner: '29', Status: 'open' };
  const moved = [to('team', '4'), to('owner', '29'), to('status', 'open')];

  it.each([
    ['inline edit', '/Ticket/Display.html', {}],
    ['inline edit, posted to an address with the ticket in it', '/Ticket/Display.html?id=7', {}],
    ['the reply form', '/Ticket/Update.html', { SubmitTicket: 'Update Ticket' }],
    ['Basics', '/Ticket/Modify.html', {}],
    ['People', '/Ticket/ModifyPeople.html', {}],
    ['Jumbo', '/Ticket/ModifyAll.html', {}],
  ])('%s', (_, path, more) => {
    const made = attempt(RT + path, { fields: { id: '7', ...moves, ...more } });
    expect(changes(rt, made)).toEqual([{ ref: ticket('7'), changes: moved }]);
  });

  it('is known wherever the desk is installed', () => {
    for (const base of ['https://rt.example', 'https://rt.example/rt', 'https://help.example/a/b'])
      expect(matchedIds(rt, 'form', 'POST', `${base}/Ticket/Modify.html`)).toEqual(['basics']);
  });

  it('bulk changes every ticket that is ticked', () => {
    const made = attempt(`${RT}/Search/Bulk.html`, { fields: { UpdateTicket: ['3', '5', '3'], Queue: '4' } });
    expect(changes(rt, made)).toEqual([
      { ref: ticket('3'), changes: [to('team', '4')] },
      { ref: ticket('5'), changes: [to('team', '4')] },
    ]);
    expect(changes(rt, attempt(`${RT}/Search/Bulk.html`, { fields: { Queue: '4' } }))).toEqual([]);
  });

  it('a list edited in place goes by script, with the ticket in the address', () => {
    const url = `${RT}/Helpers/TicketUpdate?id=7`;
    const made = attempt(url, { door: 'wire', fields: { Owner: '29' } });
    expect(changes(rt, made)).toEqual([{ ref: ticket('7'), changes: [to('owner', '29')] }]);
    expect(matchedIds(rt, 'form', 'POST', url)).toEqual([]);
  });

  it.each(['Take', 'Steal'])('%s is a link, its parameters parted by semicolons', (action) => {
    const made = attempt(`${RT}/Ticket/Display.html?Action=${action};id=5`, { door: 'link', method: 'GET' });
    expect(changes(rt, made)).toEqual([{ ref: ticket('5'), changes: [{ field: 'owner', to: { label: 'amara' } }] }]);
  });

  it('Untake gives the ticket to nobody, in the desk’s own word', () => {
    const made = attempt(`${RT}/Ticket/Display.html?id=5&Action=Untake`, { door: 'link', method: 'GET' });
    const words = around({ label: (_, id) => (id === '@nobody' ? 'Nobody in particular' : undefined) });
    expect(changes(rt, made, words)).toEqual([
      { ref: ticket('5'), changes: [{ field: 'owner', to: { label: 'Nobody in particular' } }] },
    ]);
  });

  it.each([
    ['reading a ticket', 'link', 'GET', '/Ticket/Display.html?id=5'],
    ['"last contact"', 'link', 'GET', '/Ticket/Display.html?id=5&Action=SetTold'],
    ['an address whose path only resembles one', 'form', 'POST', '/Ticket/Display.html/extra'],
    ['another page under the same name', 'form', 'POST', '/Ticket/Modify.htmlx'],
    ['the preview of what a reply will set off', 'wire', 'POST', '/Helpers/PreviewScrips'],
    ['a page that a form asks for', 'form', 'GET', '/Ticket/Modify.html?id=7&Queue=4'],
    ['the reply form opened by a link', 'link', 'GET', '/Ticket/Update.html?Action=Respond&id=5'],
  ] as const)('is none of them: %s', (_, door, method, path) => {
    expect(matchedIds(rt, door, method, RT + path)).toEqual([]);
  });

  it.each([
    ['/Ticket/Update.html', 'AddMoreAttach'],
    ['/Ticket/ModifyAll.html', 'AddMoreAttach'],
    ['/Ticket/ModifyPeople.html', 'OnlySearchForPeople'],
    ['/Ticket/ModifyPeople.html', 'OnlySearchForGroup'],
    ['/Search/Bulk.html', 'AddMoreAttach'],
  ])('%s: the button %s saves nothing', (path, submitter) => {
    const fields = { id: '7', UpdateTicket: '7', SubmitTicket: 'Update Ticket', Queue: '4' };
    expect(changes(rt, attempt(RT + path, { fields }))).not.toEqual([]);
    expect(changes(rt, attempt(RT + path, { fields, submitter }))).toEqual([]);
  });

  it('the reply form that a select posts by itself (no button) saves nothing', () => {
    expect(changes(rt, attempt(`${RT}/Ticket/Update.html`, { fields: { id: '7', Owner: '29' } }))).toEqual([]);
  });

  it('an empty choice in a reply leaves the ticket as it is', () => {
    const fields = { id: '7', SubmitTicket: 'x', Queue: '', Owner: '', Status: '' };
    expect(changes(rt, attempt(`${RT}/Ticket/Update.html`, { fields }))).toEqual([]);
  });
});

describe('the practice desk: every request that changes a case', () => {
  const ref = { origin: DESK, kind: 'ticket' as const, id: '104' };
  const deal = { origin: DESK, kind: 'deal' as const, id: '7' };

  it.each([
    ['details', 'form', 'POST', '/case/104/details', { team: 'engineering' }, ref, to('team', 'engineering')],
    ['a reply', 'form', 'POST', '/case/104/reply', { owner: 'jonas' }, ref, to('owner', 'jonas')],
    ['a reply by script', 'wire', 'POST', '/case/104/reply', { status: 'open' }, ref, to('status', 'open')],
    ['a row of the list', 'wire', 'PATCH', '/api/cases/104', { team: 'engineering' }, ref, to('team', 'engineering')],
    ['a deal’s details', 'form', 'POST', '/deal/7/details', { team: 'onboarding' }, deal, to('team', 'onboarding')],
    ['a deal’s stage', 'wire', 'POST', '/api/deals/7/stage', { stage: 'won' }, deal, to('stage', 'won')],
  ] as const)('%s', (_, door, method, path, fields, about, change) => {
    expect(changes(practice, attempt(DESK + path, { door, method, fields }))).toEqual([
      { ref: about, changes: [change] },
    ]);
  });

  it('a row sent as JSON is the same change', () => {
    const made = attempt(`${DESK}/api/cases/104`, {
      door: 'wire',
      method: 'PATCH',
      body: { as: 'json', json: { team: 'engineering', note: 'x' } },
    });
    expect(changes(practice, made)).toEqual([{ ref, changes: [to('team', 'engineering')] }]);
  });

  it('a mass update that names no case is about every one that matches', () => {
    const body = { where: { status: 'open' }, values: { team: 'engineering' } };
    const made = attempt(`${DESK}/rig/mass`, { door: 'wire', body: { as: 'json', json: body } });
    expect(changes(practice, made)).toEqual([{ ref: { ...ref, id: '*' }, changes: [to('team', 'engineering')] }]);
  });

  it('Take and Release are links', () => {
    const link = (path: string) => changes(practice, attempt(DESK + path, { door: 'link', method: 'GET' }));
    expect(link('/case/104/take')).toEqual([{ ref, changes: [{ field: 'owner', to: { label: 'amara' } }] }]);
    expect(link('/case/104/release')[0]?.changes[0]?.to.label).toBe('@nobody');
  });

  it('saving a reply as a draft hands nothing over', () => {
    const fields = { owner: 'jonas' };
    expect(changes(practice, attempt(`${DESK}/case/104/reply`, { fields, submitter: 'draft' }))).toEqual([]);
  });

  it.each([
    ['wire', 'GET', '/api/cases/104'],
    ['wire', 'POST', '/api/cases/104'],
    ['wire', 'POST', '/api/cases/104/draft'],
    ['wire', 'POST', '/rt/case/104/reply'],
    ['form', 'POST', '/case/104'],
    ['form', 'POST', '/case//details'],
  ] as const)('%s %s %s is none of them', (door, method, path) => {
    expect(matchedIds(practice, door, method, DESK + path)).toEqual([]);
  });
});

describe('every write that the sites name', () => {
  it('was matched above by its own path, and only at its doors and methods', () => {
    for (const site of everySite)
      for (const write of site.writes) {
        const [path, hash] = [write.path, write.hash ?? ''].map((one) => one.replace(/:#?\w+/g, '1'));
        const query = Object.entries(write.query ?? {}).map(([name, values]) => `${name}=${values[0] ?? 'x'}`);
        const url = `https://desk.example${path}?${query.join('&')}#${hash}`;
        const page = site.id === 'practice' ? practice : rt;
        for (const door of ['form', 'link', 'wire'] as const)
          for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)
            expect(
              matchedIds(page, door, method, url).includes(write.id),
              `${site.id}/${write.id} ${door} ${method}`,
            ).toBe(write.doors.includes(door) && write.methods.includes(method));
      }
  });
});

describe('what an attempt changes', () => {
  const url = `${RT}/Ticket/Modify.html`;
  const was = (label: string, id?: string) => around({ before: () => ({ value: { label, ...(id ? { id } : {}) } }) });

  it('a value that stays as it is makes no change, told by its id or by its word', () => {
    const made = attempt(url, { fields: { id: '7', Queue: '4' } });
    expect(changes(rt, made, was('Engineering', '4'))).toEqual([]);
    const named = attempt(url, {
      fields: { id: '7', Queue: '4' },
      labels: { Queue: [{ value: '4', now: 'Engineering' }] },
    });
    expect(changes(rt, named, was(' ENGINEERING '))).toEqual([]);
    expect(changes(rt, named, was('Support L1'))).toEqual([
      {
        ref: ticket('7'),
        changes: [{ field: 'team', from: { label: 'Support L1' }, to: { label: 'Engineering', id: '4' } }],
      },
    ]);
  });

  it('starts from what the control itself came with, where nothing else is known', () => {
    const made = attempt(url, {
      fields: { id: '7', Queue: '4' },
      labels: { Queue: [{ value: '4', now: 'Engineering', before: { label: 'Support L1', id: '1' } }] },
    });
    expect(changes(rt, made)[0]?.changes[0]?.from).toEqual({ label: 'Support L1', id: '1' });
  });

  it('a control that came with "unchanged" says nothing of what the case held', () => {
    const made = attempt(`${RT}/Ticket/Update.html`, {
      fields: { id: '7', Owner: '29', SubmitTicket: 'x' },
      labels: { Owner: [{ value: '29', now: 'jonas', before: { label: 'amara (Unchanged)', id: '' } }] },
    });
    expect(changes(rt, made)[0]?.changes).toEqual([to('owner', '29', 'jonas')]);
  });

  it('says since when an earlier sighting knows the value', () => {
    const made = attempt(url, { fields: { id: '7', Queue: '4' } });
    const seen = around({ before: () => ({ value: { label: 'Support L1' }, seenAt: 1_000 }) });
    expect(changes(rt, made, seen)[0]?.changes[0]).toMatchObject({ from: { label: 'Support L1' }, fromSeenAt: 1_000 });
  });

  it('where nobody could see the value before, it does not say one', () => {
    const [change] = changes(rt, attempt(url, { fields: { id: '7', Queue: '4' } }))[0]?.changes ?? [];
    expect(change).not.toHaveProperty('from');
  });

  it('carries several changes at once', () => {
    const made = attempt(url, { fields: { id: '7', Queue: '4', Status: 'stalled' } });
    expect(changes(rt, made, was('Support L1'))[0]?.changes.map(({ field }) => field)).toEqual(['team', 'status']);
  });

  it('without a case there is nothing to hand over', () => {
    expect(changes(rt, attempt(url, { fields: { Queue: '4' } }))).toEqual([]);
    expect(changes(rt, attempt(url, { fields: { id: '', Queue: '4' } }))).toEqual([]);
  });

  it('takes the desk’s word for an id where a control lists both', () => {
    const words = around({ label: (field, id) => (field === 'team' && id === '4' ? 'Engineering' : undefined) });
    expect(changes(rt, attempt(url, { fields: { id: '7', Queue: '4' } }), words)[0]?.changes[0]?.to).toEqual({
      label: 'Engineering',
      id: '4',
    });
  });
});

describe('a request that names its case by another id than the page does', () => {
  const write: Write = {
    id: 'one field',
    doors: ['wire'],
    methods: ['POST'],
    path: '/edit',
    kind: 'ticket',
    case: { body: 'number', page: true },
    changes: [{ field: 'owner', to: { body: 'owner' } }],
  };
  const made = attempt(`${DESK}/edit`, { door: 'wire', fields: { number: '10042', owner: '29' } });
  const ids = (shown?: string) =>
    changes({ ...practice, writes: [write] }, made, around({ shown: () => shown })).map(({ ref }) => ref.id);

  it('is about the case that the page shows, and about the one that it names where the page shows none', () => {
    expect(ids()).toEqual(['10042']);
    expect(ids('SUP-42')).toEqual(['SUP-42']);
  });
});

describe('one request that may be about cases of two kinds', () => {
  const write = (kind: 'deal' | 'ticket', idStarts: string) => ({
    id: kind,
    doors: ['wire' as const],
    methods: ['POST' as const],
    path: '/aura',
    items: { json: 'actions.*' },
    kind,
    case: { json: 'id' },
    idStarts,
    changes: [{ field: 'owner', to: { json: 'owner' } }],
  });
  const site = { ...practice, writes: [write('deal', '006'), write('ticket', '500')] };
  const sent = (...ids: string[]) =>
    attempt('https://desk.example/aura', {
      door: 'wire',
      body: { as: 'json', json: { actions: ids.map((id) => ({ id, owner: 'jonas' })) } },
    });

  it('each is of the kind that its id tells, and what is of neither is nothing', () => {
    expect(
      changes(site, sent('500A', '006B', '001C'))
        .map(({ ref }) => `${ref.kind} ${ref.id}`)
        .sort(),
    ).toEqual(['deal 006B', 'ticket 500A']);
  });

  it('a request to another host than the page’s is none of the desk’s, unless the site names that host', () => {
    const here = around({ origin: 'https://app.example' });
    expect(changes(site, sent('006B'), here)).toEqual([]);
    const named = { ...site, writes: site.writes.map((one) => ({ ...one, hosts: ['des*.example'] })) };
    expect(changes(named, sent('006B'), here)).toMatchObject([{ ref: { origin: 'https://app.example', id: '006B' } }]);
  });
});

describe('what is read of a form', () => {
  it('is only what the writes at its address name', () => {
    expect([...namesRead(writesAt(rt, 'form', 'POST', `${RT}/Ticket/Update.html`))].sort()).toEqual([
      'Owner',
      'Queue',
      'Status',
      'SubmitTicket',
      'id',
    ]);
    expect([...namesRead(writesAt(practice, 'form', 'POST', `${DESK}/case/1/reply`))].sort()).toEqual([
      'owner',
      'status',
    ]);
    expect(namesRead([])).toEqual(new Set());
  });
});
