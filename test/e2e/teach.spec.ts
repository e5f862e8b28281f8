// A person teaches Baton a page that it has never seen, from the first press in the popup: point, watch once, look at other cases, use it.
import { startUnknownDesk, type UnknownDesk } from '../desks/unknown-desk.ts';
import { ensureBuild } from '../setup/build.ts';
import { makeProfile, removeProfile } from '../setup/profile.ts';
import { complete } from './checklist.ts';
import { launchGranting } from './granting.ts';
import { type Baton, expect, handOver, kinds, overlayText, panelOf, panelShown, test } from './practice.ts';
import { beginTeaching, leadOf, type Teacher, teaches } from './teaching.ts';

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
  test.setTimeout(60_000);
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

/** Points at what the case shows, and goes on. */
async function teachFields(teacher: Teacher): Promise<void> {
  const lead = await teacher.lead();
  await expect(lead.locator('.row').first()).toContainText('Crane 4 stops in rain');
  await teacher.pointAt('Team', '#crew', 'Support');
  await teacher.pointAt('Owner', '.holder', 'Tom Vega');
  await teacher.press(/go on$/);
}

for (const saves of ['script', 'form'] as const) {
  test(`taught in under two minutes, a desk that saves by ${saves} holds the next handoff and lets it go once`, async () => {
    test.setTimeout(120_000);
    const started = Date.now();
    const teacher = await begin({ saves });
    const { page } = teacher;
    await teachFields(teacher);
    await teacher.press(/^Start watching/);
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
    await expect.poll(() => overlayText(page)).toContain('Baton now holds what hands over');
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

test('a page that is loaded anew in the middle of watching loses nothing', async () => {
  const teacher = await begin({ saves: 'script' });
  const { page } = teacher;
  await teachFields(teacher);
  await teacher.press(/^Start watching/);
  await page.reload();
  const lead = await leadOf(page);
  await expect(lead.getByText('Watching. Now hand the case over on the page.')).toBeVisible();
  await page.selectOption('#crew', { label: 'Engineering' });
  await page.click('#save');
  await expect(lead.getByText('sets Team to Engineering')).toBeVisible();
});
