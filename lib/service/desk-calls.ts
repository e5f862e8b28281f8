import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/server';
import { DebugReport } from '../model/debug';
import { mayUse } from '../model/policy';
import { isPractice } from '../model/practice';
import { lookAgain, lookAtSource } from '../playbooks/subscription';
import { isOff, readPolicy } from '../settings/policy';
import { changeSettings, readSettings } from '../settings/settings';
import { noteUnsure } from '../settings/unsure';
import { forgetWords } from '../store/directory';
import { startOpenTabs, syncScripts } from './desks';
import { gateMemory } from './gate-memory';
import { unmarkTab } from './icon';
import { record } from './record';
import { readTab } from './tab-state';
import { tellTab } from './tell';

type DeskCalls = Pick<
  Handlers,
  'desk/allow' | 'desk/remove' | 'playbooks/changed' | 'source/look' | 'source/again' | 'tab/look' | 'tab/reading'
>;

export const deskCalls: DeskCalls = {
  async 'desk/allow'({ origin, site }) {
    if (!mayUse((await readPolicy()).policy, origin, site)) return { ok: false, code: 'not-by-policy' };
    await changeSettings((settings) => ({
      ...settings,
      desks: [...settings.desks.filter((desk) => desk.origin !== origin), { origin, site }],
    }));
    await record([{ kind: 'desk-allowed', origin, site }], undefined, -1);
    // The browser may have granted the host before: then nothing else will start the desk.
    await hostsChanged();
    return { ok: true };
  },

  async 'tab/look'({ tab }) {
    const { health, mark } = await readTab(tab);
    if (mark) await unmarkTab(tab);
    return { health: health ?? null, mark: mark ?? null };
  },

  async 'tab/reading'({ tab }) {
    const answer = await tellTab<{ report: unknown }>(tab, { tell: 'reading' });
    const { data } = DebugReport.safeParse(answer?.report);
    return { report: data ?? null };
  },

  async 'playbooks/changed'() {
    await refreshGates();
    return { ok: true };
  },

  async 'source/look'({ url }) {
    return (await isOff('subscribe')) ? { ok: false, problem: { why: 'refused' } } : lookAtSource(url);
  },

  async 'source/again'() {
    await lookAgain(Date.now());
    return {};
  },

  async 'desk/remove'({ origin }) {
    await changeSettings((settings) => ({
      ...settings,
      desks: settings.desks.filter((desk) => desk.origin !== origin),
    }));
    await forgetWords(origin);
    await record([{ kind: 'desk-removed', origin }], undefined, -1);
    await hostsChanged();
    return { ok: true };
  },
};

/** A host was granted or taken away, or a desk was added or removed: scripts follow, and open tabs are started. */
export async function hostsChanged(): Promise<void> {
  await startOpenTabs(await syncScripts());
  await refreshGates();
}

/** Gates that run learn what changed in the settings or playbooks. */
export async function refreshGates(): Promise<void> {
  await noteUnsure();
  const { desks } = await readSettings();
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url = '' }) => {
      // Of a tab that Baton may not look at any more nobody knows which desk it was: with no desk left it is none.
      const origin = judged(url) ? new URL(url).origin : desks.length === 0 ? 'https://nowhere.invalid' : undefined;
      if (id !== undefined && origin) await tellTab(id, { tell: 'memory', memory: await gateMemory(origin) });
    }),
  );
}

const judged = (url: string) => /^https?:/.test(url) || isPractice({ origin: url });
