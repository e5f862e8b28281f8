import type { KeptAnswer, KeptOrder } from '../../components/panel/kept-text';
import type { RouteState } from '../../components/panel/route-list';
import { CallError, call } from '../../lib/messages/client';
import type { Done, PanelState, Trouble } from '../../lib/messages/protocol';
import type { SaveJob, SaveOutcome } from './save-queue';

/** What saving answers; with one case, the draft's revision after it. */
export type Saved = SaveOutcome & { revision?: number };

/** All that the panel asks of the background. */
export type Backend = {
  state(): Promise<{ state: PanelState | null; trouble?: Trouble | undefined }>;
  save(job: SaveJob): Promise<Saved>;
  send(): Promise<Done>;
  override(reason: string): Promise<Done>;
  misfire(): Promise<Done>;
  cancel(): Promise<Done>;
  hide(): Promise<Done>;
  held(to: string, missing: number): Promise<Done>;
  otherSide(): Promise<Done>;
  reading(): Promise<Done>;
  routes(set?: number): Promise<RouteState[]>;
  kept(order?: KeptOrder): Promise<KeptAnswer>;
};

/** A lost or silent background as a code that has a sentence. */
export function codeOf(error: unknown): { ok: false; code: string; detail?: string } {
  const detail = error instanceof Error ? { detail: error.message } : {};
  return {
    ok: false,
    code: error instanceof CallError && error.code === 'orphan' ? 'orphan' : 'unreachable',
    ...detail,
  };
}

const orCode = (answer: Promise<Done>): Promise<Done> => answer.catch(codeOf);

/** The background, for the frame that shows this nonce. */
export function backendFor(nonce: string): Backend {
  return {
    state: () => call('panel/state', { nonce }),
    save: async (job) => {
      try {
        if (!('reason' in job)) {
          const { criterion, answer } = job;
          const done = await call('draft/save', { nonce, keys: [...job.keys], criterion, answer });
          return done.ok ? done : refused(done);
        }
        const done = await call('draft/reason', { nonce, keys: [...job.keys], reason: job.reason });
        return done.ok ? { ok: true, at: Date.now() } : refused(done);
      } catch (error) {
        return codeOf(error);
      }
    },
    send: () => orCode(call('panel/send', { nonce })),
    override: (reason) => orCode(call('panel/override', { nonce, reason })),
    misfire: () => orCode(call('panel/misfire', { nonce })),
    cancel: () => orCode(call('panel/cancel', { nonce })),
    hide: () => orCode(call('panel/hide', { nonce })),
    held: (to, missing) => orCode(call('panel/held', { nonce, to: to.slice(0, 300), missing })),
    otherSide: () => orCode(call('panel/other-side', { nonce })),
    reading: () => orCode(call('panel/reading', { nonce })),
    // Who does not answer sets nothing: the person does.
    routes: (set) =>
      call('panel/routes', { nonce, ...(set === undefined ? {} : { set }) }).then(
        ({ routes }) => routes,
        () => [],
      ),
    kept: (order = {}) => call('panel/kept', { nonce, ...order }).catch(() => ({ kept: [] })),
  };
}

function refused(done: { code: string; detail?: string | undefined }): Saved {
  return { ok: false, code: done.code, ...(done.detail === undefined ? {} : { detail: done.detail }) };
}
