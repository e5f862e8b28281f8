// A person teaches Baton a page that it has never seen, from the first press in the popup: point, watch once, look at other cases, use it.
import { startUnknownDesk, type UnknownDesk } from '../desks/unknown-desk.ts';
import { ensureBuild } from '../setup/build.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { complete } from './checklist.ts';
import { launchGranting } from './granting.ts';
import { type Baton, expect, handOver, kinds, overlayText, panelOf, panelShown, test } from './practice.ts';
import { beginTeaching, clickOn, leadOf, rowOf, type Teacher, teachAnew, teaches, teachFields } from './teaching.ts';

let desk: UnknownDesk;
let profile: string;
let baton: Baton;

async function begin(how: Parameters<typeof startUnknownDesk>[0]): Promise<Teacher> {
  desk = await startUnknownDesk(how);
  const page = await baton.newPage();
  await page.goto(`${desk.origin}/requests/118`);
  return beginTeaching(baton, page);
}

test.beforeAll(async () => {
  await ensureBuild('chromium');
});
test.beforeEach(async () => {
  profile = await makeProfile();
  baton = await launchGranting(profile, 'http://127.0.0.1/*');
});
test.afterEach(async () => {
  await baton.launched.close();
  await removeProfile(profile, true);
  await desk.close();
});

for (const saves of ['script', 'form'] as const) {
  test(`taught in under two minutes, a desk that saves by ${saves} holds the next handoff and lets it go once`, async () => {
    const started = Date.now();
    const teacher = await begin({ saves });
    const { page } = teacher;
    await teachFields(teacher);
    await teacher.watch();
    const sentence =
      saves === 'script'
        ? 'PUT /api/requests/118 sets Team to Engineering'
        : 'POST /requests/118 sets Team to Engineering';
    await page.selectOption('#crew', { label: 'Engineering' });
    await page.click('#save');
    await expect.poll(() => desk.received.length).toBe(1);
    await expect((await teacher.lead()).getByText(sentence)).toBeVisible();
    await teacher.press(/^Go on/);
    for (const [id, shows] of [
      ['119', 'Gate 2 does not open at night'],
      ['120', 'Billing'],
    ]) {
      await page.goto(`${desk.origin}/requests/${id}`);
      const tried = (await teacher.lead()).locator('.tried-case').filter({ hasText: id as string });
      await expect(tried).toContainText(shows as string);
    }
    await teacher.press(/^Use it/);
    await expect.poll(() => teaches(page)).toBe(0);
    await expect.poll(() => overlayText(page)).toContain('From now on a change of team');
    const taught = Date.now() - started;

    await page.goto(`${desk.origin}/requests/121`);
    await page.waitForSelector('baton-overlay', { state: 'attached' });
    desk.received.length = 0;
    // What saves something else passes.
    await page.fill('#note', 'Rang the harbour master');
    await page.click('#keep-note');
    await expect.poll(() => desk.received.length).toBe(1);
    expect(desk.received.splice(0)[0]?.body).toContain('Rang the harbour master');

    await page.selectOption('#crew', { label: 'Engineering' });
    await page.click('#save', { noWaitAfter: true });
    const panel = await panelOf(page);
    await expect(panel.locator('.head-title')).toHaveText('Lamp at quay 7 is out');
    expect(desk.received).toEqual([]);
    await complete(panel);
    await handOver(panel);
    await expect.poll(() => desk.received.length).toBe(1);
    await expect.poll(() => panelShown(page)).toBe(false);
    const [sent] = desk.received;
    expect(sent).toEqual(
      saves === 'script'
        ? { method: 'PUT', path: '/api/requests/121', body: '{"request":{"crew_id":4,"notify":true}}' }
        : {
            method: 'POST',
            path: '/requests/121',
            body: new URLSearchParams([
              ['csrf_token', 's3cret-guard'],
              ['ticket[crew]', '4'],
            ]).toString(),
          },
    );
    await expect.poll(async () => kinds(await baton.events())).toContain('sent');
    expect(desk.received).toHaveLength(1);
    console.log(
      `taught by ${saves}: ${taught} ms of machine time, ${teacher.presses()} presses beside the handoff itself`,
    );
    expect(teacher.presses()).toBeLessThan(20);
    // Nothing of the lesson stays, and what stays holds no word of a case.
    const left = await baton.inWorker(async () => ({
      session: Object.keys(await chrome.storage.session.get()).filter((key) => key.startsWith('lesson')),
      sites: JSON.stringify((await chrome.storage.local.get('taught-sites'))['taught-sites']),
    }));
    expect(left.session).toEqual([]);
    for (const word of ['Crane', 'Vega', 'Support', 's3cret']) expect(left.sites).not.toContain(word);
  });
}

