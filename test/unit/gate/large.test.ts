import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { inTurns } from '../../../lib/gate/large/pace';
import { Pieces } from '../../../lib/gate/large/pieces';
import { understoodFor } from '../../../lib/gate/large/read';
import { nodesAt } from '../../../lib/gate/locate';
import type { WireBody } from '../../../lib/gate/wire-protocol';
import { changesIn, type Matched } from '../../../lib/gate/writes';
import type { Attempt, Body } from '../../../lib/model/attempt';
import type { Write } from '../../../lib/model/site';
import { around } from './attempts';

/** More than is parsed whole, as a pasted picture is. */
const PICTURE = 'iVBORw0KGgo'.repeat(40_000);
const DESK = 'https://desk.example';

/** A write of a ticket whose parts stand where `write` says. */
const writeOf = (write: Partial<Write>): Matched => ({
  write: {
    id: 'save',
    doors: ['wire'],
    methods: ['POST'],
    path: '/save',
    kind: 'ticket',
    case: { json: 'id' },
    changes: [{ field: 'team', to: { json: 'team' } }],
    ...write,
  },
  params: {},
  query: new Map(),
});

/** The text in pieces of this length. */
function cut(text: string, length = 100_000): string[] {
  const parts = [];
  for (let at = 0; at < text.length; at += length) parts.push(text.slice(at, at + length));
  return parts;
}

const body = (text: string, as: 'text' | 'form' | 'pairs' = 'text', length?: number): WireBody => ({
  as,
  texts: cut(text, length),
});
const read = (text: string, write: Partial<Write>, as?: 'text' | 'form' | 'pairs', length?: number) =>
  understoodFor(body(text, as, length), [writeOf(write)], true) as Body;
const made = (text: string, write: Partial<Write>, as?: 'text' | 'form' | 'pairs') => {
  const attempt: Attempt = { door: 'wire', method: 'POST', url: `${DESK}/save`, body: read(text, write, as) };
  return changesIn(attempt, [writeOf(write)], around({ origin: DESK })).map(({ ref, changes }) => [
    ref.id,
    ...changes.map(({ to }) => to.id),
  ]);
};

describe('a long text in pieces', () => {
  const pieces = new Pieces(['', 'abc', 'd', '', 'efgh', 'i']);
  it('is as if it were one', () => {
    expect([pieces.length, pieces.slice(0), pieces.slice(2, 5), pieces.slice(8, 99), pieces.slice(9)]).toEqual([
      9,
      'abcdefghi',
      'cde',
      'i',
      '',
    ]);
    expect([...Array(10).keys()].map((at) => pieces.at(at)).join()).toBe('a,b,c,d,e,f,g,h,i,');
  });

  it('what is sought is found in each piece, and across them', () => {
    expect([pieces.find('cd', 0), pieces.find('cdef', 1), pieces.find('e', 0), pieces.find(/[gh]/g, 4)]).toEqual([
      2, 2, -1, 6,
    ]);
    expect(pieces.find('x', 8)).toBe(-1);
  });
});

