import { browser } from 'wxt/browser';
import { mayUse } from '../model/policy';
import type { Desk } from '../model/settings';
import { type BakedDesk, hostPattern } from '../settings/desk-list';
import { readPolicy } from '../settings/policy';
import { changeSettings, readSettings } from '../settings/settings';
import { greetTab } from './greeting';
import { scriptsFor } from './scripts-for';
import { pingGate, takeOver } from './take-over';
import { tellTab } from './tell';

declare const __BATON_DESKS__: BakedDesk[];

/**
 * Makes the registered scripts equal to the desks that the person remembers and the browser allows. Registering succeeds without a
 * permission too, so the permission itself is asked. Returns the host patterns that were not running before.
 */
export function syncScripts(): Promise<string[]> {
  // One after the other: a start of the worker and the event that woke it both come here.
  const next = turn.then(sync);
  turn = next.catch(() => undefined);
  return next;
}

let turn: Promise<unknown> = Promise.resolve();

async function sync(): Promise<string[]> {
  const wanted = new Map(scriptsFor(await allowedDesks()).map((script) => [script.id, script]));
  const now = await browser.scripting.getRegisteredContentScripts();
  const same = (script: (typeof now)[number]) =>
    JSON.stringify(wanted.get(script.id)?.js) === JSON.stringify(script.js);
  const stale = now.filter((script) => !same(script)).map(({ id }) => id);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const running = new Set(now.filter(same).map(({ id }) => id));
  const fresh = [...wanted.values()].filter(({ id }) => !running.has(id));
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
  return [...new Set(fresh.flatMap(({ matches }) => matches))];
}

/** The desks whose host the browser allows now. */
export async function allowedDesks(): Promise<Desk[]> {
  const { desks } = await readSettings();
  const allowed = await Promise.all(
    desks.map(({ origin }) => browser.permissions.contains({ origins: [hostPattern(origin)] })),
  );
  return desks.filter((_, i) => allowed[i]);
}

/** Remembers the desks that the build brings; one that the person knows by another site stays as it is. */
export async function rememberBaked(): Promise<void> {
  const { policy } = await readPolicy();
  const missing = (desks: readonly Desk[]) =>
    __BATON_DESKS__.filter(
      ({ origin, site }) => mayUse(policy, origin, site) && !desks.some((desk) => desk.origin === origin),
    );
  // Every start of the worker comes by here: nothing is written, and nobody told, unless something is new.
  if (missing((await readSettings()).desks).length === 0) return;
  await changeSettings((settings) => ({ ...settings, desks: [...settings.desks, ...missing(settings.desks)] }));
}

/**
 * Open tabs of these hosts have no gate, or one that Baton's update left behind. Where the wire takes the fresh gate it goes on at once;
 * of the others, one where nothing was typed is loaded anew, and the rest are told.
 */
export async function startOpenTabs(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const desks = await allowedDesks();
  const tabs = await browser.tabs.query({ url: [...new Set(patterns)] });
  await Promise.all(
    tabs.map(({ id, url }) => {
      const desk = url && desks.find(({ origin }) => origin === new URL(url).origin);
      return id !== undefined && desk ? startTab(id, desk, desks) : undefined;
    }),
  );
}

async function startTab(tab: number, desk: Desk, desks: readonly Desk[]): Promise<void> {
  const gate = await pingGate(tab, desk);
  if (gate?.serves) return;
  try {
    // A gate that serves another desk of this host would not let a second one in.
    if (!gate && (await takeOver(tab, desk, desks))) return await greetTab(tab, desk.origin);
    const [typed] = await browser.scripting.executeScript({ target: { tabId: tab }, func: somethingTyped });
    if (!typed?.result) await browser.tabs.reload(tab);
    else {
      await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/overlay.js'] });
      await tellTab(tab, { tell: 'line', line: { key: 'line_reload', subs: [], tone: 'warn' } });
    }
  } catch {
    // A page that no script may touch (an error page, the browser's own): it starts when it is next loaded.
  }
}

/** Runs in the page: whether a person has put anything in that a reload would lose. */
function somethingTyped(): boolean {
  const changed = [...document.querySelectorAll('input, textarea, select')].some((control) => {
    if (control instanceof HTMLSelectElement)
      return (
        [...control.options].some((option) => option.selected !== option.defaultSelected) && control.selectedIndex > 0
      );
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false;
    return control.type === 'checkbox' || control.type === 'radio'
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue;
  });
  // What an editor held before the person came cannot be told: any text in one counts.
  return (
    changed ||
    [...document.querySelectorAll('[contenteditable]:not([contenteditable="false"])')].some(
      (editor) => (editor.textContent ?? '').trim() !== '',
    )
  );
}
