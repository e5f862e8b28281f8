import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../setup/places.ts';
import { projectFiles } from './files.ts';
import { brokenImports, LIB_FOLDERS } from './import-rules.ts';

describe('imports', () => {
  it('run one way', async () => {
    const { broken, modules } = await brokenImports(ROOT);
    expect(broken).toEqual([]);
    // All of the sources were looked at.
    expect(modules).toBeGreaterThan(projectFiles(/^(lib|components|entrypoints)\/.*\.tsx?$/).length - 1);
  });

  it('every folder of lib has its rule', () => {
    const folders = new Set(projectFiles(/^lib\/[^/]+\//).map((file) => file.split('/')[1]));
    expect([...folders].sort()).toEqual([...LIB_FOLDERS].sort());
  });
});

/** Imports that break a rule, each in a project of its own, and the rule that must say so. */
const VIOLATIONS: [string, string, string][] = [
  ['lib/model/a.ts', "import '../rules/b';", 'not-in-allowed'],
  ['lib/rules/a.ts', "import '../store/b';", 'not-in-allowed'],
  ['lib/rules/a.ts', "import 'dexie';", 'not-in-allowed'],
  ['lib/sites/one/site.ts', "import type { B } from '../two/b';", 'not-in-allowed'],
  ['lib/sites/one/site.ts', "import '../../model/b';", 'sites-are-data'],
  ['lib/capture/a.ts', "import '../gate/b';", 'not-in-allowed'],
  ['lib/capture/a.ts', "import { b } from '../model/b';", 'schemas-stay-out-of-pages'],
  ['lib/gate/a.ts', "import { b } from '../model/b';", 'schemas-stay-out-of-pages'],
  ['lib/gate/a.ts', "import { b } from '../messages/protocol';", 'the-protocol-stays-out-of-pages'],
  ['lib/gate/a.ts', "import '../overlay/b';", 'not-in-allowed'],
  ['lib/gate/a.ts', "import '../audit/b';", 'not-in-allowed'],
  ['lib/overlay/a.ts', "import '../gate/gate';", 'not-in-allowed'],
  ['lib/overlay/a.ts', "import '../rules/b';", 'not-in-allowed'],
  ['lib/overlay/a.ts', "import { b } from '../messages/server';", 'the-protocol-stays-out-of-pages'],
  ['lib/overlay/a.ts', "import 'react';", 'not-in-allowed'],
  ['lib/messages/a.ts', "import '../store/b';", 'not-in-allowed'],
  ['lib/store/a.ts', "import '../settings/b';", 'not-in-allowed'],
  ['lib/settings/a.ts', "import '../store/b';", 'not-in-allowed'],
  ['lib/service/a.ts', "import '../gate/b';", 'not-in-allowed'],
  ['lib/audit/a.ts', "import '../store/b';", 'not-in-allowed'],
  ['lib/words/a.ts', "import '../model/b';", 'not-in-allowed'],
  ['lib/gate/a.ts', "import '../../entrypoints/b';", 'not-in-allowed'],
  ['lib/gate/a.ts', "export const late = () => import('../store/b');", 'not-in-allowed'],
  ['components/panel/a.tsx', "import '../../lib/store/b';", 'not-in-allowed'],
  ['components/panel/a.tsx', "import '../../entrypoints/b';", 'not-in-allowed'],
  ['components/panel/a.tsx', "import '../../lib/service/b';", 'service-is-the-background'],
  ['entrypoints/popup/a.ts', "import '../panel/b';", 'not-in-allowed'],
  ['entrypoints/popup/a.ts', "import '../../lib/service/b';", 'service-is-the-background'],
  ['entrypoints/gate.ts', "import '../lib/rules/b';", 'page-scripts-only-start'],
  [
    'entrypoints/gate.ts',
    "import '../lib/gate/a'; // @ lib/gate/a.ts: import '../rules/c'; @ lib/rules/c.ts: import 'zod';",
    'no-weight-in-pages',
  ],
  [
    'entrypoints/overlay.ts',
    "import '../lib/overlay/a'; // @ lib/overlay/a.ts: import '../words/c'; @ lib/words/c.ts: import '../store/b';",
    'no-store-in-pages',
  ],
];

describe('a rule that is broken is seen', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-imports-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A project with a file `b` in every folder, and what the case adds. */
  function project(name: string, files: Record<string, string>): string {
    const root = join(folder, name);
    const every: Record<string, string> = Object.fromEntries([
      ...LIB_FOLDERS.map((one) => [`lib/${one}/b.ts`, 'export const b = 1;']),
      ['lib/gate/gate.ts', 'export const b = 1;'],
      ['lib/messages/protocol.ts', 'export const b = 1;'],
      ['lib/messages/server.ts', 'export const b = 1;'],
      ['lib/sites/two/b.ts', 'export type B = 1;'],
      ['components/b.tsx', 'export const b = 1;'],
      ['entrypoints/b.ts', 'export const b = 1;'],
      ['entrypoints/panel/b.ts', 'export const b = 1;'],
      ...['zod', 'dexie', 'react'].flatMap((one) => [
        [`node_modules/${one}/package.json`, JSON.stringify({ name: one, main: 'index.js' })],
        [`node_modules/${one}/index.js`, 'export const b = 1;'],
      ]),
    ]);
    for (const [path, content] of Object.entries({ ...every, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `${content}\n`);
    }
    return root;
  }

  it.each(VIOLATIONS.map((one, i) => [i, ...one] as const))('%i %s: %s', async (i, path, content, rule) => {
    const [own = '', ...others] = content.split(' @ ').map((part) => part.replace(/\/\/$/, '').replace(/^\/\/ /, ''));
    const more = others.map((part) => part.split(': ') as [string, string]);
    const root = project(`v${i}`, { ...Object.fromEntries(more), [path]: own });
    const { broken } = await brokenImports(root);
    expect(broken.map((line) => line.split(':')[0])).toContain(rule);
  });

  it('and a project that keeps them all is clean', async () => {
    const root = project('clean', {
      'lib/gate/a.ts':
        "import type { b } from '../model/b'; import { c } from '../model/case-key'; import '../rules/b'; export { c, b };",
      'lib/model/case-key.ts': 'export const c = 1;',
      'lib/model/b.ts': "import 'zod'; export type b = 1;",
      'entrypoints/gate.ts': "import '../lib/gate/a';",
      'entrypoints/background.ts': "import '../lib/service/b';",
    });
    expect((await brokenImports(root)).broken).toEqual([]);
  });
});
