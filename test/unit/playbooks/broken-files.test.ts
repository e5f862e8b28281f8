import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../lib/rules/re2';
import { readPlaybookFile, writePlaybookFile } from '../../../lib/playbooks/file';
import { contains, isPattern } from '../../../lib/rules/patterns';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { cpuTime } from '../cpu-time';

/** A file is read, or refused, in less than this, in milliseconds; a stalled machine is given more tries. */
const LIMIT = 50;
const good = writePlaybookFile(builtInPlaybooks);
/** One playbook alone: what is changed in it is found sooner. */
const small = writePlaybookFile(builtInPlaybooks.slice(0, 1));

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Every place in the value, as the names on the way to it. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const inner = Array.isArray(value)
    ? [...value.entries()]
    : value && typeof value === 'object'
      ? Object.entries(value)
      : [];
  return [path, ...inner.flatMap(([name, part]) => places(part, [...path, name]))];
}

function changed(text: string, path: readonly (string | number)[], make: (before: Json) => Json | undefined): string {
  const root = { root: JSON.parse(text) as Json };
  const at = ['root', ...path];
  let holder: Record<string | number, Json> = root;
  for (const name of at.slice(0, -1)) holder = holder[name] as Record<string | number, Json>;
  const last = at.at(-1) as string | number;
  const next = make(holder[last] as Json);
  if (next !== undefined) holder[last] = next;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return JSON.stringify(root.root);
}

const HOSTILE: Json[] = [
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '\u202e\u0000\ud800',
  '{{process.exit()}}',
  '(a+)+$',
  'a'.repeat(100_000),
  '\\',
  "'; DROP TABLE playbooks; --",
];
/** Patterns made to run away in engines that go back; most are fine here, none may take long. */
const RUNAWAYS = [
  '(a+)+$',
  '(a|aa)*b',
  '(.*)*x',
  '((a{100}){100}){100}',
  '(?:a?){200}a{200}',
  '[',
  '(?<=a)b',
  '\\1',
  '(x+x+)+y',
  'a{1000}{1000}',
];
const WRONG: Json[] = [null, true, 0, -1, 1.5, 1e308, '', 'x', [], {}, [[]], [null], { $ref: '#' }];

const anyPlace = fc.constantFrom(...places(JSON.parse(small)));
const mutants: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(anyPlace, fc.constantFrom(...WRONG)).map(([path, value]) => changed(small, path, () => value)),
  },
  {
    weight: 2,
    arbitrary: anyPlace.filter((path) => path.length > 0).map((path) => changed(small, path, () => undefined)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anyPlace, fc.constantFrom(...HOSTILE))
      .map(([path, value]) => changed(small, path, () => value)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...RUNAWAYS).map(withPattern) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }).map((depth) => deep(depth)) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 60 })
      .map((times) => changed(small, ['playbooks'], (list) => Array(times).fill((list as Json[])[0]) as Json[])),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(small.length), fc.nat(40))
      .map(([at, length]) => small.slice(0, at) + small.slice(at + length)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(small.length), fc.string({ unit: 'binary', maxLength: 20 }))
      .map(([at, text]) => small.slice(0, at) + text + small.slice(at)),
  },
  { weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 2_000_000 })
      .map((length) => `{"baton":"playbooks","x":"${'é'.repeat(length)}"}`),
  },
);

function withPattern(matches: string): string {
  return changed(small, ['playbooks', 0, 'exit', 1], () => ({
    id: 'form',
    kind: 'text',
    label: 'Form',
    why: 'Because.',
    level: 'block',
    pattern: { matches, example: 'aaaa' },
  }));
}

function deep(depth: number): string {
  return small.replace(
    '"exit": [',
    `"exit": [{"id":"deep","kind":"team","label":"x","why":"x","level":"block","when":${'{"not":'.repeat(depth)}{"reason":["a"]}${'}'.repeat(depth)}},`,
  );
}

