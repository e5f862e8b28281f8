// What leaves as a navigation, whoever began it: held once, let go once, as the page would have sent it.
import type { Page } from '@playwright/test';
import {
  closes,
  completeSupport,
  expect,
  handOver,
  kinds,
  notNow,
  open,
  openCase,
  overlayText,
  panelOf,
  panelShown,
} from './practice.ts';
import { received } from './received.ts';
import { test } from './rig/twin.ts';

/** A script of the page builds a form with a file, sends it and takes it away in the same turn, as libraries do. */
const sendAndRemove = (page: Page) =>
  page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/case/1/reply', enctype: 'multipart/form-data' });
    const fields = { visibility: 'public', body: 'Over to you.\nThanks.', owner: 'jonas', action: 'x', submit: 'y' };
    for (const [name, value] of Object.entries(fields))
      form.append(Object.assign(document.createElement('textarea'), { name, value }));
    const list = new DataTransfer();
    list.items.add(new File(['what was seen'], 'träce.txt', { type: 'text/plain' }));
    form.append(
      Object.assign(document.createElement('input'), { type: 'file', name: 'attachment', files: list.files }),
    );
    form.append(Object.assign(document.createElement('input'), { type: 'file', name: 'empty' }));
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
    form.remove();
  });

test('a form that a script sends and takes away arrives whole, its files too', async ({ page, desk, plainly }) => {
  const expected = await plainly('/case/1', sendAndRemove);
  await openCase(page);
  await sendAndRemove(page);
  const panel = await panelOf(page);
  expect(await desk.writes()).toEqual([]);
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(async () => (await desk.writes()).length).toBe(1);
  expect(await received(desk)).toEqual(expected);
});

for (const [way, send] of [
  ['its button', (page: Page) => page.click('#reply-send', { noWaitAfter: true })],
  ['a script', (page: Page) => page.locator('#reply-body').press('Control+Enter', { noWaitAfter: true })],
] as const)
  test(`a note that is edited while its form is held, sent by ${way}, arrives as edited`, async ({ page, desk }) => {
    await openCase(page);
    await page.fill('#reply-body', 'We hand this over.');
    await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
    await send(page);
    const panel = await panelOf(page);
    await page.fill('#reply-body', 'We hand this over: the export is blank.');
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await desk.read('cases/1')).owner).toBe('jonas');
    expect((await desk.writes()).map(({ fields }) => fields['body'])).toEqual([
      'We hand this over: the export is blank.',
    ]);
  });

test('a page that keeps the event and sends the form later by a script: one press is asked once and sent once', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await page.evaluate(() => {
    const form = document.querySelector('#reply-form') as HTMLFormElement;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      document.body.dataset.checked = String(Number(document.body.dataset.checked ?? 0) + 1);
      setTimeout(() => HTMLFormElement.prototype.submit.call(form), 400);
    });
  });
  await page.fill('#reply-body', 'We hand this over.');
  await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
  await page.click('#reply-send', { noWaitAfter: true });
  const panel = await panelOf(page);
  // Held before the page’s own handler.
  expect(await page.evaluate(() => document.body.dataset.checked)).toBeUndefined();
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'sending', 'sent']);
  expect(await desk.writes()).toHaveLength(1);
});

for (const frame of ['with a page of its own', 'never loaded'])
  for (const by of ['its button', 'a script'])
    test(`a form whose answer goes to a frame ${frame}, sent by ${by}: asked once and sent once`, async ({
      page,
      desk,
      baton,
    }) => {
      await openCase(page);
      await page.evaluate(async (loaded) => {
        const made = document.createElement('iframe');
        made.name = 'answer';
        if (loaded) made.src = '/case/2';
        document.body.append(made);
        if (loaded) await new Promise((done) => made.addEventListener('load', done));
        document.querySelector('#reply-form')?.setAttribute('target', 'answer');
      }, frame === 'with a page of its own');
      await page.fill('#reply-body', 'We hand this over.');
      await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
      if (by === 'a script') await page.locator('#reply-body').press('Control+Enter', { noWaitAfter: true });
      else await page.click('#reply-send', { noWaitAfter: true });
      const panel = await panelOf(page);
      expect(await desk.writes()).toEqual([]);
      await completeSupport(panel);
      await handOver(panel);
      await expect.poll(async () => (await desk.read('cases/1')).owner).toBe('jonas');
      await expect.poll(() => panelShown(page)).toBe(false);
      expect(await desk.writes()).toHaveLength(1);
      expect(kinds(await baton.events()).filter((kind) => kind === 'held')).toHaveLength(1);
    });

