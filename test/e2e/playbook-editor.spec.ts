// A lead who never saw it writes a playbook of three criteria, and sees it hold a handoff with exactly these.
import type { Locator, Page } from '@playwright/test';
import { answer, type Baton, chooseTeam, expect, handOver, openCase, panelOf, test, write } from './practice.ts';

/** So long a person may take from opening the dashboard to the first handoff that is held; here a machine does, at a pace of its own. */
const FIVE_MINUTES = 300_000;
/** Presses and fields written until the playbook holds: what a person does, each counted once. */
const MOST_STEPS = 30;

/** Does what a person does on the form, and counts it. */
class Lead {
  steps = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async write(label: string | RegExp, text: string): Promise<void> {
    this.steps += 1;
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
  }
  async press(name: string | RegExp): Promise<void> {
    this.steps += 1;
    await this.page.getByRole('button', { name }).click();
  }
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.steps += 1;
      await this.page.keyboard.press(key);
    }
  }
  /** A criterion of a kind with its label and why, whichever is open then. */
  async add(kind: RegExp, label: string, why: string): Promise<void> {
    await this.press(/^Add (the first one|another)$/);
    await this.press(kind);
    // The new one is open, and its label has the focus.
    await expect(this.page.getByLabel('What is asked', { exact: true })).toBeFocused();
    await this.write('What is asked', label);
    await this.write('Why it matters', why);
  }
}

const names = (page: Page) => page.locator('.edit-criterion .edit-name strong');

/** Takes a row by its grip and lets it go over another, in the small steps of a hand. */
async function dragOver(page: Page, grip: Locator, over: Locator): Promise<void> {
  const [from, to] = [await grip.boundingBox(), await over.boundingBox()];
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
}

const openEditor = async (baton: Baton): Promise<Page> => {
  const page = await baton.newPage();
  await page.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#playbook/new`);
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible();
  return page;
};

/** What is kept of edits that were not saved. */
const kept = (baton: Baton): Promise<string> =>
  baton.inWorker(async () =>
    JSON.stringify((await chrome.storage.local.get('playbook-edits'))['playbook-edits'] ?? {}),
  );

test('a lead writes a playbook and sees it hold a handoff, with these criteria in this order', async ({
  page,
  baton,
}, testInfo) => {
  const began = Date.now();
  const editor = await openEditor(baton);
  const lead = new Lead(editor);
  const picture = async (name: string) =>
    testInfo.attach(name, { body: await editor.screenshot(), contentType: 'image/png' });

  await lead.write('Name', 'Support to Sales');
  await lead.write('Why it asks', 'Sales calls back at once when they need not look for the order.');
  await lead.write('to', 'Sales');
  await expect(editor.getByLabel('Team', { exact: true })).toHaveValue('Sales');
  await lead.add(/^Text/, 'What Sales should do', 'A clear ask is answered.');
  // Left in the middle, it is there again.
  await expect.poll(() => kept(baton)).toContain('A clear ask is answered.');
  await editor.reload();
  await expect(editor.getByText(/You began to change this/)).toBeVisible();
  await expect(names(editor)).toHaveText(['What Sales should do']);
  await lead.add(/^Text/, 'Order number', 'It is looked up by it.');
  await lead.add(/^Choice/, 'What it is about', 'It decides who takes it.');
  await lead.write('Option 1', 'More seats');

  // One option is no choice, and it is said so where it stands when it is to be used.
  await lead.press('Use it now');
  const empty = editor.getByLabel('Option 2', { exact: true });
  await expect(empty).toBeFocused();
  await expect(empty).toHaveAccessibleDescription('Say something here.');
  await picture('editor-error');
  await lead.write('Option 2', 'An offer that ran out');
  await expect(empty).toHaveAccessibleDescription('');

  // The choice goes first by keys, said aloud; the ask goes last by the mouse.
  await editor.getByLabel('Move: What it is about', { exact: true }).focus();
  const said = editor.locator('[aria-live=assertive]').first();
  await lead.keys('Space');
  await expect(said).toContainText('What it is about is taken up, at place 3 of 3.');
  await lead.keys('ArrowUp');
  await expect(said).toContainText('at place 2 of 3');
  await lead.keys('ArrowUp');
  await expect(said).toContainText('at place 1 of 3');
  await lead.keys('Space');
  await expect(names(editor)).toHaveText(['What it is about', 'What Sales should do', 'Order number']);
  lead.steps += 1;
  await dragOver(
    editor,
    editor.getByLabel('Move: What Sales should do', { exact: true }),
    editor.getByLabel('Move: Order number', { exact: true }),
  );
  const order = ['What it is about', 'Order number', 'What Sales should do'];
  await expect(names(editor)).toHaveText(order);

  // The preview shows the same, and answers to it stay in it.
  const preview = editor.frameLocator('.preview-frame');
  await expect(preview.locator('.part-missing .entry-label bdi')).toHaveText(order);
  await picture('editor-written');
  await lead.press('Use it now');
  await expect(editor.getByText('It holds from now on.')).toBeVisible();
  await picture('editor-saved');
  expect(await kept(baton)).toBe('{}');
  expect(new URL(editor.url()).hash).toBe('#playbook/support-to-sales');

  await openCase(page, '/case/1');
  await chooseTeam(page, 'Sales');
  await page.click('#details-save', { noWaitAfter: true });
  const panel = await panelOf(page);
  const took = Date.now() - began;
  await expect(panel.locator('.part-missing .entry-label bdi')).toHaveText(order);
  await testInfo.attach('editor-held', { body: await page.screenshot(), contentType: 'image/png' });
  testInfo.annotations.push({ type: 'first handoff held', description: `${took} ms, ${lead.steps} steps` });
  expect(took).toBeLessThan(FIVE_MINUTES);
  expect(lead.steps).toBeLessThanOrEqual(MOST_STEPS);

  await panel.getByRole('radio', { name: 'It takes access that we do not have' }).click();
  await panel.getByRole('radio', { name: 'More seats' }).click();
  await answer(panel, /^Order number/, 'Order 2291 of 12 November');
  await write(
    panel.getByRole('textbox', { name: /^What Sales should do/ }),
    'Call them and renew the offer of October',
  );
  await expect(panel.getByText('Everything that Sales needs is here')).toBeVisible();
  await handOver(panel);
  await expect.poll(async () => (await baton.events()).map(({ kind }) => kind)).toContain('sent');
});
