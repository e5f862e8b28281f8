// Firefox forgets to say that the page in one of Baton's frames is there to be spoken to (seen in ESR 153): this asks, and says it for Firefox.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Send } from './bidi.ts';

interface Realm {
  realm: string;
  origin: string;
  type: string;
  context?: string;
  sandbox?: string;
}

export interface Event {
  method?: string;
  params?: unknown;
}

/** In: how to ask Firefox, how to tell Playwright. Out: what to do with each event on its way: true, where it may go on. */
export function keepRealms(send: Send, tell: (event: Event) => void): (event: Event) => boolean {
  /** The realm of each tab's or frame's page, as far as Playwright was told. */
  const live = new Map<string, Realm>();

  const askFor = async (context: string) => {
    for (let tries = 0; tries < 20; tries++) {
      await sleep(50);
      if (live.has(context)) return;
      // A frame that is gone by now has none.
      const answer = await send<{ realms: Realm[] }>('script.getRealms', { context, type: 'window' }).catch(() => null);
      const own = answer?.realms.find((realm) => realm.sandbox === undefined);
      if (!own || live.has(context)) continue;
      live.set(context, own);
      tell({ method: 'script.realmCreated', params: own });
    }
  };

  return ({ method, params }) => {
    if (method === 'script.realmCreated') {
      const realm = params as Realm;
      if (!realm.context || realm.sandbox !== undefined) return true;
      // The empty page that a tab begins with may be reported only after the one that took its place.
      if (realm.origin === 'null' && (live.get(realm.context)?.origin ?? 'null') !== 'null') return false;
      live.set(realm.context, realm);
    }
    if (method === 'script.realmDestroyed') {
      const { realm } = params as Realm;
      for (const [context, known] of live) if (known.realm === realm) live.delete(context);
    }
    if (method === 'browsingContext.navigationCommitted') void askFor((params as { context: string }).context);
    return true;
  };
}
