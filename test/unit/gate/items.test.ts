import { afterEach, describe, expect, it } from 'vitest';
import { graphqlItems } from '../../../lib/gate/graphql';
import { shared } from '../../../lib/gate/shared';
import type { PageSite, Write } from '../../../lib/model/site';
import { attempt, changes, practice } from './attempts';

const DESK = 'https://desk.example';
const case1 = { origin: DESK, kind: 'ticket', id: '1' };
const case2 = { origin: DESK, kind: 'ticket', id: '2' };
const team = (id: string) => ({ field: 'team', to: { label: id, id } });
const owner = (id: string) => ({ field: 'owner', to: { label: id, id } });

/** A desk with these writes alone, each at /api. */
function desk(...writes: (Pick<Write, 'case' | 'changes'> & Partial<Write>)[]): PageSite {
  const common = {
    id: 'w',
    doors: ['wire' as const],
    methods: ['POST' as const],
    path: '/api',
    kind: 'ticket' as const,
  };
  return { ...practice, writes: writes.map((one) => ({ ...common, ...one })) };
}
const sent = (json: unknown) => attempt(`${DESK}/api`, { door: 'wire', body: { as: 'json', json } });
const odoo = desk({
  items: {},
  needs: { method: ['write'] },
  case: { json: 'params.args.0', each: true },
  changes: [
    { field: 'team', to: { json: 'params.args.1.team' } },
    { field: 'owner', to: { json: 'params.args.1.owner' } },
  ],
});

describe('several changes in one request', () => {
  it('a batch is judged request by request, and what only reads is left out', () => {
    const batch = [
      { method: 'read', params: { args: [[1], { team: 9 }] } },
      { method: 'write', params: { args: [[1, 2], { team: 4 }] } },
    ];
    expect(changes(odoo, sent(batch))).toEqual([
      { ref: case1, changes: [team('4')] },
      { ref: case2, changes: [team('4')] },
    ]);
  });

  it('a single request is a batch of one', () => {
    expect(changes(odoo, sent({ method: 'write', params: { args: [[1], { team: 4 }] } }))).toHaveLength(1);
  });

  it('one case that several parts change has one entry, and of each field what comes last', () => {
    const write = (values: object) => ({ method: 'write', params: { args: [[1], values] } });
    expect(changes(odoo, sent([write({ team: 3, owner: 7 }), write({ team: 4 })]))).toEqual([
      { ref: case1, changes: [owner('7'), team('4')] },
    ]);
  });

  it('JSON that stands in a field of a form is read (Salesforce’s message)', () => {
    const aura = desk({
      items: { body: 'message', json: 'actions.*' },
      needs: { descriptor: ['save'] },
      case: { json: 'params.id' },
      changes: [{ field: 'owner', to: { json: 'params.owner' } }],
    });
    const message = {
      actions: [
        { descriptor: 'read', params: { id: '1', owner: 'x' } },
        { descriptor: 'save', params: { id: '2', owner: '29' } },
      ],
    };
    const made = (text: string) => attempt(`${DESK}/api`, { door: 'wire', fields: { message: text } });
    expect(changes(aura, made(JSON.stringify(message)))).toEqual([{ ref: case2, changes: [owner('29')] }]);
    expect(changes(aura, made('{"actions":'))).toEqual([]);
  });

  it('rows with their own values are each a change of their own', () => {
    const rows = desk({
      items: { json: 'updates.*' },
      case: { json: 'id' },
      changes: [{ field: 'team', to: { json: 'team' } }],
    });
    expect(
      changes(
        rows,
        sent({
          updates: [
            { id: 1, team: '4' },
            { id: 2, team: '5' },
          ],
        }),
      ),
    ).toEqual([
      { ref: case1, changes: [team('4')] },
      { ref: case2, changes: [team('5')] },
    ]);
  });

  it('of two writes that an item may be, the first that fits says what it is', () => {
    const one = { items: {}, case: { json: 'id' }, changes: [{ field: 'team', to: { json: 'value' } }] };
    const two = desk(
      { ...one, needs: { what: ['team'] } },
      { ...one, changes: [{ field: 'owner', to: { json: 'value' } }] },
    );
    expect(
      changes(
        two,
        sent([
          { id: 1, what: 'team', value: 4 },
          { id: 2, what: 'else', value: 29 },
        ]),
      ),
    ).toEqual([
      { ref: case1, changes: [team('4')] },
      { ref: case2, changes: [owner('29')] },
    ]);
  });
});

describe('GraphQL', () => {
  const graphql = desk({
    items: { graphql: true },
    needs: { field: ['updateCase'] },
    case: { json: 'args.id' },
    changes: [{ field: 'team', to: { json: 'args.team' } }],
  });
  const query =
    'mutation { a: updateCase(id: 1, team: 4) { id } b: updateCase(id: 2, team: 4) { id } c: touch(id: 3) }';
  afterEach(() => {
    delete shared().graphql;
  });

  it('is read on desks that brought its reader', () => {
    shared().graphql = graphqlItems;
    expect(changes(graphql, sent({ query })).map(({ ref }) => ref.id)).toEqual(['1', '2']);
    expect(changes(graphql, sent([{ query }, { query: '{ me { id } }' }]))).toHaveLength(2);
  });

  it('without it nothing is made of a request', () => expect(changes(graphql, sent({ query }))).toEqual([]));
});
