import { browser } from 'wxt/browser';
import { type Feature, NO_POLICY, type PolicyRead } from '../model/policy';
import { policyFrom } from './policy-parts';

/** What was read last: it is asked at every press, and to check a hundred playbooks takes a while. */
let last: Promise<PolicyRead> | null = null;

/** The company's policy and what is broken in it; nothing where there is none. Never rejects. Read once in the life of a page or worker, and when it changes. */
export function readPolicy(): Promise<PolicyRead> {
  last ??= read();
  return last;
}

/** Calls back when the policy changes. Firefox does not always say so: there a worker learns of it at its next start. Returns how to stop. */
export function watchPolicy(heard: () => void): () => void {
  const listener = (_: unknown, area: string): void => {
    if (area !== 'managed') return;
    forgetPolicy();
    heard();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The next one who asks reads it anew. */
export function forgetPolicy(): void {
  last = null;
}

/** Whether the company switched this off. */
export async function isOff(feature: Feature): Promise<boolean> {
  return (await readPolicy()).policy.off.features.includes(feature);
}

/** Firefox refuses to read a policy where there is none; Chromium gives an empty one, and in the first seconds of an installation by force too. */
async function read(): Promise<PolicyRead> {
  try {
    browser.storage.onChanged.addListener(changed);
    return policyFrom(await browser.storage.managed.get(null));
  } catch {
    return { policy: NO_POLICY, broken: [] };
  }
}

function changed(_: unknown, area: string): void {
  if (area === 'managed') forgetPolicy();
}
