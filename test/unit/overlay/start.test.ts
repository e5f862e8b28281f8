// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GateFace, shared } from '../../../lib/gate/shared';
import type { CaseHandoff } from '../../../lib/model/attempt';
import type { CaseSnapshot } from '../../../lib/model/case';
import { readWhenIdle } from '../../../lib/overlay/reader';
import { startOverlay } from '../../../lib/overlay/start';
import { practice } from '../gate/attempts';
import { withTopLayer } from './with-top-layer';

vi.mock('../../../lib/overlay/reader', () => ({ pageWords: () => ({}), readWhenIdle: vi.fn() }));

const ref = { origin: 'https://desk.example', kind: 'ticket' as const, id: '104' };
const snapshot: CaseSnapshot = {
  ref,
  site: 'practice',
  url: 'https://desk.example/case/104',
  fields: [],
  entries: [],
  attachments: [],
  health: { light: 'green', missing: [] },
  seenAt: 1,
};
const handoff: CaseHandoff = { ref, playbook: 'support-to-engineering', changes: [] };
const sent: string[] = [];
const told = () => sent.filter((name) => name === 'case/seen').length;
/** A reading of the page while the person goes on typing, so that it waits to be told. */
const read = () => void vi.mocked(readWhenIdle).mock.calls[0]?.[3](snapshot, true, () => true);

beforeEach(() => {
  sent.length = 0;
  withTopLayer();
  vi.useFakeTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'baton',
      onMessage: { addListener: () => {} },
      sendMessage: async ({ call }: { call: string }) => {
        sent.push(call);
        return { ok: { line: null, drafts: [] } };
      },
    },
    i18n: { getMessage: (key: string) => key },
  });
  vi.mocked(readWhenIdle).mockReturnValue({ now() {}, last: null, shown: () => null } as never);
  shared().gate = { site: () => practice, held: () => [], learn: () => {} } as unknown as GateFace;
  startOverlay();
  read();
});
afterEach(() => {
  // The overlay of one test still listens on the window in the next: nothing of it may wait to be told.
  dispatchEvent(new Event('pagehide'));
  delete shared().overlay;
  delete shared().gate;
  vi.mocked(readWhenIdle).mockReset();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what was read while somebody types', () => {
  it('waits, also where nothing is held any more', async () => {
    shared().overlay?.expect();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told()).toBe(0);
  });

  it('is told at a hold, which is judged by it', () => {
    shared().overlay?.expect([handoff]);
    expect(told()).toBe(1);
  });

  it('is told when the page goes', () => {
    dispatchEvent(new Event('pagehide'));
    expect(told()).toBe(1);
  });
});
