import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CallIn, CallName, CallOut, TabMessage } from '../../../lib/messages/protocol';
import type { From } from '../../../lib/messages/server';
import type { CaseHandoff, Change } from '../../../lib/model/attempt';
import type { CaseRef, CaseSnapshot } from '../../../lib/model/case';
import type { Handoff } from '../../../lib/model/handoff';
import type { Playbook } from '../../../lib/model/playbook';
import type { Sight } from '../../../lib/overlay/seen';
import { listener } from '../../../lib/service/listener';
import { savePlaybook } from '../../../lib/store/playbooks';
import { inStore } from '../../../lib/store/store';
import { freshStore } from '../store/fixtures';

export const DESK = 'https://desk.example';
export const TAB = 7;
export const NONCE = 'n'.repeat(32);
export const ref = (id = '1'): CaseRef => ({ origin: DESK, kind: 'ticket', id });

/** A playbook with one thing to write. */
export function playbook(more: Partial<Playbook> = {}): Playbook {
  return {
    id: 'small',
    version: 1,
    name: 'Small',
    because: 'Because.',
    trigger: { kinds: ['ticket'], any: [{ field: 'team', to: ['Small team'] }] },
    reason: {
      question: 'Why?',
      choices: [
        { id: 'defect', label: 'A defect' },
        { id: 'question', label: 'A question' },
      ],
      implied: [{ when: { not: { reason: ['question'] } }, choice: 'defect' }],
    },
    receiver: { team: 'Small team' },
    closedBy: 'sender',
    exit: [{ id: 'ask', kind: 'text', label: 'The ask', why: 'Because.', level: 'block', min: 5 }],
    entry: [],
    onMissing: 'override',
    acceptWithinMinutes: 60,
    ...more,
  };
}

export const moves = (from: string | null = 'Support', to = 'Small team'): Change => ({
  field: 'team',
  to: { label: to },
  ...(from === null ? {} : { from: { label: from } }),
});
export const handing = (id = '1', changes = [moves()], of = 'small'): CaseHandoff => ({
  ref: ref(id),
  playbook: of,
  changes,
});

export function snapshot(values: Record<string, string>, more: Partial<CaseSnapshot> = {}): CaseSnapshot {
  return {
    ref: ref(),
    site: 'practice',
    url: `${DESK}/case/1`,
    fields: Object.entries(values).map(([field, value]) => ({ field, value, certainty: 'certain', where: field })),
    entries: [],
    attachments: [],
    health: { light: 'green', missing: [] },
    seenAt: Date.now(),
    ...more,
  };
}

export const page: From = { kind: 'page', tab: TAB, frame: 0, url: `${DESK}/case/1` };
export const panel: From = { kind: 'panel', tab: TAB, frame: 3, url: 'chrome-extension://baton/panel.html' };

/**
 * An empty database, empty storage, and pages that hear: `told` keeps what they were told, `went` is what a gate answers when it is
 * told to let go (undefined: nobody answers), `sees` what an overlay answers when it is asked whether the panel is seen, `there` whether there is one:
 * without, it comes where it is injected.
 */
export async function newWorld(...playbooks: Playbook[]) {
  fakeBrowser.reset();
  await freshStore();
  for (const one of playbooks) await savePlaybook(one, { who: '', why: '', now: 0 });
  const told: TabMessage[] = [];
  const gate = { went: true as boolean | undefined };
  const overlay = { sees: 'seen' as Sight | undefined, there: true };
  const news: unknown[] = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (_tab: number, message: TabMessage) => {
    if (!('tell' in message)) return void news.push(message);
    if (message.tell === 'seen') return overlay.sees && { sees: overlay.sees };
    const forOverlay = ['prepare', 'show-panel', 'line'].includes(message.tell);
    if (forOverlay && !overlay.there) return undefined;
    told.push(message);
    if (forOverlay) return { heard: true };
    if (message.tell !== 'let-go') return undefined;
    if (gate.went === undefined) throw new Error('nobody listens');
    return { went: gate.went };
  }) as never);
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: TAB, url: `${DESK}/case/1` }] as never);
  // News goes to panels by the tab or by the runtime, as the browser needs it.
  Object.assign(browser.runtime, { sendMessage: async (message: unknown) => void news.push(message) });
  const executed = vi.fn(async () => {
    overlay.there = true;
    return [] as unknown[];
  });
  // The browser allows every host, and nobody asked for one.
  const permissions = { contains: async () => true, getAll: async () => ({ origins: [] }) };
  Object.assign(browser, { scripting: { executeScript: executed }, permissions });
  return { told, gate, overlay, news, executed, tells: () => told.map(({ tell }) => tell) };
}

export const events = () => inStore((db) => db.events.orderBy('seq').toArray());
export const kinds = async () => (await events()).map(({ kind }) => kind);
export const handoffs = () => inStore((db) => db.handoffs.toArray() as Promise<Handoff[]>);

type Heard = { [N in CallName]: (input: CallIn<N>, from: From) => Promise<CallOut<N>> };

/** Says a message to the background by the listener that the browser calls, as this sender: `heard['panel/send']({ nonce }, panel)`. Throws where it is refused. */
export const heard = new Proxy({} as Heard, {
  get:
    (_, call) =>
    async (input: unknown, { kind, tab, frame, url, page }: From) => {
      const { id } = browser.runtime;
      const own = browser.runtime.getURL(`/${kind}.html` as '/panel.html');
      const where = kind === 'panel' || kind === 'lesson' ? { url: own, frameId: 3 } : { url, frameId: frame };
      const facts =
        kind === 'extension' ? { url: browser.runtime.getURL('/popup.html') } : { ...where, tab: { id: tab } };
      const answer = await listener()({ call, input }, { id, documentId: page, ...facts });
      if (answer && 'ok' in answer) return answer.ok;
      throw new Error(answer?.refused ?? `${String(call)}: nobody listens`);
    },
});
