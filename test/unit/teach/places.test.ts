import { describe, expect, it } from 'vitest';
import type { Watched } from '../../../lib/model/lesson';
import { placesIn } from '../../../lib/teach/places';
import { DESK, fields, json, lesson, watched } from './lessons';

const placed = (requests: Partial<Watched>[], more = {}) =>
  placesIn(lesson({ watched: requests.map((one) => watched(one)), ...more }));
const said = (requests: Partial<Watched>[], more = {}) =>
  placed(requests, more).map(({ watched: n, field, value, sure, write }) => {
    const { methods, path, case: at, changes } = write;
    const to = changes.map(({ to }) => JSON.stringify(to)).join(' ');
    return `${n} ${methods} ${path} ${JSON.stringify(at)} ${field}=${value} ${sure} ${to}`;
  });

describe('what a watched request says', () => {
  it.each<[string, Partial<Watched>, string]>([
    [
      'in JSON, by the id that the page’s list has',
      { body: json({ group_id: 4, title: 'Printer on fire' }) },
      '0 PUT /api/tickets/:#id {"path":"id"} team=4 option {"json":"group_id"}',
    ],
    [
      'in JSON, deep, in a list of one',
      { url: `${DESK}/api/update`, body: json({ data: [{ key: '118', set: { team: { name: 'Engineering' } } }] }) },
      '0 PUT /api/update {"json":"data.*.key","each":true} team=Engineering label {"json":"data.*.set.team.name","each":true}',
    ],
    [
      'in JSON, in a list of names and values',
      {
        body: json({
          fields: [
            { name: 'status', value: 'open' },
            { name: 'team', value: '4' },
          ],
        }),
      },
      '0 PUT /api/tickets/:#id {"path":"id"} team=4 option {"json":"fields.[name=team].value"}',
    ],
    [
      'in a form',
      {
        door: 'form',
        method: 'POST',
        url: `${DESK}/tickets/118/update`,
        body: fields({ 'ticket[group_id]': '4', note: '' }),
      },
      '0 POST /tickets/:#id/update {"path":"id"} team=4 option {"body":"ticket[group_id]"}',
    ],
    [
      'in a form that names the case itself',
      { door: 'form', method: 'POST', url: `${DESK}/save.php`, body: fields({ id: '118', group: '4' }) },
      '0 POST /save.php {"body":"id"} team=4 option {"body":"group"}',
    ],
    [
      'in the query',
      { method: 'POST', url: `${DESK}/do?action=move&ticket=118&group=4` },
      '0 POST /do {"query":"ticket"} team=4 option {"query":"group"}',
    ],
    [
      'in the path',
      { method: 'POST', url: `${DESK}/tickets/118/team/Engineering` },
      '0 POST /tickets/:#id/team/:value {"path":"id"} team=Engineering label {"path":"value"}',
    ],
    [
      'in the variables of GraphQL',
      {
        method: 'POST',
        url: `${DESK}/graphql`,
        body: json({ operationName: 'Move', query: 'mutation …', variables: { ticketId: '118', teamId: '4' } }),
      },
      '0 POST /graphql {"json":"variables.ticketId"} team=4 option {"json":"variables.teamId"}',
    ],
  ])('%s', (_, request, place) => {
    expect(said([request])[0]).toBe(place);
  });

  it('is told from others at the same path by what the request calls itself', () => {
    const graphql = { method: 'POST', url: `${DESK}/graphql` };
    const body = json({ operationName: 'Move', query: 'mutation …', variables: { id: '118', teamId: '4' } });
    expect(placed([{ ...graphql, body }])[0]?.write.needs).toEqual({ operationName: ['Move'] });
    expect(placed([{ url: `${DESK}/do?module=Cases&ticket=118&group=4&page=2` }])[0]?.write.query).toEqual({
      module: ['Cases'],
    });
    const form = { door: 'form' as const, method: 'POST', url: `${DESK}/tickets/118`, submitter: 'save' };
    expect(placed([{ ...form, body: fields({ group: '4', save: 'Save' }) }])[0]?.write.needs).toEqual({ save: [] });
  });

  it('is looked for in each part of a batch', () => {
    const [place] = placed([
      {
        url: `${DESK}/batch`,
        body: json([
          { op: 'see', id: '118' },
          { op: 'move', id: '118', team: '4' },
        ]),
      },
    ]);
    expect(place?.write).toMatchObject({
      items: {},
      needs: { op: ['move'] },
      case: { json: 'id' },
      changes: [{ to: { json: 'team' } }],
    });
  });

  it('holds what else it sets, though the handoff left that as it was', () => {
    const [place] = placed([{ body: json({ group_id: 4, agent: 'Amara Okafor' }) }]);
    expect(place?.write.changes.map(({ field }) => field)).toEqual(['team', 'owner']);
  });

  it('goes to another host where the desk sends it there', () => {
    expect(placed([{ url: 'https://api.example/tickets/118', body: json({ team: '4' }) }])[0]?.write.hosts).toEqual([
      'api.example',
    ]);
  });
});

