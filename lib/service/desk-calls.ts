import type { Handlers } from '../messages/server';
import { DebugReport } from '../model/debug';
import { lookAgain, lookAtSource } from '../playbooks/subscription';
import { isOff } from '../settings/policy';
import { forgetWords } from '../store/directory';
import { allowDesk, hostsChanged, leaveDesk, refreshGates } from './hosts';
import { unmarkTab } from './icon';
import { record } from './record';
import { readTab } from './tab-state';
import { tellTab } from './tell';

type DeskCalls = Pick<
  Handlers,
  'desk/allow' | 'desk/remove' | 'playbooks/changed' | 'source/look' | 'source/again' | 'tab/look' | 'tab/reading'
>;

export const deskCalls: DeskCalls = {
  'desk/allow': allowDesk,

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
    await leaveDesk(origin);
    await forgetWords(origin);
    await record([{ kind: 'desk-removed', origin }], undefined, -1);
    await hostsChanged();
    return { ok: true };
  },
};
