// The wire as one script, made as the build makes it, for unit tests that run it in a window of their own.
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    wire: string;
  }
}

/** Before all unit tests: made here, for the bundler does not run where they do. */
export default async function provideWire(project: TestProject): Promise<void> {
  const entry = join(import.meta.dirname, '../../lib/gate/wire/install.ts');
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'wire' } },
  });
  const output = (Array.isArray(made) ? made[0] : made) as Rollup.RollupOutput;
  project.provide('wire', output.output[0].code);
}