describe('of JSON with a pasted picture the fields of the write are read', () => {
  it.each([
    ['before them', `{"picture":"${PICTURE}","id":7,"team":"engineering"}`],
    ['after them', `{"id":7,"team":"engineering","picture":"${PICTURE}"}`],
    ['between them', `{"id":7,"picture":"${PICTURE}\\"","team":"engineering"}`],
    ['as bytes', `{"picture":{"data":[${'137,80,'.repeat(90_000)}1]},"id":7,"team":"engineering"}`],
    ['inside of a list', `{"files":[{"name":"a","data":"${PICTURE}"},[[]],{}],"team":"engineering","id":7}`],
    ['in spread out JSON', ` {\n  "id" : 7 ,\n "team": "engineering" ,\t"picture" : "${PICTURE}"\r\n}\n`],
    ['beside a name that is written in another way', `{"picture":"${PICTURE}","id":7,"te\\u0061m":"engineering"}`],
    ['beside a field that stands twice', `{"id":7,"team":"sales","picture":"${PICTURE}","team":"engineering"}`],
  ])('%s', (_, text) => {
    expect(made(text, {})).toEqual([['7', 'engineering']]);
  });

  it('at any depth, in lists, by what stands beside it, and in all of many', () => {
    const rows = [...Array(3).keys()].map((id) => ({
      id,
      note: PICTURE,
      set: [{ is: 'x' }, { is: 'team', to: `t${id}` }],
    }));
    const write = {
      items: { json: 'rows.*' },
      case: { json: 'id' },
      changes: [{ field: 'team', to: { json: 'set.[is=team].to' } }],
    };
    expect(made(JSON.stringify({ rows }), write)).toEqual([
      ['0', 't0'],
      ['1', 't1'],
      ['2', 't2'],
    ]);
    const calls = [1, 2].map((id) => ({ method: 'write', args: [[id], { team: `t${id}`, x: PICTURE }] }));
    const call = {
      items: {},
      case: { json: 'args.0', each: true },
      changes: [{ field: 'team', to: { json: 'args.1.team' } }],
    };
    expect(made(JSON.stringify(calls), { ...call, needs: { method: ['write'] } })).toEqual([
      ['1', 't1'],
      ['2', 't2'],
    ]);
  });

  it('of a request that is needed whole (GraphQL) everything but its long texts', () => {
    const request = { query: 'mutation { a }', operationName: 'A', variables: { id: '7', file: PICTURE, more: ['x'] } };
    expect(read(JSON.stringify(request), { items: { graphql: true } })).toEqual({
      as: 'json',
      json: { ...request, variables: { ...request.variables, file: '…' } },
    });
  });

  it('that is the text of a field itself', () => {
    const actions = JSON.stringify({ actions: [{ id: '7', note: `${PICTURE}"é😀\\`, team: 'engineering' }] });
    const write = { items: { body: 'message', json: 'actions.*' } };
    const encoded = new URLSearchParams({ a: 'b', message: actions, 'aura.token': 'x' }).toString();
    const form = new FormData();
    form.append('message', actions);
    expect(made(encoded, write)).toEqual([['7', 'engineering']]);
    expect(made(encoded, write, 'form')).toEqual([['7', 'engineering']]);
    expect(made(`7:message${actions.length}:${actions}`, write, 'pairs')).toEqual([['7', 'engineering']]);
    expect(made(JSON.stringify({ x: 1, message: actions }), write)).toEqual([['7', 'engineering']]);
  });
});

