import { pageOf } from '../capture/page';
import type { Lesson } from '../model/lesson';
import { pagePath } from './case-id';

/** The case that an address shows, by the address that was taught and the part of it that is the case's number; null where it is another page. */
export function caseAt({ url, caseId, kind }: Pick<Lesson, 'url' | 'caseId' | 'kind'>, address: string): string | null {
  const at = caseId === undefined ? null : pagePath(url, caseId);
  if (!at || new URL(url).origin !== new URL(address).origin) return null;
  const site = { id: '', pages: [{ id: '', ...at, kind }], ...NOTHING };
  return pageOf(site, address)?.ref?.id ?? null;
}

const NOTHING = { hosts: [], me: [], fields: [], directory: [], rows: [], caseUrl: {}, nobody: [], writes: [] };
