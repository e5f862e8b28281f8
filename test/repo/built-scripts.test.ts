import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites/all.ts';
import { built } from './files.ts';

const BUILT = ['chromium', 'firefox'] as const;
const SITES = [...sites.map(({ id }) => id), 'practice-inside'].map((id) => `sites/${id}.js`);
const IN_PAGE = [
  'wire.js',
  'gate.js',
  'graphql.js',
  'controls.js',
  'picked.js',
  'generic.js',
  'overlay.js',
  'teach.js',
  ...SITES,
];

/** What gives away that something has no business in a desk's page. */
const GIVEAWAYS: Record<string, RegExp> = {
  zod: /ZodError|_zod\b|invalid_union|z\.strictObject/,
  react: /Minified React error|react\.(transitional\.)?element|react\.dev\/errors/,
  dexie: /Dexie/,
  'the polyfill': /webextension-polyfill|wrappedSendMessageCallback|sendMessage\(\) without|"api-metadata"/,
  'code from text': /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(/,
  'HTML from text': /\.(inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|DOMParser|document\.write/,
};
const givenAway = (script: string) => Object.keys(GIVEAWAYS).filter((name) => GIVEAWAYS[name]?.test(script));

describe.each(BUILT)('what runs in a desk’s page (%s)', (build) => {
  it.each(IN_PAGE)('%s brings nothing that has no business there', (file) => {
    expect(givenAway(built(build, file).toString())).toEqual([]);
  });
});

describe('the giveaways', () => {
  it.each([
    ['zod', 'class ZodError extends Error{}'],
    ['zod', 'e._zod.run()'],
    ['react', 'Error("Minified React error #1")'],
    ['dexie', 'class Dexie{}'],
    ['the polyfill', 'const wrappedSendMessageCallback=1'],
    ['code from text', 'x=eval("1")'],
    ['code from text', 'x=new Function("a")'],
    ['code from text', 'x=Function("a")'],
    ['HTML from text', 'e.innerHTML=t'],
    ['HTML from text', 'new DOMParser'],
  ])('%s shows in %s', (name, script) => expect(givenAway(script)).toContain(name));

  it('all show in scripts that do hold them', () => {
    const background = built('chromium', 'background.js').toString();
    expect(givenAway(background)).toEqual(expect.arrayContaining(['zod', 'dexie']));
    expect(
      givenAway(
        panelFiles('chromium')
          .map(({ code }) => code)
          .join('\n'),
      ),
    ).toContain('react');
  });
});

const kB = 1024;
/** Alarms, not budgets: what a person can feel is held by `npm run bench`. A script that passes one of these has taken in something that it should not. */
describe('sizes: minified, raw', () => {
  it.each<[string, number]>([
    ['wire.js', 16 * kB],
    ['gate.js', 72 * kB],
    // On desks that need them alone.
    ['graphql.js', 16 * kB],
    ['controls.js', 16 * kB],
    ['picked.js', 16 * kB],
    ['generic.js', 32 * kB],
    ['overlay.js', 60 * kB],
    // While a person teaches a page alone.
    ['teach.js', 32 * kB],
    ...SITES.map((file): [string, number] => [file, 16 * kB]),
  ])('%s is at most %i bytes', (file, limit) => {
    for (const build of BUILT) {
      const size = built(build, file).length;
      console.log(`${build} ${file}: ${size} of ${limit} bytes`);
      expect(size).toBeLessThanOrEqual(limit);
    }
  });
});

type Part = { file: string; code: string; raw: number; gzip: number };

/** The panel's page: its HTML and everything that loads with it; not what comes later, when a playbook asks for it. */
function panelFiles(build: (typeof BUILT)[number]): Part[] {
  const parts = new Map<string, Part>();
  const add = (file: string): void => {
    if (parts.has(file)) return;
    const bytes = built(build, file);
    const code = bytes.toString();
    parts.set(file, { file, code, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });
    if (file.endsWith('.html')) for (const [, url] of code.matchAll(/(?:src|href)="\/([^"]+)"/g)) add(url ?? '');
    if (file.endsWith('.js'))
      for (const [, url] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) add(`chunks/${url}`);
  };
  add('panel.html');
  return [...parts.values()];
}
const sum = (parts: readonly Part[]) => ({
  raw: parts.reduce((all, { raw }) => all + raw, 0),
  gzip: parts.reduce((all, { gzip }) => all + gzip, 0),
});

describe('the panel’s page', () => {
  const isReact = ({ code }: Part) => GIVEAWAYS['react']?.test(code) ?? false;

  it.each(BUILT)('keeps to its size (%s)', (build) => {
    const parts = panelFiles(build);
    const [react, ours, all] = [sum(parts.filter(isReact)), sum(parts.filter((part) => !isReact(part))), sum(parts)];
    const inBoth = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB (${(bytes / kB).toFixed(1)} of 1,024)`;
    for (const [name, { raw, gzip }] of Object.entries({ react, ours, all }))
      console.log(`${build} panel, ${name}: ${inBoth(raw)} raw, ${inBoth(gzip)} gzip`);
    expect(parts.filter(isReact)).toHaveLength(1);
    expect(parts.filter(({ file }) => file.endsWith('.css'))).toHaveLength(1);
    expect(all.raw).toBeLessThanOrEqual(420 * kB);
  });
});
