// Temporary browser profiles, removed for certain.
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const profiles = new Set<string>();

// Also when this process ends before they are removed, as after a test that failed half-way.
process.once('exit', () => {
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
});

export async function makeProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'baton-profile-'));
  profiles.add(profile);
  return profile;
}

/** In: the profile, and whether its browser may still be ending: it then writes into the folder for a moment, and even makes it anew. */
export async function removeProfile(profile: string, stillEnding: boolean): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    // Windows and slow disks let go of files only after a moment.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    if (!stillEnding) break;
    await sleep(250);
    if (!existsSync(profile)) break;
  }
  profiles.delete(profile);
}
