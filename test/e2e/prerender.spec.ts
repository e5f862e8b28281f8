// The browser makes the next page ready while something is held on this one. It says and takes nothing until somebody enters it, and then it
// has a tab, a reading and outcomes of its own.
import { test as base } from '@playwright/test';
import { ensureBrowser } from '../setup/browsers.ts';
import { BUILDS } from '../setup/places.ts';
import { startTabBrowser, type Tab, type TabBrowser, type Target } from '../setup/tab-debugger.ts';
import { overlayBy } from './closed-root.ts';
import { addRow, type Baton, expect, PRACTICE_URL, practiceDesk, recordsOf, resetDesk, states } from './practice.ts';

const test = base.extend<{ browserOfTabs: TabBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  browserOfTabs: async ({}, use, info) => {
    // Others take an unpacked extension over Playwright's own line alone.
    info.skip((await ensureBrowser()).loading !== 'flag', 'needs Chromium or Chrome for Testing');
    await resetDesk();
    const browser = await startTabBrowser(BUILDS.e2e.extension);
    await use(browser);
    await browser.close();
  },
});

const overlay = async (tab: Tab) => overlayBy((await tab.page()) as never);
const at = (id: number) => `${PRACTICE_URL}/case/${id}`;

/** Case 1 once Baton has read it. The desk's policy against scripts in its pages does not count here. */
async function openFirst(browser: TabBrowser): Promise<Tab> {
  const tab = await browser.openTab();
  const page = await tab.page();
  await page.send('Page.setBypassCSP', { enabled: true });
  await page.send('Page.navigate', { url: at(1) });
  await expect.poll(() => page.run(() => document.querySelectorAll('baton-overlay').length)).toBe(1);
  return tab;
}

/** Has the browser make a page ready, as it does for an address that somebody begins to write. Out: that page, once it has loaded. */
async function makeReady(tab: Tab, url: string): Promise<Target> {
  const page = await tab.page();
  await page.run((ahead) => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [ahead], eagerness: 'immediate' }] });
    document.head.append(rules);
  }, url);
  const look = async () => {
    const ahead = await tab.ahead();
    return ahead?.run(() => `${'prerendering' in document && document.prerendering} ${document.readyState}`);
  };
  await expect.poll(() => look().catch(String)).toBe('true complete');
  return (await tab.ahead()) as Target;
}

/** Hands a case over by a request of the page's own. */
const handOverIn = (page: Target, id: number) =>
  page.run((address) => {
    const headers = { 'content-type': 'application/json' };
    void fetch(address, { method: 'PATCH', headers, body: '{"team":"engineering"}' }).catch(() => undefined);
  }, `${PRACTICE_URL}/api/cases/${id}`);

test('a page made ready beside a hold: the hold stays, and the page has all of its own once it is entered', async ({
  browserOfTabs,
}) => {
  const inWorker: Baton['inWorker'] = async (work, arg) =>
    (await browserOfTabs.worker()).run(work as never, arg as never);
  const baton = recordsOf(inWorker);
  const events = async () =>
    (await baton.events()).map(
      ({ kind, payload }) => `${kind} ${payload?.['ref'] ? (payload['ref'] as { id: string }).id : ''}`,
    );
  // The worker may start anew while the browser does.
  const registered = () => inWorker(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(() => registered().catch(String)).toBeGreaterThan(1);
  // Everything that the second case needs: what it sends is released as soon as it may be judged.
  const ref = { origin: PRACTICE_URL, kind: 'ticket', id: '2' };
  const said = (value: unknown) => ({ value, by: 'person', at: 1 });
  await addRow({ inWorker }, 'drafts', {
    key: `${PRACTICE_URL}|ticket|2|support-to-engineering`,
    ref,
    playbook: 'support-to-engineering',
    playbookVersion: 1,
    title: 'Second',
    url: at(2),
    revision: 1,
    createdAt: 1,
    updatedAt: 1,
    reason: 'question',
    answers: {
      severity: said('s3'),
      summary: said('Invoices show markup since Tuesday'),
      environment: said('Production, Chrome 156'),
      tried: said([['Exported again', 'The same']]),
      ask: said('Please find out where the markup comes from'),
      told: said('We write again on Friday'),
    },
  });

  const tab = await openFirst(browserOfTabs);
  await handOverIn(await tab.page(), 1);
  await expect.poll(async () => (await overlay(tab)).panel).toBe(true);
  const heldText = (await overlay(tab)).text;

  const ahead = await makeReady(tab, at(2));
  await handOverIn(ahead, 2);
  // Whatever a page of this tab said before has been heard.
  expect(await ahead.run(() => document.querySelectorAll('baton-overlay').length)).toBe(0);
  expect(await overlay(tab)).toEqual({ panel: true, text: heldText });
  expect(await events()).toEqual(['held 1']);
  expect(await practiceDesk.writes()).toEqual([]);

  await (await tab.page()).run((url) => void location.assign(url), at(2));
  const activated = async () =>
    (await tab.page()).run(() => {
      const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & { activationStart: number })[];
      return [document.URL, (entry?.activationStart ?? 0) > 0];
    });
  await expect.poll(() => activated().catch(String)).toEqual([at(2), true]);
  await expect.poll(async () => (await practiceDesk.read('cases/2')).team).toBe('engineering');
  await expect.poll(events).toEqual(['held 1', 'cancelled 1', 'sending 2', 'sent 2']);
  expect(await states(baton)).toEqual(['sent']);
  await expect
    .poll(async () => (await baton.rows<{ key: string }>('sightings')).map(({ key }) => key))
    .toContain(`${PRACTICE_URL}|ticket|2`);
  expect((await practiceDesk.read('cases/1')).team).toBe('support-l1');
  expect(await practiceDesk.writes()).toHaveLength(1);
  await expect.poll(async () => (await overlay(tab)).text).toContain('Handed to Engineering');
  expect((await overlay(tab)).panel).toBe(false);
});
