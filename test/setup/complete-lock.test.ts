import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingEntries, platformOf } from './complete-lock.ts';
import { ROOT } from './places.ts';

describe('the lock file', () => {
  it('is complete for all platforms (if not: node test/setup/complete-lock.ts)', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    expect(Object.keys(missingEntries(packages))).toEqual([]);
  });

  it('gets the optional packages it lacks, marked for their platform', () => {
    const packages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: { '@tool/linux-x64-gnu': '1.2.3', '@tool/darwin-arm64': '1.2.3' },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '1.2.3' },
    };
    expect(missingEntries(packages)).toEqual({
      'node_modules/@tool/darwin-arm64': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
      },
    });
  });

  it('finds a package nested under the one that wants it', () => {
    const packages = {
      'node_modules/a/node_modules/tool': { optionalDependencies: { '@tool/win32-x64': '1.0.0' } },
      'node_modules/a/node_modules/@tool/win32-x64': { version: '1.0.0' },
    };
    expect(missingEntries(packages)).toEqual({});
  });

  it.each([
    ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@rollup/rollup-linux-riscv64-musl', { os: ['linux'], cpu: ['riscv64'], libc: ['musl'] }],
    ['@rollup/rollup-win32-x64-gnu', { os: ['win32'], cpu: ['x64'] }],
  ])('reads the platform from %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it('does not guess where a name tells no platform', () => {
    expect(() => platformOf('fsevents')).toThrow('fsevents');
  });
});
