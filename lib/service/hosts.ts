import { browser } from 'wxt/browser';
import type { Done } from '../messages/protocol';
import { mayUse } from '../model/policy';
import type { Desk } from '../model/settings';
import { hostPattern } from '../settings/desk-list';
import { inTurn } from '../settings/in-turn';
import { readPolicy } from '../settings/policy';
import { changeSettings, readSettings } from '../settings/settings';
import { isTaught } from '../settings/taught';
import { noteUnsure } from '../settings/unsure';
import { dropWish, grantedWishes, readWishes } from '../settings/wishes';
import { allowedDesks, startOpenTabs, syncScripts } from './desks';
import { noteGreeting } from './greeting';
import { endLessonsElsewhere } from './lessons';
import { record } from './record';
import { tellFrames } from './tell';

/** The sites that come with Baton, by id (`wxt.config.ts`). */
declare const __BATON_PARTS__: Record<string, string[]>;

/** A host was granted or taken away, or a desk came or went: scripts follow, open tabs are started or left, gates learn of it. */
export async function hostsChanged(): Promise<void> {
  await startHosts();
  await endLessonsElsewhere((await allowedDesks()).map(({ origin }) => origin));
  await refreshGates();
}

/** The worker starts: what was allowed while it slept is finished. Gates that run know all else already. */
export async function hostsAtStart(): Promise<void> {
  if ((await startHosts()).length > 0) await refreshGates();
}

/** The person allows a desk. In: what they asked for. Done again it changes nothing. */
export async function allowDesk(desk: Desk): Promise<Done> {
  const done = await inTurn('wishes', () => take(desk));
  await hostsChanged();
  return done;
}

/** Gates that run ask for what they judge from: settings, playbooks or hosts changed. Each speaks for its own address, in every frame. */
export async function refreshGates(): Promise<void> {
  await noteUnsure();
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : tellFrames(id, { tell: 'renew' }))));
}

async function startHosts(): Promise<Desk[]> {
  const fresh = await finishWishes();
  const patterns = await syncScripts();
  await startOpenTabs([...patterns, ...fresh.map(({ origin }) => hostPattern(origin))]);
  return fresh;
}

/**
 * Desks that a person asked for and whose host the browser allows are remembered from now on. Whichever page asked may be gone, closed by
 * the browser's prompt. Returns those desks.
 */
async function finishWishes(): Promise<Desk[]> {
  return inTurn('wishes', async () => {
    const fresh: Desk[] = [];
    for (const wish of await grantedWishes(Date.now())) {
      const { purpose } = wish;
      // A source is looked at by the page that shows what it brings.
      if (purpose.for !== 'desk') continue;
      const { origin, site } = purpose;
      if (!isTaught(site) && !Object.hasOwn(__BATON_PARTS__, site)) await dropWish(wish);
      else if ((await take({ origin, site })).ok) fresh.push({ origin, site });
    }
    return fresh;
  });
}

/** Remembers a desk. The wish is dropped last: whatever ends before that is done again at the next start. */
async function take({ origin, site }: Desk): Promise<Done> {
  const [wish] = (await readWishes([hostPattern(origin)], Date.now())).filter(
    ({ purpose }) => purpose.for === 'desk' && purpose.origin === origin && purpose.site === site,
  );
  const may = mayUse((await readPolicy()).policy, origin, site);
  if (may) {
    const known = (await readSettings()).desks.find((desk) => desk.origin === origin);
    if (wish || !known) await noteGreeting(origin);
    if (known?.site !== site)
      await changeSettings((settings) => ({
        ...settings,
        desks: [...settings.desks.filter((desk) => desk.origin !== origin), { origin, site }],
      }));
    if (wish || known?.site !== site) await record([{ kind: 'desk-allowed', origin, site }], undefined, -1);
  }
  if (wish) await dropWish(wish);
  return may ? { ok: true } : { ok: false, code: 'not-by-policy' };
}

/** A desk is taken away: what was asked for there counts no more. */
export async function leaveDesk(origin: string): Promise<void> {
  await inTurn('wishes', async () => {
    for (const wish of await readWishes([hostPattern(origin)], Date.now()))
      if (wish.purpose.for === 'desk' && wish.purpose.origin === origin) await dropWish(wish);
    await changeSettings((settings) => ({
      ...settings,
      desks: settings.desks.filter((desk) => desk.origin !== origin),
    }));
  });
}