function timed(text: string) {
  const begun = cpuTime();
  const read = readPlaybookFile(text);
  return { read, took: cpuTime() - begun };
}

describe('a thousand broken playbook files', () => {
  it('are each refused with a reason in under fifty milliseconds, or accepted and equal to themselves', () => {
    let [refused, accepted] = [0, 0];
    const reasons = new Map<string, number>();
    fc.assert(
      fc.property(mutants, (text) => {
        let { read, took } = timed(text);
        for (let again = 0; took >= LIMIT && again < 10; again += 1) ({ read, took } = timed(text));
        expect(took).toBeLessThan(LIMIT);
        if (!read.ok) {
          refused += 1;
          reasons.set(read.why, (reasons.get(read.why) ?? 0) + 1);
          // Whoever mends it is led to the place, where there is one.
          if (read.why === 'broken' || read.why === 'unsound') expect(read.line).toBeGreaterThan(0);
          if (read.why === 'broken') expect(read.detail).not.toBe('');
          return;
        }
        accepted += 1;
        const again = readPlaybookFile(writePlaybookFile(read.playbooks));
        expect(again).toEqual(read);
      }),
      { numRuns: 1_000 },
    );
    console.log(
      `${refused} refused (${[...reasons].map(([why, n]) => `${why} ${n}`).join(', ')}), ${accepted} accepted and equal`,
    );
    expect(refused + accepted).toBe(1_000);
    // Mutations of good ones that hit nothing, and mutations that hit: both are among them.
    expect(refused).toBeGreaterThan(500);
    expect(accepted).toBeGreaterThan(10);
  }, 120_000);

  it('hold patterns made to run away, and a long text is looked through all the same', () => {
    const text = 'a'.repeat(20_000);
    const patterns = RUNAWAYS.filter(isPattern);
    expect(patterns.length).toBeGreaterThan(4);
    for (const pattern of patterns) {
      const begun = cpuTime();
      contains(text, pattern);
      expect(cpuTime() - begun, pattern).toBeLessThan(1_000);
    }
  });
});

describe('a playbook file', () => {
  it('reads what it wrote, and says of another why not', () => {
    expect(readPlaybookFile(good)).toEqual({ ok: true, playbooks: builtInPlaybooks });
    expect(readPlaybookFile('{\n "baton": "playbooks",\n oops }')).toEqual({
      ok: false,
      why: 'not-json',
      line: 3,
      detail: expect.any(String),
    });
    expect(readPlaybookFile('{"baton":"site","version":1}')).toEqual({ ok: false, why: 'not-playbooks' });
    expect(readPlaybookFile(changed(small, ['version'], () => 2))).toEqual({ ok: false, why: 'newer' });
    expect(readPlaybookFile('x'.repeat(300_000))).toEqual({ ok: false, why: 'too-big' });
    expect(readPlaybookFile(deep(40))).toEqual({ ok: false, why: 'too-deep' });
  });

  it('names the line and the part that is wrong', () => {
    const wrong = small.replace('"level": "block"', '"level": "must"');
    const line = wrong.split('\n').findIndex((one) => one.includes('"must"')) + 1;
    expect(readPlaybookFile(wrong)).toMatchObject({ ok: false, why: 'broken', line, at: 'playbooks.0.exit.0.level' });
  });

  it('is refused with two playbooks of one id, or one that cannot work', () => {
    const twice = changed(small, ['playbooks'], (list) => [...(list as Json[]), ...(list as Json[])]);
    expect(readPlaybookFile(twice)).toMatchObject({ ok: false, why: 'twice', at: 'playbooks.1.id' });
    const same = changed(small, ['playbooks', 0, 'exit'], (list) => [...(list as Json[]), (list as Json[])[0] as Json]);
    expect(readPlaybookFile(same)).toMatchObject({ ok: false, why: 'unsound', detail: 'duplicate-criterion:severity' });
    expect(readPlaybookFile(withPattern('('))).toMatchObject({ ok: false, why: 'unsound', detail: 'no-pattern:form' });
  });
});
