// What a person types into the checklist stays with Baton: the desk's page neither hears nor finds it.
import type { Page } from '@playwright/test';
import { ASK, answer, expect, openCase, panelOf, saved, saveToEngineering, test } from './practice.ts';

const SECRET = 'zebra-quartz';
/** Everything that tells of typing. */
const TYPING = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'textInput',
  'change',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'selectionchange',
];

interface Heard {
  heard: string[];
}

/** The page listens everywhere, before Baton puts anything into it. */
async function listenToEverything(page: Page): Promise<void> {
  await page.addInitScript((types) => {
    const world = globalThis as unknown as Heard;
    world.heard = [];
    for (const place of [window, document]) {
      for (const type of [...types, 'focusin', 'focusout', 'focus', 'blur']) {
        const hear = (event: Event) => {
          const { key, data } = event as Partial<KeyboardEvent & InputEvent>;
          const target = event.target instanceof Element ? event.target.localName : 'page';
          world.heard.push([type, target, key ?? data ?? ''].join(' ').trim());
        };
        place.addEventListener(type, hear, { capture: true });
      }
    }
  }, TYPING);
}

const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as Heard).heard.splice(0));

test('the page hears no key, no input, no composition and no paste of what is typed in the panel', async ({ page }) => {
  await listenToEverything(page);
  await openCase(page);
  // The listeners do hear what is typed in the page itself.
  await page.locator('#reply-body').press('a');
  expect(await heard(page)).toContain('keydown textarea a');

  await saveToEngineering(page);
  const panel = await panelOf(page);
  const ask = panel.getByRole('textbox', { name: ASK });
  await ask.click();
  await heard(page);
  await page.keyboard.type(SECRET);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+V');
  await expect(ask).toHaveValue(new RegExp(`${SECRET}\\s+${SECRET}`));
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.insertText', { text: '日本' });
  await expect(ask).toHaveValue(/日本/);
  await page.keyboard.press('Tab');
  await panel.getByRole('radio', { name: /A defect/ }).click();
  await saved(panel);
  expect(await heard(page)).toEqual([]);
});

test('of the focus the page sees that it went to Baton, and nothing of where', async ({ page }) => {
  await listenToEverything(page);
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await heard(page);
  await panel.getByRole('textbox', { name: ASK }).click();
  await panel
    .getByRole('textbox', { name: /^Tried/ })
    .first()
    .click();
  expect((await heard(page)).filter((line) => !/baton-overlay|page/.test(line))).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('baton-overlay');
});

test('no script of the page finds what was typed', async ({ page }) => {
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await answer(panel, ASK, SECRET);
  await saved(panel);
  const found = await page.evaluate(async () => {
    const host = document.querySelector('baton-overlay') as HTMLElement;
    const html = document.documentElement.getHTML({ serializableShadowRoots: true, shadowRoots: [] });
    return {
      root: host.shadowRoot,
      text: host.innerText + host.textContent + html + document.documentElement.outerHTML,
      frames: window.frames.length,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await caches.keys()]),
      loaded: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(' '),
      worldly: Object.getOwnPropertyNames(globalThis).filter((name) => /baton/i.test(name)),
      runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    };
  });
  expect(found).toMatchObject({ root: null, frames: 0, databases: [], worldly: [], runtime: 'undefined' });
  expect(found.text + found.kept + found.loaded).not.toContain(SECRET);
  expect(found.loaded).not.toContain('panel.html');
});
