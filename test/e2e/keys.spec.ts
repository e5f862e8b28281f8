// Keys as people have them: other layouts, Caps Lock, and Enter that ends a composition of an input method.
import type { CDPSession, Page } from '@playwright/test';
import { completeSupport, expect, handOver, kinds, openCase, panelOf, panelShown, test } from './practice.ts';

/** A key as the browser gets it from the system: what it writes, where it is, and its old number. */
interface Key {
  key: string;
  code: string;
  number: number;
}
const CTRL_ALT = 3;
const keysOf = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

async function press(session: CDPSession, { key, code, number }: Key, modifiers = 0): Promise<void> {
  const about = { key, code, windowsVirtualKeyCode: number, modifiers };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...about });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...about });
}

/** How a desk knows its key. Ctrl+Alt+E hands over, and the desk sends it at once. */
const DESKS = {
  'the number of the key': '(event) => event.keyCode === 69 && event.ctrlKey && event.altKey',
  'the place of the key': "(event) => event.code === 'KeyE' && event.ctrlKey && event.altKey",
};
const LAYOUTS: Record<string, Key> = {
  'an English keyboard': { key: 'e', code: 'KeyE', number: 69 },
  'Caps Lock': { key: 'E', code: 'KeyE', number: 69 },
  'a Ukrainian keyboard': { key: 'у', code: 'KeyE', number: 69 },
};

async function openWith(page: Page, meant: string): Promise<void> {
  await openCase(page, '/rig/shortcut/1');
  await page.evaluate((code) => {
    document.body.dataset['keys'] = '';
    const isMeant = new Function(`return ${code}`)() as (event: KeyboardEvent) => boolean;
    document.addEventListener('keydown', (event) => {
      if (isMeant(event)) document.querySelector<HTMLElement>('[data-team="engineering"]')?.click();
    });
  }, meant);
  await page.locator('h1').first().click();
}

for (const [desk, meant] of Object.entries(DESKS))
  test(`a desk that submits by ${desk}: held on every keyboard, and let go once by the same key`, async ({
    page,
    desk: record,
    baton,
  }) => {
    await openWith(page, meant);
    const keys = await keysOf(page);
    for (const [layout, key] of Object.entries(LAYOUTS))
      await test.step(`${layout}: held before the desk hears of it`, async () => {
        await press(keys, key, CTRL_ALT);
        const panel = await panelOf(page);
        expect(await record.requests('POST')).toEqual([]);
        await panel.getByRole('button', { name: 'Not now' }).click();
        await expect.poll(() => panelShown(page)).toBe(false);
      });
    await press(keys, LAYOUTS['a Ukrainian keyboard'] as Key, CTRL_ALT);
    const panel = await panelOf(page);
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await record.read('cases/1')).team).toBe('engineering');
    expect(await record.writes()).toHaveLength(1);
    await expect
      .poll(async () => kinds(await baton.events()))
      .toEqual([...['held', 'cancelled', 'held', 'cancelled', 'held', 'cancelled'], ...['held', 'sending', 'sent']]);
  });

test('Enter that ends a composition writes: no new row, nothing sent, and the text is whole', async ({
  page,
  desk,
}) => {
  await openCase(page);
  await page.click('#edit-details');
  await page.selectOption('#details-team', { label: 'Engineering' });
  await page.click('#details-save');
  const panel = await panelOf(page);
  const rows = panel.getByRole('textbox', { name: /^Tried/ });
  await rows.first().click();
  const before = await rows.count();
  const keys = await keysOf(page);
  const compose = async (text: string) => {
    await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await press(keys, { key: 'Enter', code: 'Enter', number: 229 });
    await press(keys, { key: 'Enter', code: 'Enter', number: 229 }, 2);
    await keys.send('Input.insertText', { text });
    // Some browsers say only now that the composition is over, and send the key after it.
    await press(keys, { key: 'Enter', code: 'Enter', number: 229 });
  };
  await compose('ログアウト');
  await expect(rows.first()).toHaveValue('ログアウト');
  expect(await rows.count()).toBe(before);
  await press(keys, { key: 'Enter', code: 'Enter', number: 13 });
  await expect(rows).toHaveCount(before + 1);
  expect(await desk.writes()).toEqual([]);
});
