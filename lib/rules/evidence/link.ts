import type { Answer } from '../../model/handoff';
import type { Problem } from '../../model/verdict';
import { hasVisible } from '../plain-text';
import { textOf } from '../values';
import type { Of } from './kind';
import { isAtHost, readLink } from './link-address';

/** A web address, at one of the playbook's hosts where it names any. */
export function link(criterion: Of<'link'>, answer: Answer): Problem | null {
  const value = textOf(answer);
  if (!hasVisible(value)) return 'empty';
  const url = readLink(value);
  if (url === null) return 'not-a-link';
  const { hosts } = criterion;
  return hosts === undefined || hosts.some((host) => isAtHost(url, host)) ? null : 'wrong-host';
}
