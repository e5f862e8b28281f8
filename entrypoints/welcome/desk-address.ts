import { isHost } from '../../lib/capture/address';
import type { Site } from '../../lib/model/site';

/** A desk's address as it is asked for, or why what was written is none: no address of the web, or no address of that desk. */
export type DeskAddress = { ok: true; origin: string } | { ok: false; why: 'no-address' | 'not-there' };

/** In: what a person wrote, and the hosts of the desk, where they are known. A company's own name alone is enough where the rest is fixed. */
export function deskAddress(written: string, hosts: readonly string[] = []): DeskAddress {
  const url = urlOf(written.trim(), hosts);
  if (!url) return { ok: false, why: 'no-address' };
  if (hosts.length > 0 && !hosts.some((name) => isHost(name, url.host))) return { ok: false, why: 'not-there' };
  return { ok: true, origin: url.origin };
}

function urlOf(text: string, hosts: readonly string[]): URL | null {
  const [first = ''] = hosts;
  const named = /^[a-z0-9-]+$/i.test(text) && first.startsWith('*.') ? first.replace('*', text) : text;
  const whole = /^[a-z]+:\/\//i.test(named) ? named : `https://${named}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const web = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  // A single word is a machine of the company's own network only where the address says that it is one.
  const told = whole === named || url.hostname.includes('.') || url.hostname === 'localhost';
  return web && told ? url : null;
}

/** The site that describes a desk that nobody chose from the list: by its host, else the one for desks that nobody described. */
export function siteAt(origin: string, sites: readonly Site[]): Site | undefined {
  const { host } = new URL(origin);
  return sites.find(({ hosts }) => hosts.some((name) => isHost(name, host))) ?? sites.find(({ generic }) => generic);
}
