// A company's policy for a browser that a test starts, put where that browser looks for one and taken away after.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's Chromium reads policies here and nowhere else. */
const CHROMIUM = '/etc/chromium/policies/managed';
const GECKO_ID = 'baton@baton.example';

/** Whether this machine lets a test put a policy where Chromium reads it. */
export const mayPutPolicies = process.platform === 'linux' && process.getuid?.() === 0;

export interface Company {
  /** For Chromium: the folder of an extension that is this company's alone. */
  extensionDir: string;
  /** For Firefox: the home in which it looks. */
  home: string;
  remove(): Promise<void>;
}

/**
 * A copy of a build under an id of its own, with a policy for that id: policies of Chromium are the whole machine's, and other browsers with
 * Baton run beside. In: the built extension, and the policy.
 */
export async function companyFor(build: string, policy: object): Promise<Company> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'baton-company-')));
  const extensionDir = join(home, 'extension');
  await cp(build, extensionDir, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  delete manifest.key;
  await writeFile(join(extensionDir, 'manifest.json'), JSON.stringify(manifest));
  const file = join(CHROMIUM, `baton-test-${process.pid}.json`);
  // Also when this process ends before it is taken away.
  const clear = () => rmSync(file, { force: true });
  process.once('exit', clear);
  if (mayPutPolicies) {
    await mkdir(CHROMIUM, { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [idOf(extensionDir)]: policy } } }));
  }
  await putForFirefox(home, policy);
  return {
    extensionDir,
    home,
    remove: async () => {
      clear();
      process.off('exit', clear);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Firefox reads it in the home of whoever started it. */
async function putForFirefox(home: string, data: object): Promise<void> {
  const folder = join(home, '.mozilla', 'managed-storage');
  await mkdir(folder, { recursive: true });
  const manifest = { name: GECKO_ID, description: 'Baton', type: 'storage', data };
  await writeFile(join(folder, `${GECKO_ID}.json`), JSON.stringify(manifest));
}

/** The id that Chromium gives an extension without a key: made from where it lies, in letters from a to p. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
