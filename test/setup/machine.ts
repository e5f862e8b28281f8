// What this machine is, as far as the tests must know, and what can be installed on it.
import { readFileSync } from 'node:fs';
import { run } from './run.ts';

export interface Machine {
  debian: boolean;
  root: boolean;
  /** CI is set: nothing may be skipped. */
  ci: boolean;
}

export function thisMachine(): Machine {
  return { debian: isDebian(), root: process.getuid?.() === 0, ci: isSet(process.env.CI) };
}

/** Is an environment variable of the yes-or-no kind on? */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no'].includes(value.toLowerCase());
}

/** Debian itself: its relatives bring Chromium as a snap, which cannot load an unpacked extension, or no Request Tracker 5. */
function isDebian(): boolean {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Which of these Debian packages are not installed? */
export async function missingPackages(names: string[]): Promise<string[]> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own way of naming a field
  const format = '-f=${db:Status-Status}';
  const asked = await Promise.all(names.map((name) => run('dpkg-query', ['-W', format, name])));
  return names.filter((_, index) => asked[index]?.code !== 0 || asked[index]?.output.trim() !== 'installed');
}

/** Installs Debian packages as root. Throws with apt's last words when it cannot. */
export async function installPackages(names: string[]): Promise<void> {
  const apt = ['-y', '-o', 'DPkg::Lock::Timeout=500'];
  for (const args of [
    [...apt, 'update'],
    [...apt, 'install', '--no-install-recommends', ...names],
  ]) {
    const { code, output } = await run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
    if (code !== 0)
      throw new Error(
        `apt-get ${args.at(3)} failed (${names.join(' ')}):\n${output.split('\n').slice(-15).join('\n')}`,
      );
  }
}
