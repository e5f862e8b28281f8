// Where a desk shows its own forms above the page, or keeps the focus in them: Baton is there too, and the form stays as it was.
import type { Page } from '@playwright/test';
import {
  ASK,
  answer,
  completeSupport,
  expect,
  handOver,
  kinds,
  openCase,
  panelFrame,
  panelOf,
  panelShown,
  pressTab,
  saved,
  test,
} from './practice.ts';

/** A form of the desk's in a modal dialog, as its makers write one: it closes on a press beside it, and saves by a request. */
async function openDialog(page: Page, inside: 'page' | 'component' = 'page'): Promise<void> {
  await page.evaluate((place) => {
    const dialog = document.createElement('dialog');
    dialog.id = 'assign';
    dialog.setAttribute('closedby', 'any');
    // What a library sets for its entrance, and what would cut and move whatever is fixed inside of it.
    dialog.style.cssText = 'transform: translateY(-40px); overflow: hidden; filter: drop-shadow(0 0 2px); width: 420px';
    const title = document.createElement('h2');
    title.textContent = 'Assign';
    const note = document.createElement('textarea');
    note.setAttribute('aria-label', 'Note');
    const save = document.createElement('button');
    save.textContent = 'Assign to Engineering';
    save.addEventListener('click', () => {
      const headers = { 'content-type': 'application/json' };
      void fetch('/api/cases/1', { method: 'PATCH', headers, body: '{"team":"engineering"}' });
    });
    dialog.append(title, note, save);
    dialog.addEventListener('click', ({ clientX, clientY }) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      if (clientX < left || clientX > right || clientY < top || clientY > bottom) dialog.close();
    });
    const home = document.createElement(place === 'page' ? 'section' : 'desk-form');
    document.body.append(home);
    (place === 'page' ? home : home.attachShadow({ mode: 'open' })).append(dialog);
    dialog.showModal();
  }, inside);
  await page.getByRole('textbox', { name: 'Note' }).fill('Please hurry');
}

const dialogOf = (page: Page) =>
  page.locator('#assign').evaluate((dialog) => ({
    open: dialog.matches(':modal'),
    note: dialog.querySelector('textarea')?.value,
    focus: (dialog.getRootNode() as Document).activeElement?.textContent,
  }));
const AS_LEFT = { open: true, note: 'Please hurry', focus: 'Assign to Engineering' };
const assign = (page: Page) => page.getByRole('button', { name: 'Assign to Engineering' });
const hostParent = (page: Page) =>
  page.evaluate(() => document.querySelector('baton-overlay')?.parentElement?.localName);

test('a form in a modal dialog is held, completed in the panel by mouse and keys, and let go: the dialog stays as it was left', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await openDialog(page);
  await assign(page).click();
  const panel = await panelOf(page);
  await panel.evaluate(() => Object.assign(globalThis, { kept: true }));

  await test.step('Escape in the panel gives the dialog back, and closes nothing', async () => {
    await answer(panel, ASK, 'Find out why');
    await page.keyboard.press('Escape');
    await expect.poll(() => panelShown(page)).toBe(false);
    expect(await dialogOf(page)).toEqual(AS_LEFT);
  });
  await test.step('a press on the tab opens it again, and is no press beside the dialog', async () => {
    await pressTab(page);
    await expect.poll(() => panelShown(page)).toBe(true);
    expect((await dialogOf(page)).open).toBe(true);
  });
  await test.step('keys go into the panel', async () => {
    await panel.getByRole('textbox', { name: ASK }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' the export is blank');
    await expect(panel.getByRole('textbox', { name: ASK })).toHaveValue('Find out why the export is blank');
  });
  await completeSupport(panel);
  await saved(panel);
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(() => panelShown(page)).toBe(false);
  expect(await dialogOf(page)).toEqual(AS_LEFT);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'sending', 'sent']);

  await test.step('once it is closed Baton is back in the page, with the same panel', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => hostParent(page)).toBe('html');
    expect(await panelFrame(page)?.evaluate(() => 'kept' in globalThis)).toBe(true);
  });
});