for (const mode of ['shadow-open', 'shadow-closed'])
  test(
    `${mode}: a form that a script sends where nobody pressed anything is held and let go once`,
    closes(mode === 'shadow-open' ? 'Form in an open shadow root' : 'Form in a closed shadow root'),
    async ({ page, desk, baton }) => {
      const send = () =>
        page.evaluate((root) => {
          const host = document.createElement('div');
          document.body.append(host);
          const inside = host.attachShadow({ mode: root as ShadowRootMode });
          inside.append((document.querySelector('template.form') as HTMLTemplateElement).content.cloneNode(true));
          (inside.querySelector('select') as HTMLSelectElement).value = 'engineering';
          inside.querySelector('form')?.requestSubmit(inside.querySelector('button'));
        }, mode.slice('shadow-'.length));
      await openCase(page, `/rig/${mode}/1`);
      await send();
      await notNow(await panelOf(page));
      await expect.poll(() => panelShown(page)).toBe(false);
      expect(await desk.writes()).toEqual([]);
      await send();
      const panel = await panelOf(page);
      await completeSupport(panel);
      await handOver(panel);
      await expect.poll(async () => kinds(await baton.events()).slice(2)).toEqual(['held', 'sending', 'sent']);
      expect(await desk.writes()).toHaveLength(1);
    },
  );

test('a form in a component says to whom it would hand over before any press', async ({ page }) => {
  await openCase(page, '/rig/shadow-open/1');
  await page.locator('desk-form select').selectOption('engineering');
  await expect.poll(() => overlayText(page)).toContain('Engineering');
});

for (const [mode, entries] of [
  ['location', 1],
  ['replace', 0],
] as const)
  test(`an address that was held is gone to in the same way: by ${mode}, and from the page’s own address`, async ({
    page,
    desk,
  }) => {
    await openCase(page, `/rig/${mode}/1`);
    const from = page.url();
    const length = await page.evaluate(() => history.length);
    await page.click('.controls [data-team=engineering]');
    const panel = await panelOf(page);
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
    await expect(page.locator('#details-shown [data-field=team] .value')).toHaveText('Engineering');
    expect(await page.evaluate(() => [document.referrer, history.length])).toEqual([from, length + entries]);
  });

test('back and forward, a place in the page and a reload are left alone', async ({ page, desk, baton }) => {
  await openCase(page, '/rig/location/1');
  await page.evaluate(() => history.pushState(null, '', '/rig/cases/1/assign?team=engineering'));
  await page.evaluate(() => {
    location.hash = '#conversation';
  });
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/rig\/location\/1$/);
  await page.evaluate(() => location.reload());
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  expect(await panelShown(page)).toBe(false);
  expect([await desk.writes(), await baton.events()]).toEqual([[], []]);
});

test('a page that writes itself anew is still held', async ({ page, desk }) => {
  await open(page, '/rig/native-submit/1');
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await page.evaluate(() => {
    const form = document.querySelector('form.native')?.outerHTML.replace('type="button"', '');
    document.open();
    document.write(`<!doctype html><title>Move</title><main>${form}</main>`);
    document.close();
  });
  await page.selectOption('form.native select', 'engineering');
  await page.click('form.native button', { noWaitAfter: true });
  const panel = await panelOf(page);
  await notNow(panel);
  expect(await desk.writes()).toEqual([]);
});
