// Request Tracker as an agent uses it: signing in, a ticket of one's own, what was done to it since, the boxes and forms.
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from '@playwright/test';
import {
  type NewRtTicket,
  openRequestTracker,
  type RequestTracker,
  RT_PASSWORD,
  RT_URL,
  type RtPerson,
} from '../../desks/rt.ts';
import { ensureBrowser } from '../../setup/browsers.ts';
import { type Baton, test as base, panelOf, pressTab } from '../harness.ts';

export * from '../checklist.ts';
export * from '../harness.ts';
export type { RequestTracker, RtPerson };
export { RT_PASSWORD, RT_URL };

/** The same desk without Baton: what it stores there is what it must store with Baton. */
export type Plain = (person: RtPerson) => Promise<Page>;

export const test = base.extend<{ amara: Page }, { plain: Plain; rt: RequestTracker }>({
  /** Signed in once for all tests: each sign-in takes the desk half a second. */
  rt: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      await use(await openRequestTracker('root'));
    },
    { scope: 'worker' },
  ],
  /** A page where Amara, an agent of Support L1, is signed in. */
  amara: async ({ baton }, use) => {
    await use(await signIn(baton, 'amara'));
  },
  plain: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      let browser: Browser | undefined;
      const pages = new Map<RtPerson, Page>();
      await use(async (person) => {
        browser ??= await chromium.launch({ executablePath: (await ensureBrowser()).path });
        const page =
          pages.get(person) ??
          (await signedIn(await browser.newContext({ viewport: { width: 1400, height: 900 } }), person));
        pages.set(person, page);
        return page;
      });
      await browser?.close();
    },
    { scope: 'worker' },
  ],
});

/** A new page where this person is signed in: with a session of RT's own, which is asked for once. */
export async function signIn(baton: Pick<Baton, 'context'>, person: RtPerson): Promise<Page> {
  return signedIn(baton.context, person);
}

const sessions = new Map<RtPerson, { name: string; value: string }>();

async function signedIn(context: BrowserContext, person: RtPerson): Promise<Page> {
  const session = sessions.get(person) ?? (await newSession(person));
  sessions.set(person, session);
  await context.addCookies([{ ...session, url: RT_URL }]);
  return context.newPage();
}

/** A session that is nobody else's: one that a test may end. */
export async function newSession(person: RtPerson): Promise<{ name: string; value: string }> {
  const answer = await fetch(`${RT_URL}/NoAuth/Login.html`, {
    method: 'POST',
    body: new URLSearchParams({ user: person, pass: RT_PASSWORD }),
    redirect: 'manual',
  });
  const [name = '', value = ''] = (answer.headers.getSetCookie().at(-1) ?? '').split(';')[0]?.split('=') ?? [];
  return { name, value };
}

/** A Support L1 ticket of Amara's on which the desk already says all that it can: what is missing only she knows. */
export function wellKept(rt: RequestTracker, how: Partial<NewRtTicket> = {}): Promise<number> {
  return rt.createTicket({
    queue: 'Support L1',
    subject: 'Invoice PDF export returns blank page',
    owner: 'amara',
    requestor: 'dana.whitlock@northwindclinic.example',
    customFields: {
      Severity: 'S2 - Major',
      Environment: 'Production / Chrome 126 / Windows 11',
      'Steps to reproduce': '1. Open Billing > Invoices\n2. Click "Export PDF"',
    },
    ...how,
  });
}

export type Acts = () => Promise<string[]>;

/** From now on: what people did to a case, each act a line, whatever the case's own number. */
export async function actsSince(rt: RequestTracker, id: number): Promise<Acts> {
  const before = (await rt.changes(id)).length;
  return async () =>
    (await rt.changes(id))
      .slice(before)
      .map(({ type, field, from, to, by }) => `${by}: ${type}${field ? ` ${field} ${from} > ${to}` : ''}`);
}

export const display = (id: number) => `${RT_URL}/Ticket/Display.html?id=${id}`;
export const mobile = (id: number) => `${RT_URL}/m/ticket/show?id=${id}`;
export const reply = (id: number) => `${RT_URL}/Ticket/Update.html?Action=Respond&id=${id}`;
export const comment = (id: number) => `${RT_URL}/Ticket/Update.html?Action=Comment&id=${id}`;

/** Opens a ticket and, from Baton's tab at its edge, the checklist. */
export async function openChecklist(page: Page, id: number): Promise<Frame> {
  await page.goto(display(id));
  await page.waitForSelector('div.transaction');
  await pressTab(page);
  return panelOf(page);
}

/** Fills in a handoff to Engineering in the Basics box and presses Save: Baton holds it. */
export async function holdInBasics(page: Page, id: number): Promise<Frame> {
  await page.goto(display(id));
  await page.waitForSelector('div.transaction');
  await chooseQueue(page, 'Engineering');
  await saveBasics(page);
  return panelOf(page);
}

/** Opens one of the boxes of a ticket's page with its pencil. */
export async function openBox(page: Page, box: 'basics' | 'people'): Promise<void> {
  await page.click(`.ticket-info-${box} .inline-edit-toggle.edit`);
}

/** Opens the Basics box with its pencil and chooses a queue; nothing is saved yet. */
export async function chooseQueue(page: Page, queue: string): Promise<void> {
  await openBox(page, 'basics');
  await choose(page, '.ticket-info-basics form.inline-edit', 'Queue', queue);
}

export async function saveBasics(page: Page): Promise<void> {
  await page.click('.ticket-info-basics form.inline-edit input[type=submit]');
}

/** Chooses in one of RT's lists by its words; the list itself is hidden behind a drawn one. */
export async function choose(page: Page, form: string, name: string, words: string | RegExp): Promise<void> {
  const list = page.locator(`${form} select[name="${name}"]`).first();
  const label = (await list.locator('option', { hasText: words }).last().textContent()) ?? '';
  await list.selectOption({ label: label.trim() }, { force: true });
}
