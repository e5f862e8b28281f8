import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILDS } from '../setup/places.ts';
import { built } from './files.ts';

// Frozen: what an extension may do is what people and stores judge it by. A change here is a decision, not a detail.
const EVERY_BUILD = {
  manifest_version: 3,
  permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab'],
  optional_host_permissions: ['*://*/*'],
  incognito: 'not_allowed',
};
const WEB_PAGES = ['http:', 'https:', '<all_urls>', '*://', 'file:', 'ftp:'];

describe.each(['chromium', 'firefox'] as const)('what Baton may do (%s)', (build) => {
  const manifest = JSON.parse(built(build, 'manifest.json').toString());

  it('is what it asks for at install, and no more', () => {
    expect(manifest).toMatchObject(EVERY_BUILD);
    expect(manifest.optional_permissions).toBeUndefined();
  });

  it('no host until the person allows one', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.permissions.filter((one: string) => WEB_PAGES.some((part) => one.includes(part)))).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('its pages load nothing from elsewhere', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    const rules = Object.fromEntries(
      policy.split(';').map((rule) => [rule.trim().split(' ')[0], rule.trim().split(' ').slice(1).join(' ')]),
    );
    expect(rules).toEqual({
      'default-src': "'self'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data:",
      'connect-src': 'https:',
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('lets the background alone ask anybody anything: each page forbids itself to', () => {
    const pages = readdirSync(BUILDS[build].extension).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages)
      expect(built(build, page).toString(), page).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="connect-src 'none'"/,
      );
  });

  it('pages see the panel, and the frame that leads who teaches one', () => {
    const seen = manifest.web_accessible_resources.flatMap(({ resources }: { resources: string[] }) => resources);
    expect(seen).toEqual(['panel.html', 'lesson.html']);
  });
});
