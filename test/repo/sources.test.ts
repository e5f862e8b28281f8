import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../setup/places.ts';
import { places, projectFiles, text } from './files.ts';

const SOURCES = /^(lib|components|entrypoints)\/.*\.tsx?$/;
const TESTS = /^test\/.*\.(test|spec)\.tsx?$/;
/** Holds made-up violations of its own rules. */
const HERE = 'test/repo/sources.test.ts';
const made = (content: string) => () => content;

describe('the sources', () => {
  const HTML =
    /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|createContextualFragment|DOMParser|\.srcdoc\b|parseFromString/;
  it('make no HTML from text', () => {
    expect(places(projectFiles(SOURCES), HTML)).toEqual([]);
    expect(places(['x.ts'], HTML, made('a\nelement.innerHTML = text'))).toEqual(['x.ts:2: element.innerHTML = text']);
  });

  it('no file is longer than three hundred lines', () => {
    const long = projectFiles(SOURCES).filter((file) => text(file).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  const MACHINE = /(^|[\s"'`(=:])\/(work|root|tmp|home)\//;
  it('name no path of one machine', () => {
    const files = projectFiles(/\.(tsx?|mjs|js|json|ya?ml|md|css|html|sh|pl|pm)$|^\.ci\//).filter(
      (file) => file !== 'package-lock.json' && file !== HERE,
    );
    expect(places(files, MACHINE)).toEqual([]);
    expect(places(['x'], MACHINE, made("cd '/tmp/x'"))).toHaveLength(1);
    expect(places(['x'], MACHINE, made('https://desk.example/root/x'))).toEqual([]);
  });
});

describe('the tests', () => {
  const LEFT_OUT = /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fails|fixme)\b|\bxit\(|\bfit\(/;
  it('run, all of them', () => {
    expect(
      places(
        projectFiles(TESTS).filter((file) => file !== HERE),
        LEFT_OUT,
      ),
    ).toEqual([]);
    for (const line of ['it.only(', 'describe.skip(', 'test.describe.skip(', 'it.each.skip('])
      expect(places(['x'], LEFT_OUT, made(line))).toHaveLength(1);
  });

  it('and the sources hold no note of what is still to do', () => {
    const NOTE = new RegExp(
      `\\/[/*].*\\b(${['TO', 'FIX', 'XX', 'HA'].map((start, i) => start + ['DO', 'ME', 'X', 'CK'][i]).join('|')})\\b`,
    );
    expect(places(projectFiles(/^(lib|components|entrypoints|test)\/.*\.(tsx?|mjs|js)$/), NOTE)).toEqual([]);
    expect(places(['x'], NOTE, made(`// ${'TO'}${'DO'}: later`))).toHaveLength(1);
  });
});

/** Words in a component that are written there, instead of in the locale files: text between tags, and attributes that are read out. */
function literalWords(code: string): string[] {
  const found: string[] = [];
  const SHOWN = ['title', 'placeholder', 'alt', 'aria-label', 'aria-description', 'label'];
  const letters = (value: unknown) => typeof value === 'string' && /\p{L}/u.test(value);
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, value, name } = node as { type?: string; value?: unknown; name?: { value?: string } };
    if (type === 'JSXText' && letters(value)) found.push(String(value).trim());
    if (type === 'JSXAttribute' && SHOWN.includes(name?.value ?? '')) {
      const literal =
        (value as { type?: string; value?: unknown } | null)?.type === 'StringLiteral' &&
        (value as { value: unknown }).value;
      if (letters(literal)) found.push(String(literal));
    }
    if (type === 'JSXExpressionContainer') {
      const { expression } = node as { expression?: { type?: string; value?: unknown } };
      if (expression?.type === 'StringLiteral' && letters(expression.value)) found.push(String(expression.value));
    }
    for (const inner of Object.values(node)) walk(inner);
  };
  walk(parseSync(code, { syntax: 'typescript', tsx: true }).body);
  return found;
}

describe('what a person reads', () => {
  it('stands in the locale files, not in components', () => {
    const found = projectFiles(/^(components|entrypoints)\/.*\.tsx$/).flatMap((file) =>
      literalWords(text(file)).map((words) => `${file}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['<p>Hand over</p>', ['Hand over']],
    ['<b title="Close">×</b>', ['Close']],
    ["<b>{'Hand over'}</b>", ['Hand over']],
    ['<b className="x" id="y">{say("key")} · 5</b>', []],
  ])('%s', (code, words) => expect(literalWords(`const x = ${code};`)).toEqual(words));
});

describe('packages', () => {
  const manifest = JSON.parse(text('package.json')) as Record<string, Record<string, string>>;
  it('are pinned to one version each', () => {
    for (const group of ['dependencies', 'devDependencies', 'overrides'])
      for (const [name, version] of Object.entries(manifest[group] ?? {}))
        expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it('are what the lock file says', () => {
    const { packages } = createRequire(import.meta.url)(join(ROOT, 'package-lock.json')) as {
      packages: Record<string, { version: string }>;
    };
    for (const group of ['dependencies', 'devDependencies'])
      for (const [name, version] of Object.entries(manifest[group] ?? {}))
        expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  });
});

describe('the maps of the code', () => {
  const named = (map: string, folder: string) => new RegExp(`\\b${folder}\\b`).test(map);
  it.each(['lib/README.md'])('%s names every folder of lib', (map) => {
    const folders = [...new Set(projectFiles(/^lib\/[^/]+\//).map((file) => file.split('/')[1] ?? ''))];
    const table = text(map);
    expect(folders.filter((folder) => !named(table, folder))).toEqual([]);
  });

  it('README.md leads to it', () => {
    expect(text('README.md')).toContain('lib/README.md');
  });
});
