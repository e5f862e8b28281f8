import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, valuesAt } from '../../../lib/gate/locate';
import type { Locator } from '../../../lib/model/site';
import { attempt } from './attempts';

function json(body: unknown): Place {
  return {
    attempt: attempt('https://desk.example/api', { door: 'wire', body: { as: 'json', json: body } }),
    params: {},
    query: new Map(),
  };
}
const at = (path: string, body: unknown, each?: boolean) =>
  valuesAt({ json: path, ...(each === undefined ? {} : { each }) }, json(body));

describe('a value in JSON inside a form field', () => {
  const actors = {
    assign: [
      { itemtype: 'User', items_id: 7 },
      { itemtype: 'Group', items_id: 4 },
    ],
  };
  const place = (text: string): Place => ({
    ...json(null),
    attempt: attempt('https://desk.example/ticket', { fields: { _actors: text } }),
  });
  const team = { body: '_actors', json: 'assign.[itemtype=Group].items_id' };

  it('is found by the path in that field', () => {
    expect(valuesAt(team, place(JSON.stringify(actors)))).toEqual(['4']);
    expect(valuesAt({ body: '_actors', json: 'assign.*.items_id', each: true }, place(JSON.stringify(actors)))).toEqual(
      ['7', '4'],
    );
  });

  it('is nothing where the field is no JSON, or not there', () => {
    expect(valuesAt(team, place('Group 4'))).toEqual([]);
    expect(valuesAt({ ...team, body: 'other' }, place(JSON.stringify(actors)))).toEqual([]);
  });
});

describe('a value in JSON', () => {
  it('is found by its path', () => {
    expect(at('fields.owner.id', { fields: { owner: { id: 29 } } })).toEqual(['29']);
    expect(at('closed', { closed: false })).toEqual(['false']);
    expect(at('title', { title: '' })).toEqual(['']);
  });

  it('null says that the field is emptied', () => {
    expect(at('assignee', { assignee: null })).toEqual(['']);
    expect(at('a.assignee', { a: null })).toEqual([]);
  });

  it('a star walks a list; without `each` the last counts', () => {
    const body = { items: [{ id: 1 }, { id: 2 }, { other: 3 }] };
    expect(at('items.*.id', body, true)).toEqual(['1', '2']);
    expect(at('items.*.id', body)).toEqual(['2']);
    expect(at('items.1.id', body)).toEqual(['2']);
  });

  it('a name and value keep those of a list that have it', () => {
    const body = { values: [{ name: 'stage', value: 'won' }, null, { name: 'owner', value: 29 }] };
    expect(at('values.[name=owner].value', body)).toEqual(['29']);
    expect(at('values.[name=team].value', body)).toEqual([]);
    expect(at('values.[name=owner].value', { values: { name: 'owner', value: 1 } })).toEqual([]);
    // What has a member of this name cannot be turned into a text.
    expect(at('values.[name=owner].value', { values: [{ name: { toString: 0 }, value: 1 }] })).toEqual([]);
  });

  it('a name that holds no value keeps nothing, whatever it is', () => {
    const list = [{ n: { toString: false } }, { n: null, v: 1 }, { n: 'a', v: 2 }, null, 'a'];
    expect(at('[n=a].v', list)).toEqual(['2']);
  });

  it('a dot in a name has a stroke before it', () => {
    expect(at('owner@odata\\.bind', { 'owner@odata.bind': '/users(1)' })).toEqual(['/users(1)']);
  });

  it('a list at the end gives each of its values', () => {
    expect(at('ids', { ids: [1, [2], 3] }, true)).toEqual(['1', '2', '3']);
  });

  it('what is not there, or is no value, is nothing', () => {
    expect(at('a.b', {})).toEqual([]);
    expect(at('a', { a: { b: 1 } })).toEqual([]);
    expect(at('*.id', { id: 1 })).toEqual([]);
    expect(at('a.b', 'text')).toEqual([]);
  });

  it('what every object inherits is not in the body', () => {
    for (const path of ['constructor.name', 'toString', '__proto__.x', 'a.length'])
      expect(at(path, { a: {} })).toEqual([]);
  });

  it('takes any JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(fc.constantFrom('a', '*', '0', '', '__proto__'), { minLength: 1 }),
        (body, path) => {
          for (const value of at(path.join('.'), body, true)) expect(typeof value).toBe('string');
        },
      ),
    );
  });
});

describe('a value elsewhere', () => {
  const place: Place = {
    attempt: attempt('https://desk.example/', { fields: { id: ['1', '2'] } }),
    params: { id: '7' },
    query: new Map([['id', ['8', '9']]]),
  };
  it.each<[Locator, string[]]>([
    [{ path: 'id' }, ['7']],
    [{ path: 'other' }, []],
    [{ query: 'id' }, ['9']],
    [{ query: 'id', each: true }, ['8', '9']],
    [{ query: 'other' }, []],
    [{ body: 'id' }, ['2']],
    [{ body: 'id', each: true }, ['1', '2']],
    [{ body: 'other' }, []],
    [{ is: '@me' }, ['@me']],
    [{ value: 'open' }, ['open']],
  ])('%j', (locator, values) => expect(valuesAt(locator, place)).toEqual(values));

  it('a body field is also the top level of JSON', () => {
    expect(valuesAt({ body: 'owner' }, json({ owner: 29 }))).toEqual(['29']);
    expect(valuesAt({ body: 'owner' }, json([{ owner: 29 }]))).toEqual([]);
  });
});

describe('a value in the address', () => {
  const ids = (each: boolean) =>
    valuesAt({ query: 'ids', each }, { ...json({}), query: new Map([['ids', ['7,8', '9']]]) });

  it('may be several in one parameter', () => {
    expect(ids(true)).toEqual(['7', '8', '9']);
    expect(ids(false)).toEqual(['9']);
  });
});
