import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOf, hasAll, isHost, matchPath, queryOf } from '../../../lib/capture/address';

describe('a path that matches a pattern', () => {
  it.each<[string, string, Record<string, string> | null]>([
    ['/case/:id', '/case/104', { id: '104' }],
    ['/case/:id', '/case/104/', { id: '104' }],
    ['/case/:id/details', '/case/a%20b/details', { id: 'a b' }],
    ['/', '/', {}],
    ['/case/:id', '/case', null],
    ['/case/:id', '/case/', null],
    ['/case/:id', '/case/104/details', null],
    ['/case/:id', '/x/case/104', null],
    ['/case/:id', '/cases/104', null],
    ['/case/:id', '/Case/104', null],
    ['/case/:id', '/case%2F104', null],
    ['/', '/anything', null],
    ['/tickets/:#id', '/tickets/104', { id: '104' }],
    ['/tickets/:#id', '/tickets/new', null],
    ['/tickets/:#id.json', '/tickets/104.json', { id: '104' }],
    ['/tickets/:#id.json', '/tickets/104xjson', null],
    ['/cases(:id)', '/cases(8-4)', { id: '8-4' }],
    ['/inbox/*/conversation/:#id', '/inbox/team/7/conversation/104', { id: '104' }],
    ['/inbox/*/conversation/:#id', '/inbox/conversation/104', { id: '104' }],
    ['/inbox/*/conversation/:#id', '/inboxes/conversation/104', null],
    ['/r/:id/view/*', '/r/500/view', { id: '500' }],
    ['/r/:id/view/*', '/r/500/view/a/b', { id: '500' }],
  ])('%s on %s', (pattern, path, params) => expect(matchPath(pattern, path)).toEqual(params));

  it('may stand under the installation’s own path, at its end and nowhere else', () => {
    const at = (path: string) => matchPath('/Ticket/Display.html', path, true);
    expect(at('/Ticket/Display.html')).toEqual({});
    expect(at('/rt/Ticket/Display.html')).toEqual({});
    expect(at('/a/b/Ticket/Display.html')).toEqual({});
    for (const path of ['/Ticket/Display.html/x', '/Ticket/x/Display.html', '/NotTicket/Display.html', '/Display.html'])
      expect(at(path)).toBeNull();
  });

  it('the base is what stands before it', () => {
    expect(baseOf('/Ticket/Display.html', '/a/b/Ticket/Display.html')).toBe('/a/b');
    expect(baseOf('/Ticket/Display.html', '/Ticket/Display.html')).toBe('');
    expect(baseOf('/Ticket/Display.html', '/elsewhere')).toBeNull();
  });

  const path = fc.oneof(
    fc.webPath(),
    fc.string({ unit: 'binary' }).map((text) => `/${text}`),
    fc
      .array(fc.constantFrom('case', '..', '.', '', '%', '%ff', '%2f', '104', ':id', '\0'), { maxLength: 6 })
      .map((parts) => `/${parts.join('/')}`),
  );

  it('never throws, whatever the path', () => {
    fc.assert(
      fc.property(path, fc.boolean(), (hostile, anyBase) => {
        matchPath('/case/:id/details', hostile, anyBase);
        matchPath('/', hostile, anyBase);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives back what was put into it, and matches nothing that is longer or shorter', () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one !== '.' && one !== '..');
    fc.assert(
      fc.property(id, (one) => {
        const { pathname } = new URL(`https://desk.example/case/${encodeURIComponent(one)}/details`);
        expect(matchPath('/case/:id/details', pathname)).toEqual({ id: one });
        expect(matchPath('/case/:id/details', `${pathname}/more`)).toBeNull();
        expect(matchPath('/case/:id/details', `/base${pathname}`)).toBeNull();
        expect(matchPath('/case/:id/details', `/base${pathname}`, true)).toEqual({ id: one });
        expect(matchPath('/case/:id', pathname)).toBeNull();
      }),
    );
  });

  it('only one that is segment for segment the pattern’s own', () => {
    fc.assert(
      fc.property(path, (other) => {
        const params = matchPath('/Ticket/Display.html', other);
        if (params) expect(other.split('/').filter(Boolean)).toEqual(['Ticket', 'Display.html']);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the parameters of an address', () => {
  const query = (search: string) => Object.fromEntries(queryOf(new URL(`https://rt.example/x${search}`)));

  it('are parted by & and by ;', () => {
    expect(query('?Action=Take;id=5')).toEqual({ Action: ['Take'], id: ['5'] });
    expect(query('?id=5&id=6&q=a%3Bb')).toEqual({ id: ['5', '6'], q: ['a;b'] });
    expect(query('')).toEqual({});
  });

  it('never throw, and keep a name that every object has', () => {
    expect(query('?__proto__=1&constructor=2')).toHaveProperty('constructor', ['2']);
    fc.assert(fc.property(fc.webQueryParameters({ size: 'medium' }), (search) => void query(`?${search}`)));
  });
});

describe('what must be there', () => {
  const have = (name: string) => ({ Action: ['Take', 'x'], empty: [] })[name];
  it.each<[Record<string, string[]> | undefined, boolean]>([
    [undefined, true],
    [{}, true],
    [{ Action: ['Steal', 'Take'] }, true],
    [{ Action: [] }, true],
    [{ Action: ['Steal'] }, false],
    [{ Action: ['Take'], other: [] }, false],
    [{ empty: [] }, false],
  ])('%j', (wanted, there) => expect(hasAll(wanted, have)).toBe(there));
});

describe('a host', () => {
  it.each<[string, string, boolean]>([
    ['desk.example', 'desk.example', true],
    ['desk.example', 'deskxexample', false],
    ['desk.example', 'desk.example:8080', false],
    ['desk.example:8080', 'desk.example:8080', true],
    ['*.desk.example', 'acme.desk.example', true],
    ['*.desk.example', 'desk.example', false],
    ['*.desk.example', 'a.b.desk.example', false],
    ['*.desk.example', 'acme.desk.example.evil.example', false],
    ['api-*.desk.example', 'api-eu-1.desk.example', true],
    ['api-*.desk.example', 'api-eu.1.desk.example', false],
  ])('%s and %s: %s', (name, host, same) => {
    expect(isHost(name, host)).toBe(same);
  });
});
