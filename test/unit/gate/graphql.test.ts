import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphqlItems } from '../../../lib/gate/graphql';

const fields = (query: string, variables?: object, operationName?: string) =>
  graphqlItems({ query, variables, operationName }).map(({ field, args }) => [field, args]);

describe('what a GraphQL request would change', () => {
  it('is its root field, with the values of its variables', () => {
    const query =
      'mutation Move($id: ID!, $team: ID) { updateCase(id: $id, input: {team: $team, tags: ["a"]}) { id } }';
    expect(graphqlItems({ query, variables: { id: '7', team: '4' }, operationName: 'Move' })).toEqual([
      { operation: 'Move', field: 'updateCase', alias: '', args: { id: '7', input: { team: '4', tags: ['a'] } } },
    ]);
  });

  it('is every one of its root fields, where a bulk change gives each an alias', () => {
    const query = 'mutation { a: updateCase(id: 1, team: "4") { id } b: updateCase(id: 2, team: null) { id } }';
    expect(fields(query)).toEqual([
      ['updateCase', { id: 1, team: '4' }],
      ['updateCase', { id: 2, team: null }],
    ]);
  });

  it('is found through fragments, each gone into once', () => {
    const query = 'mutation { ...M ... on Mutation { two(id: 2) } } fragment M on Mutation { one(id: 1) ...M }';
    expect(fields(query)).toEqual([
      ['one', { id: 1 }],
      ['two', { id: 2 }],
    ]);
  });

  it('is that of the operation that is named, of several', () => {
    const query = 'query Read { case { id } } mutation A { one } mutation B { two }';
    expect(fields(query, {}, 'B')).toEqual([['two', {}]]);
  });

  it('takes a variable’s own default, where none is sent', () => {
    expect(fields('mutation ($team: ID = "4") { move(team: $team) }')).toEqual([['move', { team: '4' }]]);
  });

  it('is known by its name and variables alone, where the text is not sent', () => {
    expect(graphqlItems({ operationName: 'Move', variables: { id: 7 } })).toEqual([
      { operation: 'Move', field: '', alias: '', args: { id: 7 } },
    ]);
  });

  it.each([
    ['a query, which only reads', { query: '{ case(id: 1) { id } }' }],
    ['what is no GraphQL', { query: 'mutation {' }],
    ['no request', 'text'],
    ['null', null],
    ['an empty one', {}],
  ])('is nothing in %s', (_, request) => expect(graphqlItems(request)).toEqual([]));

  it('takes any text', () => {
    fc.assert(fc.property(fc.string(), (query) => Array.isArray(graphqlItems({ query }))));
  });
});
