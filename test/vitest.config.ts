// Two projects: `unit` runs on the sources; `repo` looks at the repository and at the finished builds, and so runs after them.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        // Gives the tests the extension's own imports, with a browser made for tests behind `wxt/browser`.
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/{unit,sites,desks,setup}/**/*.test.{ts,tsx}'],
          // A test that needs a document asks for one in its first line: // @vitest-environment jsdom
          environment: 'node',
          globalSetup: 'test/setup/wire-script.ts',
          // Half the processor time of a worker for each file, and as much its own world.
          pool: 'vmThreads',
          // A shared machine may stall for seconds; what measures time says so itself.
          testTimeout: 20_000,
        },
      },
      { root, test: { name: 'repo', include: ['test/repo/**/*.test.ts'], environment: 'node', testTimeout: 120_000 } },
    ],
  },
});
