// The first step of every command: makes node_modules equal to the lock file, then runs the command on the pinned Node.
// Plain JavaScript without dependencies, so that it runs on Node 18 and later on a fresh clone with nothing installed.
//   node test/setup/bootstrap.mjs <start | test | check | holes | faults | sites | playbooks | new:site | bench> [arguments of that command]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const onWindows = process.platform === 'win32';
const binFolder = join(root, 'node_modules', '.bin');

/** What each command runs. */
const commands = {
  start: ['test/setup/start.ts'],
  test: ['test/setup/run-all.ts'],
  holes: ['test/setup/holes.ts'],
  faults: ['test/setup/faults.ts'],
  sites: ['test/setup/sites.ts'],
  playbooks: ['test/setup/playbooks.ts'],
  'new:site': ['test/setup/new-site.ts'],
  check: ['test/setup/run-all.ts', '--only', 'types,lint,unit'],
  bench: ['test/bench/run.ts'],
};

/**
 * Is what is installed what the lock file asks for?
 * In: the `packages` of package-lock.json and of npm's own record, node_modules/.package-lock.json (undefined: none).
 * Out: undefined when equal, else the first difference in words. Optional packages may be absent: most are for other machines.
 */
export function firstDifference(wanted, installed) {
  if (!installed) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found) {
      if (entry.optional || entry.devOptional) continue;
      return `${path} is not installed`;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity)
      return `${path} is ${found.version}, not ${entry.version}`;
  }
  for (const path of Object.keys(installed)) if (!wanted[path]) return `${path} is installed but not in the lock file`;
  return undefined;
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Ends with the reason and what to do. */
function giveUp(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** This process's environment with another PATH. In: what to make of the folders on it. (On Windows it may be called Path.) */
function environmentWithPath(change) {
  const env = { ...process.env };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = change((env[key] ?? '').split(delimiter)).join(delimiter);
  return env;
}

/** The environment for npm itself: without node_modules/.bin, whose Node is deleted while npm installs. */
function environmentOutsideModules() {
  const env = environmentWithPath((folders) =>
    folders.filter((folder) => !folder.startsWith(join(root, 'node_modules'))),
  );
  // `npm test` hands its own Node on to npm inside; that one may be the one being replaced.
  delete env.npm_node_execpath;
  delete env.NODE;
  return env;
}

function npm(args) {
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: onWindows, env: environmentOutsideModules() });
}

function install() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted)
    giveUp(
      'package-lock.json is missing or no JSON: take it from the repository again (git checkout package-lock.json).',
    );
  const difference = firstDifference(wanted, readPackages(join(root, 'node_modules', '.package-lock.json')));
  if (!difference) return;
  console.log(`Installing packages (${difference}) …`);
  const done = npm(['ci', '--no-audit', '--no-fund']);
  if (done.error)
    giveUp(
      `npm could not be run (${done.error.message}). Install Node.js with npm, from version 20 on, and try again.`,
    );
  if (done.status !== 0) {
    giveUp(
      'npm ci failed; its words are above. What to do:\n' +
        '  - no network, or a registry that refuses: try again where npm can reach its registry (npm ping);\n' +
        '  - "package.json and package-lock.json are not in sync": run npm install, and commit package-lock.json;\n' +
        '  - files in use or not yours: close what uses node_modules, delete that folder, and try again.',
    );
  }
}

/** Out: the path of the Node to run on: the pinned one, or this one where it is as new. */
function findNode() {
  const pinned = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  // npm was told not to run install scripts (ignore-scripts, or not approved): the one of the package `node` brings the program.
  npm(['rebuild', 'node', '--ignore-scripts=false']);
  if (existsSync(pinned)) return pinned;
  const wanted = Number(
    readPackages(join(root, 'package-lock.json'))?.['node_modules/node']?.version?.split('.')[0] ?? 24,
  );
  if (Number(process.versions.node.split('.')[0]) >= wanted) {
    console.log(`The pinned Node is not there; going on with Node ${process.versions.node}.`);
    return process.execPath;
  }
  return giveUp(
    `Node ${wanted} is needed and this is Node ${process.versions.node}. The package "node" brings it, but its install script did not run.\n` +
      'What to do, one of:\n' +
      '  npm install-scripts approve node && npm rebuild node     (npm 11.19 or later)\n' +
      '  npm rebuild node --ignore-scripts=false                  (where ignore-scripts is set)\n' +
      `  install Node ${wanted} on this machine, and run the same command again`,
  );
}

function run(command, args) {
  const node = findNode();
  // What the command starts in turn (wxt, vitest, …) shall run on the same Node.
  const env = environmentWithPath((folders) => [dirname(node), binFolder, ...folders]);
  const child = spawn(node, [...commands[command], ...args], { cwd: root, stdio: 'inherit', env });
  // Ctrl+C reaches the child by itself: this one only waits for it to end cleanly.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) =>
    giveUp(`${node} could not be run: ${error.message}. Delete node_modules and try again.`),
  );
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

const calledDirectly = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (calledDirectly) {
  const [command = '', ...args] = process.argv.slice(2);
  if (!(command in commands))
    giveUp(`Say what to run: node test/setup/bootstrap.mjs ${Object.keys(commands).join(' | ')}`);
  install();
  run(command, args);
}