test('a desk whose request names a number that the page has no word for: the word is the one that was chosen', async () => {
  const teacher = await begin({ saves: 'menu' });
  const { page } = teacher;
  const choose = async (crew: string) => {
    await page.click('#crew');
    await page.getByRole('menuitem', { name: crew }).click();
  };
  await teachFields(teacher);
  await teacher.press(/^Start watching/);
  await choose('Billing');
  const lead = await teacher.lead();
  await expect(lead.getByText('PUT /api/requests/118')).toBeVisible();
  await teacher.press(/^Go on/);
  await teacher.press(/^Use it/);
  await expect.poll(() => teaches(page)).toBe(0);

  await page.goto(`${desk.origin}/requests/121`);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  desk.received.length = 0;
  await choose('Billing');
  await expect.poll(() => desk.received.length).toBe(1);
  await choose('Engineering');
  const panel = await panelOf(page);
  expect(desk.received).toHaveLength(1);
  await complete(panel);
  await handOver(panel);
  await expect.poll(() => desk.received.at(1)?.body).toBe('{"request":{"crew_id":4}}');
  await expect(page.locator('#crew')).toHaveText('Engineering');
});

test('a page that is loaded anew in the middle of watching loses nothing', async () => {
  const teacher = await begin({ saves: 'script' });
  const { page } = teacher;
  await teachFields(teacher);
  await teacher.watch();
  await page.reload();
  const lead = await leadOf(page);
  await expect(lead.getByText('Watching. Now hand the case over on the page.')).toBeVisible();
  await page.selectOption('#crew', { label: 'Engineering' });
  await page.click('#save');
  await expect(lead.getByText('sets Team to Engineering')).toBeVisible();
});

