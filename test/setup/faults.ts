// `npm run faults`: lets every fault strike at every step and door, several times, in the real browser, and prints the fault table.
//   npm run faults -- [arguments of playwright test, such as -g "network gone"]     BATON_FAULT_TRIES: how often each, 3 unless told
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './places.ts';

const child = spawn(
  process.execPath,
  [
    join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    ...['--config', 'test/playwright.config.ts', '--project=practice', '--grep', '@fault'],
    `--reporter=list,${join(ROOT, 'test', 'setup', 'fault-table.ts')}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      BATON_WITHOUT_DESKS: '1',
      BATON_WITHOUT_FIREFOX: '1',
      BATON_WITHOUT_WINDOW: '1',
      BATON_FAULT_TRIES: process.env.BATON_FAULT_TRIES ?? '3',
    },
  },
);
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