describe('of a long form the fields of the write are read', () => {
  const write = { case: { body: 'id' }, changes: [{ field: 'team', to: { body: 'team' } }] };
  const values = { id: '7', 'pic=ture': `${PICTURE} é😀&`, team: 'Engineering & more' };

  it('url-encoded', () => {
    const text = new URLSearchParams(values).toString();
    for (const as of ['text', 'form'] as const) expect(made(text, write, as)).toEqual([['7', 'Engineering & more']]);
  });

  it('after their lengths, over the seams of pieces', () => {
    const text = Object.entries(values)
      .map(([name, value]) => `${name.length}:${name}${value.length}:${value}`)
      .join('');
    expect(made(text, write, 'pairs')).toEqual([['7', 'Engineering & more']]);
    expect(read(text, write, 'pairs', 11)).toEqual({
      as: 'fields',
      fields: { id: ['7'], team: ['Engineering & more'] },
      files: [],
    });
  });

  it('in parts, beside a file that counts for nothing', async () => {
    const form = new FormData();
    form.append('id', '7');
    form.append('picture', new Blob([PICTURE], { type: 'image/png' }), 'pasted.png');
    form.append('team', 'Engineering & more');
    const text = await new Response(form).text();
    for (const length of [100_000, 4_999])
      expect(read(text, write, 'text', length)).toEqual({
        as: 'fields',
        fields: { id: ['7'], team: ['Engineering & more'] },
        files: [{ name: 'pasted.png', size: PICTURE.length, type: 'image/png' }],
      });
  });

  it('as URLSearchParams reads it, wherever a long value is cut to be decoded', () => {
    const whole = ['a', '%20', '%D0%B1', '%F0%9F%98%80', '+', '='];
    // Apart: beside a broken escape Node reads letters that are not encoded in a way of its own.
    const letters = [
      [...whole, 'é', '😀'],
      [...whole, '%', '%2', '%ff', '%E2%82'],
    ].map((some) => fc.array(fc.constantFrom(...some), { minLength: 1, maxLength: 9 }));
    fc.assert(
      fc.property(fc.oneof(...letters), fc.nat(12), (parts, shift) => {
        const value = 'x'.repeat(shift) + parts.join('').repeat(Math.ceil(270_000 / parts.join('').length));
        const read_ = read(`team=${value}&id=7`, write, 'form');
        const team = new URLSearchParams(`team=${value}`).get('team');
        expect(read_.as === 'fields' && [read_.fields['team']?.[0] === team, read_.fields['id']]).toEqual([
          true,
          ['7'],
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whatever is sent', () => {
  const PATHS = ['a', 'a.b', 'b.*.a', 'b.[a=x].b', 'a.0', '*.b', 'c.c.c', 'a.b.c', '__proto__', 'toString'];
  /** Stands for a long text with this many escapes in a row, so that what fails can be read. */
  const LONG = /"@long(\d)"/g;
  const long = (_: string, n: string) => JSON.stringify(`{"a":[${'\\"'.repeat(Number(n))}`.repeat(15_000));
  const names = fc.constantFrom('a', 'b', 'c', '__proto__', 'toString', 'é"\\', '0');
  const leaf = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('x', '"', '\\', '\\"', '{', ']', '@long0', '@long1', '@long2', '@long3'),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof({ maxDepth: 5, withCrossShrink: true }, leaf, tie('list'), tie('record')),
    list: fc.array(tie('json'), { maxLength: 4 }),
    record: fc.array(fc.tuple(names, tie('json')), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
  }));

  /** The values at a place; a long text may be cut. */
  const valuesAt = (value: unknown, path: string) =>
    nodesAt(value, path)
      .flat(9)
      .filter((one) => one !== undefined && (typeof one !== 'object' || one === null))
      .map((one) => (typeof one === 'string' && one.length > 60_000 ? '…' : one));

  it('JSON with long members is read as JSON.parse reads it, where the write looks', () => {
    const changes = PATHS.map((path) => ({ field: 'team', to: { json: path } }));
    fc.assert(
      fc.property(json, fc.nat(4), fc.boolean(), fc.integer({ min: 5, max: 70_000 }), (value, space, first, length) => {
        const rest = JSON.stringify(value, null, space).replace(LONG, long);
        const parts = [`"big":"${PICTURE}"`, `"a":${rest}`, `"b":[${rest},{"a":"x","b":${rest}}]`];
        const text = `{${(first ? parts : parts.toReversed()).join(',')}}`;
        const found = read(text, { changes }, 'text', length);
        const whole = JSON.parse(text);
        const differ = PATHS.filter(
          (path) =>
            found.as !== 'json' || JSON.stringify(valuesAt(found.json, path)) !== JSON.stringify(valuesAt(whole, path)),
        );
        expect(differ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('broken JSON never throws, and is no JSON where it is broken in what the write looks at', () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.constantFrom('', '"', '{', '}', ']', ',', ':', '\\', 'x'), (value, seed, put) => {
        const rest = JSON.stringify(value).replace(LONG, long);
        const text = `{"a":${rest},"b":[${rest}],"team":${rest}`;
        const at = seed % text.length;
        const broken = `${text.slice(0, at)}${put}${text.slice(at + 1)},"big":"${PICTURE}"}`;
        expect(['json', 'fields', 'text', 'unread']).toContain(read(broken, {}).as);
      }),
      { numRuns: 40 },
    );
    const broken = [
      `{"team":"x","big":"${PICTURE}`,
      `{"team":,"big":"${PICTURE}"}`,
      `{"big":"${PICTURE}"}}`,
      `{"big":"${PICTURE}",}`,
      `[${PICTURE}`,
    ];
    expect(broken.map((text) => read(text, {}).as)).toEqual(broken.map(() => 'text'));
  });

  it('more of it than may be parsed at once is unread', () => {
    const ids = `[${'1234567,'.repeat(200_000)}1]`;
    expect(read(`{"id":${ids}}`, {})).toEqual({ as: 'unread', why: 'too large' });
  });
});

describe('the page goes on while a long body is read', () => {
  it('in turns of some milliseconds', async () => {
    const text = `{"files":[${'{"a":[1,2],"b":"c"},'.repeat(150_000)}{}],"id":7,"team":"engineering"}`;
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 1);
    const found = understoodFor(body(text), [writeOf({})], false);
    expect(found).toBeInstanceOf(Promise);
    expect(await found).toEqual({ as: 'json', json: { id: 7, team: 'engineering' } });
    clearInterval(clock);
    expect(turns).toBeGreaterThan(3);
  });

  it('but for one that must have its answer now, and where it takes no time', () => {
    function* inTwo() {
      yield;
      return 1;
    }
    expect(inTurns(inTwo())).toBeInstanceOf(Promise);
    const text = `{"files":[${'{"a":[1,2],"b":"c"},'.repeat(150_000)}{}],"id":7}`;
    expect(understoodFor(body(text), [writeOf({})], true)).toEqual({ as: 'json', json: { id: 7 } });
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const little = understoodFor(body(`{"id":7,"big":"${PICTURE}"}`), [writeOf({})], false);
    vi.restoreAllMocks();
    expect(little).toEqual({ as: 'json', json: { id: 7 } });
  });
});
