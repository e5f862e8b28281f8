import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetPolicy } from '../../../lib/settings/policy';

/** Gives the browser a policy in the place of the one before; all who watch hear of it. */
export async function setPolicy(policy: Record<string, unknown>): Promise<void> {
  const { managed } = fakeBrowser.storage;
  await managed.clear();
  await managed.set(policy);
  forgetPolicy();
}
