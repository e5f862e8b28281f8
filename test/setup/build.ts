// Builds of the extension: as shipped, for end-to-end tests, for `npm start`.
//   node test/setup/build.ts <chromium | firefox | e2e | start>   builds it, whether or not it is up to date
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS, type BuildName, ROOT } from './places.ts';
import { type Ran, runTool } from './run.ts';

/** What a build is made of. A change in any of these makes it out of date. */
const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package.json', 'package-lock.json'];

/** Builds; on success leaves a stamp of its sources beside the result. */
export async function buildExtension(name: BuildName): Promise<Ran> {
  const { out, browser, desks, welcome, extension } = BUILDS[name];
  const digest = sourcesDigest(name);
  const how = { BATON_OUT: out, BATON_DESKS: desks, BATON_WELCOME: welcome ? '1' : '0' };
  const ran = await runTool('wxt', ['build', '-b', browser, '--mv3'], how);
  if (ran.code !== 0) return ran;
  if (!existsSync(join(extension, 'manifest.json'))) {
    return { code: 1, output: `${ran.output}\nThe build said it went well, but ${extension} holds no manifest.json.` };
  }
  writeFileSync(stampPath(name), digest);
  return ran;
}

/** Builds only when the sources changed since the last build. Throws with the build's words when it fails. */
export async function ensureBuild(name: BuildName): Promise<'up to date' | 'built'> {
  if (isUpToDate(name)) return 'up to date';
  const { code, output } = await buildExtension(name);
  if (code !== 0) throw new Error(`The extension could not be built (${name}):\n${output}`);
  return 'built';
}

export function isUpToDate(name: BuildName): boolean {
  if (!existsSync(join(BUILDS[name].extension, 'manifest.json')) || !existsSync(stampPath(name))) return false;
  return readFileSync(stampPath(name), 'utf8') === sourcesDigest(name);
}

function stampPath(name: BuildName): string {
  return join(ROOT, BUILDS[name].out, `.sources-${BUILDS[name].browser}`);
}

function sourcesDigest(name: BuildName): string {
  const hash = createHash('sha256').update(JSON.stringify([BUILDS[name].desks, BUILDS[name].welcome]));
  for (const path of SOURCES.flatMap(filesUnder)) hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

/** In: a file or folder of the project, which may be missing. Out: its files, in a fixed order. */
function filesUnder(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

if (import.meta.main) {
  const name = process.argv[2] ?? '';
  if (!(name in BUILDS)) {
    console.error(`Say which build: ${Object.keys(BUILDS).join(', ')}`);
    process.exit(1);
  }
  const { code, output } = await buildExtension(name as BuildName);
  console.log(output.trim());
  process.exit(code);
}
