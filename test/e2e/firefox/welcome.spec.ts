// The practice desk inside of Baton, in Firefox: gate, overlay and panel run in a page of ours as they do in a desk's.
import type { Page } from '@playwright/test';
import { type Send, tabOf } from '../../setup/bidi.ts';
import { expect } from '../harness.ts';
import { test } from './harness.ts';

interface Tree {
  contexts: { context: string; url: string; children?: Tree['contexts'] }[];
}

test('the first handoff is held and completed on the practice desk, and nothing of it stays', async ({ baton }) => {
  const page = await baton.firefox.openOwn('practice.html?case=1');
  const guide = page.getByRole('region', { name: 'How to practise' });
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await page.getByRole('combobox', { name: 'team' }).selectOption('Engineering');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(guide).toContainText('Held');
  const panel = await panelIn(page, baton.firefox.send);
  await panel.press('A defect in the product');
  await panel.type('Tried', 'Ran the export by hand');
  await panel.type('Result', 'Complete, 4,812 rows');
  await panel.type('What exactly you ask', 'Give the scheduler its site filter back');
  await panel.press('right');
  // Right after the panel came it asks to be pressed again.
  await expect(async () => {
    await panel.press('Hand over to Engineering');
    await expect(guide).toContainText('That was your first handoff', { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  expect(await baton.events()).toEqual([]);
  await baton.firefox.closeOwn();
  for (const table of ['handoffs', 'drafts', 'sightings'])
    await expect.poll(() => baton.rows(table), { message: table }).toEqual([]);
});

/** Playwright is not told of a frame in a page of an extension: its checklist is pressed and typed into over our own line. */
async function panelIn(page: Page, send: Send) {
  const find = async () => {
    const { contexts } = await send<Tree>('browsingContext.getTree', { root: tabOf(page) });
    return contexts[0]?.children?.find(({ url }) => url.includes('/panel.html'))?.context;
  };
  await expect.poll(find, { message: 'the panel’s frame' }).toBeDefined();
  const context = (await find()) ?? '';
  const act = (actions: object[]) => send('input.performActions', { context, actions });

  const placeOf = async (words: string, css: string) => {
    const { result } = await send<{ result?: { value?: string } }>('script.callFunction', {
      functionDeclaration: `(${middleOf})`,
      arguments: [words, css].map((value) => ({ type: 'string', value })),
      target: { context },
      awaitPromise: false,
    });
    return result?.value ? (JSON.parse(result.value) as { x: number; y: number }) : null;
  };
  const press = async (words: string, css = 'button, label') => {
    await expect.poll(() => placeOf(words, css), { message: words }).not.toBeNull();
    const at = (await placeOf(words, css)) as { x: number; y: number };
    const actions = [
      { type: 'pointerMove', ...at },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await act([{ type: 'pointer', id: 'pointer', actions }]);
  };
  const type = async (words: string, text: string) => {
    await press(words, 'input:not([type=radio]), textarea');
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await act([{ type: 'key', id: 'keys', actions }]);
  };
  return { press, type };
}

/** Runs in the panel: the middle of what bears these words, brought into view; null while there is none. */
function middleOf(words: string, css: string): string | null {
  const named = (element: HTMLElement) => {
    const { labels } = element as HTMLInputElement;
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    const all = [element, ...(labels ?? []), ...by].map((one) => one?.textContent ?? '');
    return [element.getAttribute('aria-label') ?? '', ...all].join(' ').includes(words);
  };
  const found = [...document.querySelectorAll<HTMLElement>(css)].find(named);
  found?.scrollIntoView({ block: 'center' });
  const box = found?.getBoundingClientRect();
  return box ? JSON.stringify({ x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }) : null;
}