test('all by keyboard: walking over the page finds the place, and the page hears no key', async () => {
  const script = `globalThis.keys = []; addEventListener('keydown', ({ key }) => globalThis.keys.push(key), true);`;
  const { page, lead } = await begin({ saves: 'script', script });
  const frame = await lead();
  await rowOf(frame, 'Team')
    .getByRole('button', { name: /^Point/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(rowOf(frame, 'Team').getByText('Now click it on the page.')).toBeVisible();
  const status = frame.getByRole('status').last();
  // From the heading to its article, the column beside it, the first field, its label, its line break, its list.
  const steps = [
    ['ArrowDown', 'Team: Crane 4 stops in rain'],
    ['ArrowUp', /^team: Crane 4 stops in rain It happened again/i],
    ['ArrowLeft', /^team: Crew on it/i],
    ['ArrowDown', /^team: Crew on it/i],
    ['ArrowDown', 'Team: Crew on it'],
  ] as const;
  for (const [key, said] of steps) {
    await page.keyboard.press(key);
    await expect(status).toHaveText(typeof said === 'string' ? new RegExp(`^${said}$`, 'i') : said);
  }
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(status).toHaveText(/^team: Support$/i, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(rowOf(frame, 'Team')).toContainText('Support');
  // Escape ends the next one, and nothing is taken.
  await expect(rowOf(frame, 'Owner').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowOf(frame, 'Owner').getByText('Now click it on the page.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rowOf(frame, 'Owner').getByRole('button', { name: /^Point at it/ })).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([]);
});

test('where the request says nothing, it holds at the button that the person points at', async () => {
  const teacher = await begin({ saves: 'opaque' });
  const { page } = teacher;
  await teachFields(teacher);
  await teacher.watch();
  await page.selectOption('#crew', { label: 'Engineering' });
  await page.click('#save');
  const lead = await teacher.lead();
  await expect(lead.getByText('1 request seen that does not say which case goes where.')).toBeVisible();
  await teacher.press(/^Stop watching/);
  await teacher.press(/^Point at it/);
  await clickOn(page, '#save');
  await expect(lead.locator('.control')).toContainText('Save');
  await teacher.press(/^Go on/);
  await teacher.press(/^Use it without looking/);
  await expect.poll(() => teaches(page)).toBe(0);

  await page.goto(`${desk.origin}/requests/121`);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  desk.received.length = 0;
  await page.selectOption('#crew', { label: 'Engineering' });
  await page.click('#save', { noWaitAfter: true });
  const panel = await panelOf(page);
  expect(desk.received).toEqual([]);
  await complete(panel);
  await handOver(panel);
  await expect.poll(() => desk.received.length).toBe(1);
  expect(desk.received[0]).toMatchObject({ method: 'POST', path: '/rpc' });
});

test('what was taught is taught anew: nothing is held while Baton watches, and stopping changes nothing', async () => {
  const first = await begin({ saves: 'script' });
  const { page } = first;
  await teachFields(first);
  await first.watch();
  await page.selectOption('#crew', { label: 'Engineering' });
  await page.click('#save');
  await first.press(/^Go on/);
  await first.press(/^Use it/);
  await expect.poll(() => teaches(page)).toBe(0);
  const sites = () => baton.inWorker(async () => JSON.stringify(await chrome.storage.local.get('taught-sites')));
  const before = await sites();

  await page.goto(`${desk.origin}/requests/119`);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  const again = await teachAnew(baton, page);
  const lead = await again.lead();
  await expect(rowOf(lead, 'Team')).toContainText('Support');
  await again.press(/go on$/);
  await again.watch();
  desk.received.length = 0;
  await page.selectOption('#crew', { label: 'Engineering' });
  await page.click('#save');
  await expect.poll(() => desk.received.length).toBe(1);
  await expect(lead.getByText('sets Team to Engineering')).toBeVisible();
  await again.press(/^Stop teaching/);
  await expect.poll(() => teaches(page)).toBe(0);
  expect(await sites()).toBe(before);

  // From here on it holds as before.
  await page.goto(`${desk.origin}/requests/121`);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  await page.selectOption('#crew', { label: 'Engineering' });
  await page.click('#save', { noWaitAfter: true });
  await panelOf(page);
  expect(desk.received).toHaveLength(1);
});

test('a hostile page sees no click that points, reaches nothing of the lesson, and forges nothing', async () => {
  const script = `globalThis.heard = []; for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    addEventListener(type, (event) => event.isTrusted && globalThis.heard.push(type), true);`;
  const { page, lead } = await begin({ saves: 'script', script });
  const frame = await lead();
  await rowOf(frame, 'Team')
    .getByRole('button', { name: /^Point/ })
    .click();
  await expect(rowOf(frame, 'Team').getByText('Now click it on the page.')).toBeVisible();
  const reached = await page.evaluate((extension) => {
    const host = document.querySelector('baton-teach') as HTMLElement;
    const at = document.querySelector('#crew')?.getBoundingClientRect() as DOMRect;
    for (const target of [host, document.querySelector('#crew') as Element, document, window])
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        target.dispatchEvent(
          new MouseEvent(type, { bubbles: true, composed: true, clientX: at.x + 5, clientY: at.y + 5 }),
        );
    for (const act of [{ do: 'use' }, { do: 'stop' }, { do: 'watch', on: true }])
      window.postMessage({ call: 'teach/do', input: { nonce: '0'.repeat(32), act } }, '*');
    const own = document.createElement('iframe');
    own.src = `chrome-extension://${extension}/lesson.html#${'0'.repeat(32)}.light`;
    document.body.append(own);
    return { root: host.shadowRoot, frames: window.length, text: host.innerHTML };
  }, baton.launched.extensionId);
  expect(reached).toEqual({ root: null, frames: 1, text: '' });
  await clickOn(page, '#crew');
  await expect(rowOf(frame, 'Team')).toContainText('Support');
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  // What it framed itself leads nobody, and the lesson stands where it stood.
  const leads = await Promise.all(page.frames().map((one) => one.locator('.lead-title').count()));
  expect(leads.filter((count) => count > 0)).toHaveLength(1);
  await expect(frame.getByRole('heading', { name: 'Point at what the case shows' })).toBeVisible();
});
