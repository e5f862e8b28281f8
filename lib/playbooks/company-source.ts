import type { Playbook } from '../model/playbook';
import type { Policy } from '../model/policy';
import { COMPANY_KEY, keep, lookAgainAfter, readSubscription } from './subscription';

/** What the source that the policy names brought last. Nobody is asked: the company answers for it. */
export async function companySource({ playbooksUrl }: Policy): Promise<Playbook[]> {
  return playbooksUrl ? ((await readSubscription(COMPANY_KEY))?.inUse ?? []) : [];
}

/** Looks at the source where the last look is so long ago, or was at another one. What it brought before stays in force until it brings something else. */
export async function followCompanySource({ playbooksUrl: url }: Policy, age: number, now: number): Promise<void> {
  if (!url) return;
  const before = await readSubscription(COMPANY_KEY);
  if (before?.url !== url) {
    await keep({ url, playbooks: before?.playbooks ?? [], fetchedAt: 0, takenAt: now }, COMPANY_KEY);
    return lookAgainAfter(0, now, COMPANY_KEY);
  }
  await lookAgainAfter(age, now, COMPANY_KEY);
}