describe('of several places', () => {
  it('the one on the desk’s own host, whose name says the field, comes first', () => {
    const telemetry = {
      method: 'POST',
      url: 'https://t.example/log',
      body: json({ case: '118', what: 'Engineering' }),
    };
    const real = { body: json({ group_id: 4, priority: 4 }) };
    expect(placed([telemetry, real]).map(({ watched: n, write }) => [n, write.changes[0]?.to])).toEqual([
      [1, { json: 'group_id' }],
      [1, { json: 'priority' }],
      [0, { json: 'what' }],
    ]);
  });

  it('a link counts only where no request changes anything', () => {
    const link = { door: 'link' as const, method: 'GET', url: `${DESK}/tickets/118/move?group=4` };
    expect(said([link])).toEqual(['0 GET /tickets/:#id/move {"path":"id"} team=4 option {"query":"group"}']);
    expect(placed([link, { body: json({ team: '4' }) }]).map(({ watched: n }) => n)).toEqual([1]);
  });
});

describe('no place', () => {
  it.each<[string, Partial<Watched>]>([
    ['a request about another case', { url: `${DESK}/api/tickets/1180`, body: json({ team: '4' }) }],
    ['a request about no case', { url: `${DESK}/api/seen`, body: json({ team: '4' }) }],
    ['a request that carries nothing', {}],
    ['a body that is no data', { body: { as: 'text', text: 'team=4' } }],
    ['a body that was not read', { body: { as: 'unread', why: 'too large' } }],
    ['an address of another kind', { url: 'ftp://desk.example/tickets/118' }],
    ['what a form guards itself with', { body: fields({ authenticity_token: 'a8b7c6d5e4f3a8b7' }) }],
  ])('is %s', (_, request) => {
    expect(said([request])).toEqual([]);
  });
});

describe('an id without a word', () => {
  const bare = { options: [] };
  it('is a guess, by its name', () => {
    expect(said([{ body: json({ group_id: 4, priority_id: 2 }) }], bare)).toEqual([
      '0 PUT /api/tickets/:#id {"path":"id"} team=4 guess {"json":"group_id"}',
    ]);
  });

  it('or where it is the only one', () => {
    expect(said([{ body: json({ moved: 41 }) }], bare)).toEqual([
      '0 PUT /api/tickets/:#id {"path":"id"} team=41 guess {"json":"moved"}',
    ]);
    expect(said([{ body: json({ moved: 41, by: 7 }) }], bare)).toEqual([]);
  });
});

describe('an address that says what it does', () => {
  it('stands for the value that the page shows since; another address does not', () => {
    const url = `${DESK}/tickets/118/escalate`;
    expect(said([{ method: 'POST', url }])).toEqual([
      '0 POST /tickets/:#id/escalate {"path":"id"} team=Engineering guess {"value":"Engineering"}',
    ]);
    for (const other of ['seen', 'typing', 'update'])
      expect(said([{ method: 'POST', url: `${DESK}/tickets/118/${other}` }])).toEqual([]);
    const after = { team: 'Support L1', owner: 'Ben' };
    expect(said([{ method: 'POST', url }], { after })).toEqual([]);
  });
});

describe('a page that shows nothing new', () => {
  it('leaves the names and the page’s list: what is set there to a word of the list', () => {
    const { after: _, ...rest } = lesson({ watched: [watched({ body: json({ group_id: 4, priority: 4 }) })] });
    expect(placesIn(rest).map(({ field, value, sure, write }) => [field, value, sure, write.changes[0]?.to])).toEqual([
      ['team', '4', 'option', { json: 'group_id' }],
    ]);
  });

  it('never stands before what is seen to have changed', () => {
    const noise = { body: json({ agent: 'Amara Okafor' }) };
    expect(placed([noise, { body: json({ group_id: 4 }) }]).map(({ field }) => field)).toEqual(['team', 'owner']);
    expect(placed([noise, { body: json({ group_id: 41 }) }]).map(({ field }) => field)).toEqual(['team', 'owner']);
  });
});
