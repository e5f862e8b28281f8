// A database that is full, broken, or does not answer: clear words, nothing lost, nobody blocked.
import type { Page } from '@playwright/test';
import {
  ASK,
  addRow,
  answer,
  type Baton,
  badge,
  completeFirst,
  expect,
  kinds,
  openCase,
  overlayText,
  PRACTICE_URL,
  panelOf,
  saved,
  saveToEngineering,
  states,
  test,
} from './practice.ts';

const DRAFT = `${PRACTICE_URL}|ticket|1|support-to-engineering`;
const FULL = 'The disk or the browser’s storage is full. Your text stays here: free some space, then try again.';

interface Filled {
  free?: () => void;
}

/** Every write to the database fails as on a full disk, until `free`. */
const fill = (baton: Baton) =>
  baton.inWorker(() => {
    const { put, add } = IDBObjectStore.prototype;
    const full = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { put: full, add: full });
    (globalThis as Filled).free = () => {
      Object.assign(IDBObjectStore.prototype, { put, add });
    };
  });

/** Somebody else's transaction keeps the whole database to itself, until `free`. */
const occupy = (baton: Baton) =>
  baton.inWorker(
    () =>
      new Promise<void>((occupied) => {
        const opening = indexedDB.open('baton');
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          const store = db.transaction(names, 'readwrite').objectStore(names[0] as string);
          let busy = true;
          (globalThis as Filled).free = () => {
            busy = false;
          };
          const on = () => {
            occupied();
            if (busy) store.count().onsuccess = on;
            else db.close();
          };
          on();
        };
      }),
  );

const free = (baton: Baton) => baton.inWorker(() => (globalThis as Filled).free?.());

const draft = async (baton: Baton) =>
  (await baton.rows<{ answers: Record<string, { value: string }> }>('drafts'))[0]?.answers;

async function hold(page: Page) {
  await openCase(page);
  await saveToEngineering(page);
  return panelOf(page);
}

test('a full disk while typing: said at once, the text stays, and is saved when there is room again', async ({
  page,
  baton,
}) => {
  const panel = await hold(page);
  await answer(panel, /^Tried/, 'Exported by hand');
  await saved(panel);
  await fill(baton);
  await answer(panel, ASK, 'Find out why');
  await expect(panel.getByText(FULL)).toBeVisible();
  await expect(panel.getByText(/^Saved/)).toHaveCount(0);
  await expect(panel.getByRole('textbox', { name: ASK })).toHaveValue('Find out why');
  expect(await draft(baton)).toHaveProperty('tried');
  expect(await draft(baton)).not.toHaveProperty('ask');

  await free(baton);
  await panel.getByRole('button', { name: 'Try again' }).click();
  await saved(panel);
  await expect(panel.getByText(FULL)).toHaveCount(0);
  expect((await draft(baton))?.['ask']?.value).toBe('Find out why');
});

test('a full disk while typing, left alone: Baton tries again by itself', async ({ page, baton }) => {
  const panel = await hold(page);
  await fill(baton);
  await answer(panel, ASK, 'Find out why');
  await expect(panel.getByText(FULL)).toBeVisible();
  await free(baton);
  await saved(panel);
  expect((await draft(baton))?.['ask']?.value).toBe('Find out why');
});

test('a full disk at the moment of sending: the press goes through, and the icon says that it is not on record', async ({
  page,
  desk,
  baton,
}) => {
  await completeFirst(page);
  await openCase(page);
  await fill(baton);
  await saveToEngineering(page);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(() => badge(baton)).toMatch(/^! .*could not be written down|^! .*full/);
  expect(await states(baton)).toEqual([]);
  expect((await draft(baton))?.['ask']).toBeDefined();
});

test('a broken playbook is set aside, on record, and those that Baton brings work', async ({ page, baton }) => {
  await addRow(baton, 'playbooks', { id: 'support-to-engineering', version: 'x', trigger: null });
  await hold(page);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['set-aside', 'held']);
  const [aside] = await baton.rows('aside');
  expect(aside).toMatchObject({ table: 'playbooks', record: { version: 'x' } });
  expect(await baton.rows('playbooks')).toEqual([]);
});

test('a broken draft is set aside, never overwritten, and a new one can be written', async ({ page, baton }) => {
  await addRow(baton, 'drafts', { key: DRAFT, answers: 'not answers', revision: 3 });
  const panel = await hold(page);
  await answer(panel, ASK, 'Find out why');
  await saved(panel);
  const [aside] = await baton.rows('aside');
  expect(aside).toMatchObject({ table: 'drafts', key: DRAFT, record: { answers: 'not answers', revision: 3 } });
  expect((await draft(baton))?.['ask']?.value).toBe('Find out why');
});

test('a database that does not answer in a second: the press goes through, marked and recorded as unchecked', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await occupy(baton);
  await saveToEngineering(page);
  await expect.poll(async () => (await desk.read('cases/1')).team, { timeout: 8_000 }).toBe('engineering');
  await expect.poll(() => badge(baton)).toMatch(/^!/);
  expect(await desk.writes()).toHaveLength(1);
  await free(baton);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['ungated']);
  // The page that the form led to says it too: its own was gone before anybody could read.
  await expect.poll(() => overlayText(page)).toContain('Baton could not check this handoff');
});

test('the same where the team wants unchecked handoffs to stay: it is held, and nothing reaches the desk', async ({
  page,
  desk,
  baton,
}) => {
  await baton.settings({ whenUnsure: 'closed' });
  await openCase(page);
  await occupy(baton);
  await saveToEngineering(page);
  await expect.poll(() => badge(baton)).toMatch(/^!/);
  expect(await desk.writes()).toEqual([]);
  await free(baton);
  await panelOf(page);
  expect(await desk.writes()).toEqual([]);
});
