// The practice desk as an agent uses it, and what the desk itself says was written.
import type { Frame, Page } from '@playwright/test';
import {
  type Baton,
  test as base,
  completeSupport,
  expect,
  PRACTICE_URL,
  panelOf,
  panelShown,
  type RecordedEvent,
  write,
} from './harness.ts';

export * from './harness.ts';

/** One request that reached the desk, as its own log has it. */
export interface DeskRequest {
  /** When it arrived, as an ISO time. */
  at: string;
  method: string;
  path: string;
  query: Record<string, string>;
  fields: Record<string, unknown>;
  /** The body as it came. */
  raw: string;
  user: string;
  /** Whether it changed a case or deal. */
  wrote: boolean;
  status: number;
}

export interface Desk {
  /** Requests that reached the desk, oldest first; those of these methods and paths alone where given. */
  requests(method?: string, path?: string): Promise<DeskRequest[]>;
  /** Requests that changed a case or deal. */
  writes(): Promise<DeskRequest[]>;
  read(record: `cases/${number}` | `deals/${number}`): Promise<DeskRecord>;
  /** Changes a case as another program would: by the desk's API, from no browser. */
  patch(id: number, fields: { team?: string; owner?: string }): Promise<void>;
  /** Puts the seed back and forgets what was asked of the desk. */
  reset(): Promise<void>;
  /** What the next write will meet; `refuse`: a form is drawn again as it was sent. With a lock that has expired too. */
  fault(next: '500' | 'drop' | 'slow' | 'refuse' | 'refuse-slowly'): Promise<void>;
  /** What the desk is like from now on. */
  lasting(how: Partial<Lasting>): Promise<void>;
}

export interface Lasting {
  session: 'open' | 'login' | 'forbidden';
  lock: 'held' | 'expired';
  after: 'case' | 'next' | 'list' | 'other';
}

export interface DeskRecord {
  team: string;
  owner: string;
  status: string;
  stage: string;
  revision: number;
  messages: { kind: string; text: string }[];
}

export const test = base.extend<{ desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      await resetDesk();
      await use(practiceDesk);
    },
    { auto: true },
  ],
});

/** Puts the seed back and forgets what was asked of the desk. */
export const resetDesk = () => ask('/api/reset', {});

const log = async () => (await (await fetch(`${PRACTICE_URL}/api/log`)).json()) as DeskRequest[];

/** What the desk itself says. */
export const practiceDesk: Desk = {
  requests: async (method, path) =>
    (await log()).filter((one) => (!method || one.method === method) && (!path || one.path === path)),
  writes: async () => (await log()).filter(({ wrote }) => wrote),
  read: async (record) => (await (await fetch(`${PRACTICE_URL}/api/${record}`)).json()) as DeskRecord,
  patch: (id, fields) => ask(`/api/cases/${id}`, fields, 'PATCH'),
  reset: resetDesk,
  fault: (next) => ask('/api/fault', { next }),
  lasting: (how) => ask('/api/lasting', how),
};

