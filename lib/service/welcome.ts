import { browser } from 'wxt/browser';
import { setsNothing } from '../model/policy';
import { isOff, readPolicy, watchPolicy } from '../settings/policy';
import { changeSettings, readSettings } from '../settings/settings';

/** Whether this build greets people: those for end-to-end tests do not. */
declare const __BATON_WELCOME__: boolean;

/** Opens the welcome once, when Baton was installed, and never after an update. Once it was opened it does not come again by itself. */
export async function greet({ reason }: { reason: string }): Promise<void> {
  if (!__BATON_WELCOME__ || reason !== 'install' || (await readSettings()).welcomed) return;
  await policyIsHere();
  if (await isOff('welcome')) return;
  await changeSettings((settings) => ({ ...settings, welcomed: true }));
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** So long an extension that was installed by force may wait for its policy, in milliseconds. */
const GIVEN_WITHIN = 8_000;

/** Chromium gives what it installs by force an empty policy for some seconds: until then nobody knows whether it is one. */
async function policyIsHere(): Promise<void> {
  if (!(await isForced()) || !setsNothing((await readPolicy()).policy)) return;
  await new Promise<void>((done) => {
    const stop = watchPolicy(done);
    setTimeout(() => {
      stop();
      done();
    }, GIVEN_WITHIN);
  });
}

async function isForced(): Promise<boolean> {
  try {
    return (await browser.management.getSelf()).installType === 'admin';
  } catch {
    return false;
  }
}
