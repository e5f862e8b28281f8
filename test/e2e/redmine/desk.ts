// Redmine as an agent uses it: signing in, an issue of one's own, what was done to it since, its form, lists and menu.
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from '@playwright/test';
import {
  type NewRedmineIssue,
  REDMINE_PASSWORD,
  REDMINE_URL,
  Redmine,
  type RedminePerson,
} from '../../desks/redmine.ts';
import { ensureBrowser } from '../../setup/browsers.ts';
import { type Baton, test as base, panelOf, pressTab } from '../harness.ts';

export * from '../checklist.ts';
export * from '../harness.ts';
export type { RedminePerson };
export { REDMINE_URL, Redmine };

/** The same desk without Baton: what it stores there is what it must store with Baton. */
export type Plain = (person: RedminePerson) => Promise<Page>;

export const test = base.extend<{ amara: Page }, { plain: Plain; redmine: Redmine }>({
  /** One for all tests: it asks the desk once by which numbers its forms name things. */
  redmine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      await use(new Redmine('admin'));
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
      const pages = new Map<RedminePerson, Page>();
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

/** A new page where this person is signed in. */
export async function signIn(baton: Pick<Baton, 'context'>, person: RedminePerson): Promise<Page> {
  return signedIn(baton.context, person);
}

type Cookie = { name: string; value: string };
const sessions = new Map<RedminePerson, Cookie>();

async function signedIn(context: BrowserContext, person: RedminePerson): Promise<Page> {
  const session = sessions.get(person) ?? (await newSession(person));
  sessions.set(person, session);
  await context.addCookies([{ ...session, url: REDMINE_URL }]);
  return context.newPage();
}

/** A session that is nobody else's: one that a test may end. */
export async function newSession(person: RedminePerson): Promise<Cookie> {
  const login = await fetch(`${REDMINE_URL}/login`);
  const token = /name="authenticity_token" value="([^"]+)"/.exec(await login.text())?.[1] ?? '';
  const { name, value } = cookieOf(login);
  const answer = await fetch(`${REDMINE_URL}/login`, {
    method: 'POST',
    headers: { cookie: `${name}=${value}` },
    body: new URLSearchParams({ username: person, password: REDMINE_PASSWORD, authenticity_token: token }),
    redirect: 'manual',
  });
  return cookieOf(answer);
}

function cookieOf(answer: Response): Cookie {
  const [name = '', value = ''] = (answer.headers.getSetCookie().at(-1) ?? '').split(';')[0]?.split('=') ?? [];
  return { name, value };
}

/** A Support L1 issue of Amara's on which the desk already says all that it can: what is missing only she knows. */
export function wellKept(redmine: Redmine, how: Partial<NewRedmineIssue> = {}): Promise<number> {
  return redmine.createIssue({
    project: 'Support L1',
    subject: 'Invoice PDF export returns blank page',
    owner: 'amara',
    customFields: {
      Severity: 'S2 - Major',
      Environment: 'Production / Chrome 126 / Windows 11',
      'Steps to reproduce': '1. Open Billing > Invoices\n2. Click "Export PDF"',
      Requester: 'Dana Whitlock',
    },
    ...how,
  });
}

export type Acts = () => Promise<string[]>;

/** From now on: what people did to an issue, each save a line. */
export async function actsSince(redmine: Redmine, id: number): Promise<Acts> {
  const before = (await redmine.journals(id)).length;
  return async () =>
    (await redmine.journals(id)).slice(before).map(({ by, notes, internal, details }) => {
      const written = notes && `${internal ? 'internally ' : ''}"${notes}"`;
      return `${by}: ${[...details, written].filter(Boolean).join(', ')}`;
    });
}

export const display = (id: number) => `${REDMINE_URL}/issues/${id}`;
export const FORM = '#issue-form';
export const BULK = '#bulk_edit_form';

/** Opens the form that stands hidden on an issue's own page. */
export async function openForm(page: Page, id: number): Promise<void> {
  await page.goto(display(id));
  await page.locator('#content > .contextual a.icon-edit').first().click();
}

/** Chooses in one of Redmine's lists. Some have the form drawn anew: then until that is done. */
export async function choose(page: Page, name: string, words: string): Promise<void> {
  const list = page.locator(`${FORM} [name="issue[${name}]"], ${BULK} [name="issue[${name}]"]`);
  const redraws = (await list.getAttribute('onchange'))?.includes('update') ?? false;
  const drawn = redraws && page.waitForResponse((one) => /edit\.js|new\.js/.test(one.url()) && one.ok());
  await list.selectOption({ label: words });
  if (!drawn) return;
  await drawn;
  await page.waitForFunction(() => (window as unknown as { jQuery: { active: number } }).jQuery.active === 0);
}

export const press = (page: Page) =>
  page.locator(`${FORM} input[name=commit], ${BULK} input[name=commit]`).last().click();

/** Opens an issue and, from Baton's tab at its edge, the checklist. */
export async function openChecklist(page: Page, id: number): Promise<Frame> {
  await page.goto(display(id));
  await pressTab(page);
  return panelOf(page);
}

/** Fills in a handoff to Engineering in the issue's form and presses Submit: Baton holds it. */
export async function holdInForm(page: Page, id: number): Promise<Frame> {
  await openForm(page, id);
  await choose(page, 'project_id', 'Engineering');
  await press(page);
  return panelOf(page);
}
