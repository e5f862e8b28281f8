import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import '../lib/rules/re2';
import { watchSubscription } from '../lib/playbooks/subscription';
import { rememberBaked } from '../lib/service/desks';
import { endHoldsOf } from '../lib/service/hold';
import { hostsAtStart, hostsChanged, refreshGates } from '../lib/service/hosts';
import { tabClosed } from '../lib/service/landing';
import { dropLesson } from '../lib/service/lessons';
import { listener } from '../lib/service/listener';
import { forgetLeft, practiceClosed } from '../lib/service/practice';
import { startedAnew, sweep } from '../lib/service/sweep';
import { forgetTab } from '../lib/service/tab-state';
import { greet } from '../lib/service/welcome';
import { watchOwn } from '../lib/settings/own-sites';
import { watchPolicy } from '../lib/settings/policy';
import { watchSettings } from '../lib/settings/settings';
import { noteUnsure } from '../lib/settings/unsure';

export default defineBackground(() => {
  // Every listener is there before the first await: an event wakes the worker only for those.
  browser.runtime.onMessage.addListener(listener());
  // A gate holds a port open while it keeps something: each beat on it keeps the worker awake.
  browser.runtime.onConnect.addListener((port) => port.onMessage.addListener(() => {}));
  browser.permissions.onAdded.addListener(() => void hostsChanged());
  browser.permissions.onRemoved.addListener(() => void hostsChanged());
  browser.tabs.onRemoved.addListener((tab) => {
    void Promise.allSettled([practiceClosed(tab), endHoldsOf(tab)]).finally(() => forgetTab(tab));
    void dropLesson(tab);
    void tabClosed(tab).catch(() => undefined);
  });
  browser.runtime.onInstalled.addListener((installed) => {
    void begin();
    void greet(installed).catch(() => undefined);
  });
  browser.runtime.onStartup.addListener(() => void begin());
  browser.alarms.onAlarm.addListener(() => void sweep());
  watchSettings(() => void refreshGates());
  watchOwn(() => void refreshGates());
  watchSubscription(() => void refreshGates());
  // Desks may have come or gone with it, and what is older than it lets be kept goes.
  watchPolicy(() => void hostsChanged().then(() => sweep()));
  void begin();
});

let begun: Promise<void> | null = null;

/** Makes scripts equal to hosts, and settles what an earlier life left open. Once per life of the worker. */
function begin(): Promise<void> {
  begun ??= (async () => {
    const anew = startedAnew();
    forgetLeft(anew);
    await noteUnsure();
    await rememberBaked();
    await hostsAtStart();
    // Made anew at every start it would never come round.
    if (!(await browser.alarms.get('sweep'))) await browser.alarms.create('sweep', { periodInMinutes: 5 });
    await sweep(await anew);
  })();
  return begun;
}
