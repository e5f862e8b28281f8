// A browser that grants a host when Baton asks for it: one without a screen can ask nobody.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchWithExtension } from '../setup/browsers.ts';
import { BUILDS } from '../setup/places.ts';
import { type Baton, batonOf, expect } from './harness.ts';

/** Baton as it ships, in this profile. Its welcome, which comes once, is left: to the tests of a desk it would be a tab in the way. */
export async function launchShipped(profile: string, args: string[] = []): Promise<Baton> {
  const fresh = !existsSync(preferencesOf(profile));
  const baton = await launchWelcoming(profile, args);
  if (fresh) await (await welcomeOf(baton)).close();
  return baton;
}

/** The page that Baton opens when it was installed. */
export async function welcomeOf({ context }: Baton): Promise<Page> {
  const find = () => context.pages().find((page) => page.url().includes('/welcome.html'));
  await expect.poll(() => find() !== undefined, { message: 'the welcome' }).toBe(true);
  return find() as Page;
}

/** Baton as it ships, in this profile, with all that it opens by itself. */
export async function launchWelcoming(profile: string, args: string[] = []): Promise<Baton> {
  const launched = await launchWithExtension({
    extensionDir: BUILDS.chromium.extension,
    headless: true,
    viewport: { width: 1400, height: 900 },
    userDataDir: profile,
    args: ['--enable-unsafe-extension-debugging', ...args],
  });
  return batonOf(launched);
}

/**
 * Baton as it ships, in a profile that has granted this host before and taken it back: it grants it again without asking, and the
 * extension's own request runs as it does for people. `host` as the browser's pattern.
 */
export async function launchGranting(profile: string, host: string, args: string[] = []): Promise<Baton> {
  const first = await launchShipped(profile);
  await first.launched.close();
  const file = preferencesOf(profile);
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const extension = preferences.extensions.settings[first.launched.extensionId];
  const hosts = { api: [], manifest_permissions: [], scriptable_host: [], explicit_host: [host] };
  extension.granted_permissions = {
    ...extension.granted_permissions,
    explicit_host: [...(extension.granted_permissions?.explicit_host ?? []), host],
  };
  extension.runtime_granted_permissions = hosts;
  writeFileSync(file, JSON.stringify(preferences));
  return launchShipped(profile, args);
}

const preferencesOf = (profile: string) => join(profile, 'Default', 'Preferences');