async function ask(path: string, body: object, method = 'POST'): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(PRACTICE_URL + path, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the practice desk answered ${answer.status} to ${path}`);
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(PRACTICE_URL + path);
}

/** A page of the desk that shows a case or deal, once Baton has read it. */
export async function openCase(page: Page, path = '/case/1'): Promise<void> {
  await open(page, path);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
}

/** Opens cases one after the other, each until Baton has read it: a page that is left before it is read tells nothing. */
export async function readCases(page: Page, baton: Pick<Baton, 'rows'>, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const opened = Date.now();
    await openCase(page, path);
    const readNow = async () =>
      (await baton.rows<{ snapshot: { url: string; seenAt: number } }>('sightings'))
        .filter(({ snapshot }) => snapshot.seenAt >= opened)
        .map(({ snapshot }) => new URL(snapshot.url).pathname);
    await expect.poll(readNow).toContain(path);
  }
}

/** Opens the details form and chooses a team; nothing is saved yet. */
export async function chooseTeam(page: Page, team = 'Engineering'): Promise<void> {
  await page.click('#edit-details');
  await page.selectOption('#details-team', { label: team });
}

/** Presses Save on details that hand the case to Engineering. */
export async function saveToEngineering(page: Page): Promise<void> {
  await chooseTeam(page);
  await page.click('#details-save', { noWaitAfter: true });
}

/** Answers one text of the checklist. */
export async function answer(panel: Frame, name: RegExp, text: string): Promise<void> {
  await write(panel.getByRole('textbox', { name }), text);
}

/** The field that these tests write into. */
export const ASK = /What exactly you ask/;

/** Waits until the panel says that all of it is kept. */
export async function saved(panel: Frame): Promise<void> {
  await expect(panel.getByText(/^Saved/)).toBeVisible();
}

/** Answers what the deal of Kestrel Outdoor lacks on its way to Onboarding. */
export async function completeSales(panel: Frame): Promise<void> {
  const fillIn = (name: RegExp, text: string) => answer(panel, name, text);
  await fillIn(/Why they bought/, 'They plan two warehouses in spreadsheets and lose stock between them');
  await fillIn(/call a success/, 'Stock is right in both houses on every Monday');
  await panel.getByRole('radio', { name: 'None were made' }).click();
  await write(panel.getByLabel(/When they want to be live/), inDays(56));
  await fillIn(/Risks, and who has doubts/, 'Their lead for IT doubts that the import will be complete');
  await write(panel.getByRole('combobox', { name: /Who takes over/ }), 'Priya Raman');
  await write(panel.getByLabel(/Day of the kickoff/), inDays(42));
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The kinds of a list of events, in order. */
export const kinds = (events: readonly RecordedEvent[]) => events.map(({ kind }) => kind);

/** Leaves the panel by its quiet way out: what is held is taken back. */
export async function notNow(panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'Not now' }).click();
}

/** Makes the draft of case 1 complete, and takes the change back: from then on nothing is missing. */
export async function completeFirst(page: Page): Promise<void> {
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await completeSupport(panel);
  await expect(panel.getByText('Everything that Engineering needs is here')).toBeVisible();
  await saved(panel);
  await notNow(panel);
  await expect.poll(() => panelShown(page)).toBe(false);
}

/** Hands case 1 over by the select in the list, which saves by fetch. */
export async function handOverInList(page: Page): Promise<void> {
  await open(page, '/');
  await page.selectOption('tr[data-case-id="1"] select[name="team"]', { label: 'Engineering' });
}

/** The states of all handoffs, in the order in which they were made. */
export async function states(baton: Pick<Baton, 'rows'>): Promise<string[]> {
  const rows = await baton.rows<{ state: string; createdAt: number }>('handoffs');
  return rows.sort((a, b) => a.createdAt - b.createdAt).map(({ state }) => state);
}

/** What the icon of the desk's tab says: its mark, and its title. */
export const badge = (baton: Baton): Promise<string> =>
  baton.inWorker(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const tabId = tab?.id ?? -1;
      return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })].join(' ');
    },
    `${PRACTICE_URL}/*`.replace(/:\d+/, ''),
  );

/** Keeps the background busy for so long, in milliseconds: it answers nobody, as one that hangs. */
export const hang = (baton: Baton, milliseconds: number): Promise<void> =>
  baton.inWorker((long) => {
    setTimeout(() => {
      const until = Date.now() + long;
      while (Date.now() < until);
    }, 0);
  }, milliseconds);

/** Puts a row into a table of Baton's database as it is, right or wrong. */
export async function addRow(baton: Pick<Baton, 'inWorker'>, table: string, row: unknown): Promise<void> {
  await baton.inWorker(
    (put) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('baton');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const write = db.transaction(put.table, 'readwrite');
          write.objectStore(put.table).put(put.row);
          write.oncomplete = () => {
            db.close();
            resolve();
          };
          write.onerror = () => reject(write.error);
        };
      }),
    { table, row },
  );
}

/** What the drafts say to the exact ask. */
export async function asksKept(baton: Pick<Baton, 'rows'>): Promise<(string | undefined)[]> {
  const drafts = await baton.rows<{ answers: Record<string, { value: string }> }>('drafts');
  return drafts.map(({ answers }) => answers['ask']?.value);
}
