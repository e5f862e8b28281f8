import { browser } from 'wxt/browser';
import type { PingAnswer } from '../messages/protocol';
import type { Desk } from '../model/settings';
import { hostPattern } from '../settings/desk-list';
import { handoverKey } from './handover-key';
import { fileOf, scriptsFor } from './scripts-for';
import { tellTab } from './tell';

/** Asks the gate of a tab's page whether it serves this desk, and whether the page's wire has it. Undefined where no gate runs. */
export function pingGate(tab: number, { origin, site }: Desk): Promise<PingAnswer | undefined> {
  return tellTab<PingAnswer>(tab, { tell: 'ping', origin, site: fileOf(site) });
}

/**
 * Gives a page that was open during an update its gate back, without loading it anew: the wire is there for as long as the document,
 * and takes the fresh gate's element. False where the page has no wire, or one that was never told the key: it must be loaded anew.
 */
export async function takeOver(tab: number, desk: Desk, desks: readonly Desk[]): Promise<boolean> {
  const frames = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: () => self.origin,
  });
  await Promise.all(frames.map(({ frameId, result }) => startFrame(tab, frameId, result as string, desks)));
  return (await pingGate(tab, desk))?.wired ?? false;
}

async function startFrame(tab: number, frame: number, origin: string, desks: readonly Desk[]): Promise<void> {
  if (!desks.some((desk) => desk.origin === origin)) return;
  const [gate] = scriptsFor(desks.filter((desk) => hostPattern(desk.origin) === hostPattern(origin)));
  if (!gate) return;
  const target = { tabId: tab, frameIds: [frame] };
  await browser.scripting.executeScript({ target, func: putKey, args: [await handoverKey(tab, frame)] });
  await browser.scripting.executeScript({ target, files: gate.js.map((file) => `/${file}` as '/gate.js') });
}

/** Runs in the frame, in Baton's own world, before the gate. */
function putKey(key: string): void {
  const world = globalThis as { __baton?: { sites: unknown[]; key?: string } };
  world.__baton ??= { sites: [] };
  world.__baton.key = key;
}