test('a dialog inside a component, taken away with Baton in it: what was typed and what is held are still there', async ({
  page,
}) => {
  await openCase(page);
  await openDialog(page, 'component');
  await assign(page).click();
  const panel = await panelOf(page);
  await answer(panel, ASK, 'Find out why');
  await saved(panel);
  await page.evaluate(() => document.querySelector('desk-form')?.remove());
  await expect.poll(() => hostParent(page)).toBe('html');
  // Its page went with the component, and loads again: what is asked next is the new one.
  await expect.poll(() => panel.isDetached()).toBe(true);
  const again = await panelOf(page);
  await expect(again.getByRole('textbox', { name: ASK })).toHaveValue('Find out why');
  await expect(again.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
});

/** Starts a handoff of case 1 by a request of the page's. */
const patch = (page: Page) =>
  page.evaluate(() => {
    const headers = { 'content-type': 'application/json' };
    void fetch('/api/cases/1', { method: 'PATCH', headers, body: '{"team":"engineering"}' });
  });

test('a page that fills the screen, and a menu of the desk’s opened over the panel: the panel is above both', async ({
  page,
  desk,
}) => {
  await openCase(page);
  await page.evaluate(() => {
    const part = document.querySelector('main') as HTMLElement;
    part.addEventListener('dblclick', () => void part.requestFullscreen());
  });
  await page.dblclick('h1');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('main');
  await patch(page);
  const panel = await panelOf(page);
  await completeSupport(panel);

  await page.evaluate(() => {
    const menu = document.createElement('ul');
    menu.popover = 'manual';
    menu.id = 'menu';
    menu.style.cssText = 'inset: 0 0 0 auto; margin: 0; width: 600px; height: 100vh';
    document.querySelector('main')?.append(menu);
    menu.showPopover();
  });
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  expect(await page.evaluate(() => document.querySelector('#menu')?.matches(':popover-open'))).toBe(true);
  expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe('main');
});

/** Ways in which libraries keep the focus in a form of theirs; each in words of its own (focus-trap, Radix, Headless UI, MUI). */
const TRAPS: Record<string, string> = {
  'pulls back what comes into focus elsewhere': `
    document.addEventListener('focusin', ({ target }) => form.contains(target) || field.focus());`,
  'pulls back at the window, before anybody else hears': `
    window.addEventListener('focus', ({ target }) => target instanceof Element && !form.contains(target) && field.focus(), true);`,
  'pulls back what leaves for elsewhere': `
    form.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !form.contains(relatedTarget) && field.focus());`,
  'pulls back what is nowhere, again and again, and lets no press through': `
    setInterval(() => document.activeElement === document.body && field.focus(), 50);
    for (const type of ['pointerdown', 'mousedown', 'click'])
      document.addEventListener(type, (event) => {
        if (form.contains(event.target)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      }, true);`,
};

test('a form that keeps the focus in itself does not take it from the panel, and is told that it was left', async ({
  page,
}) => {
  // Four pages, one after the other.
  test.slow();
  await openCase(page);
  for (const [name, trap] of Object.entries(TRAPS))
    await test.step(name, async () => {
      await page.reload();
      await page.waitForSelector('baton-overlay', { state: 'attached' });
      await page.evaluate((code) => {
        const form = document.createElement('div');
        const field = document.createElement('input');
        field.id = 'trapped';
        form.setAttribute('aria-modal', 'true');
        form.append(field);
        document.body.append(form);
        Object.assign(globalThis, { left: 0 });
        field.addEventListener('blur', () => Object.assign(globalThis, { left: 1 }));
        new Function('form', 'field', code)(form, field);
        field.focus();
      }, trap);
      await patch(page);
      const panel = await panelOf(page);
      const inPanel = () => panel.evaluate(() => document.hasFocus());
      await expect.poll(inPanel).toBe(true);
      // Too short to be enough: the field stays open.
      await answer(panel, ASK, 'Find out why');
      await page.keyboard.press('Escape');
      await expect.poll(() => panelShown(page)).toBe(false);
      await pressTab(page);
      await expect.poll(() => panelShown(page)).toBe(true);
      await expect.poll(inPanel).toBe(true);
      expect(await page.evaluate(() => (globalThis as unknown as { left: number }).left)).toBe(1);
    });
});
