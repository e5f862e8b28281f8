// The desk does not take what was let go: not sent, said in words, and nothing that was typed is lost.
import type { Frame, Page } from '@playwright/test';
import {
  type Acts,
  actsSince,
  type Baton,
  complete,
  display,
  expect,
  expectAsk,
  handOver,
  holdInBasics,
  kinds,
  newSession,
  openChecklist,
  overlayText,
  panelOf,
  type RequestTracker,
  RT_URL,
  signIn,
  test,
  wellKept,
} from './desk.ts';
import { PATHS } from './paths.ts';

const ASK = 'Find out why the export of mixed currencies is blank';
const list = PATHS.find(({ name }) => name === 'a row of search results');

async function holdInList(page: Page, rt: RequestTracker): Promise<{ id: number; acts: Acts; panel: Frame }> {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  await page.goto(display(id));
  await page.waitForSelector('div.transaction');
  await list?.open(page, [id]);
  await list?.handOff(page, [id]);
  const panel = await panelOf(page);
  await complete(panel);
  return { id, acts, panel };
}

async function drafts(baton: Baton): Promise<number> {
  return (await baton.rows('drafts')).length;
}

test('RT answers 500 to a list’s request: failed, a draft again, and the line says so', async ({
  baton,
  amara,
  rt,
}) => {
  const { id, acts, panel } = await holdInList(amara, rt);
  await amara.route('**/Helpers/TicketUpdate*', (route) => route.fulfill({ status: 500, body: 'Internal error' }));
  await handOver(panel);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'failed']);
  await expect.poll(() => overlayText(amara)).toContain('The desk did not take this handoff. Your answers are kept');
  expect(await acts()).toEqual([]);
  await amara.unroute('**/Helpers/TicketUpdate*');
  await expectAsk(await openChecklist(amara, id), ASK);
});

test('the network goes while a list’s request is on its way: not confirmed, and cleared up at the next visit', async ({
  baton,
  amara,
  rt,
}) => {
  const { id, acts, panel } = await holdInList(amara, rt);
  await amara.route('**/Helpers/TicketUpdate*', (route) => route.abort('connectionreset'));
  await handOver(panel);
  await expect.poll(async () => (await baton.rows<{ state: string }>('handoffs'))[0]?.state).toBe('unconfirmed');
  await expect.poll(() => overlayText(amara)).toContain('the desk has not confirmed it yet');
  await amara.goto(display(id));
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'failed']);
  expect(await acts()).toEqual([]);
  await expectAsk(await openChecklist(amara, id), ASK);
});

test('the network goes while a form is on its way: the next visit shows that it did not arrive', async ({
  baton,
  amara,
  rt,
}) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  const panel = await holdInBasics(amara, id);
  await complete(panel);
  await amara.route('**/Ticket/Display.html', (route) => route.abort('internetdisconnected'));
  await handOver(panel);
  await expect.poll(() => amara.url()).not.toContain(RT_URL);
  await amara.unroute('**/Ticket/Display.html');
  await amara.goto(display(id));
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'failed']);
  await expect.poll(() => overlayText(amara)).toContain('The desk did not take this handoff');
  expect(await acts()).toEqual([]);
  await expectAsk(await openChecklist(amara, id), ASK);
});

test('the session ended meanwhile: RT asks to sign in, nothing is called sent, and the draft is kept', async ({
  baton,
  rt,
}) => {
  const id = await wellKept(rt);
  const acts = await actsSince(rt, id);
  const page = await baton.newPage();
  await baton.context.addCookies([{ ...(await newSession('amara')), url: RT_URL }]);
  const panel = await holdInBasics(page, id);
  await complete(panel);
  await baton.context.clearCookies();
  await handOver(panel);
  await page.waitForSelector('input[name=pass]');
  expect(await acts()).toEqual([]);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'failed']);
  expect(await drafts(baton)).toBe(1);

  const again = await signIn(baton, 'amara');
  await page.close();
  await again.goto(display(id));
  // Another tab's page may have been asked for before the request arrived: its word counts a little later.
  await expectAsk(await openChecklist(again, id), ASK);
  expect(await kinds(baton)).not.toContain('sent');
  expect(await acts()).toEqual([]);
});
