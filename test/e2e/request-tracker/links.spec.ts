// Links that write: Take, Steal and Untake, however they are clicked.
import type { Page } from '@playwright/test';
import {
  actsSince,
  closes,
  complete,
  display,
  expect,
  expectPassed,
  handOver,
  needs,
  type Plain,
  panelOf,
  type RequestTracker,
  type RtPerson,
  signIn,
  test,
  wellKept,
} from './desk.ts';
import { type action, toAction } from './paths.ts';

type Link = 'take' | 'steal';
// Nobody's ticket can be taken, and somebody else's stolen.
const ownerFor = { take: {}, steal: { owner: 'priya' } } as const;

async function ticket(rt: RequestTracker, link: Link) {
  const id = await wellKept(rt, { ...ownerFor[link], ...(link === 'take' ? { owner: undefined as never } : {}) });
  return { id, acts: await actsSince(rt, id) };
}

async function open(page: Page, id: number): Promise<void> {
  await page.goto(display(id));
  await page.waitForSelector('div.transaction');
}

/** What RT has on record when the link is clicked where there is no Baton. */
async function withoutBaton(rt: RequestTracker, plain: Plain, link: Link): Promise<string[]> {
  const { id, acts } = await ticket(rt, link);
  const page = await plain('jonas');
  await open(page, id);
  await (await toAction(page, link)).click();
  await expect.poll(async () => (await acts()).length).toBe(1);
  return acts();
}

const CLICKS: { name: string; click: Parameters<ReturnType<typeof action>['click']>[0]; newTab: boolean }[] = [
  { name: 'clicked', click: {}, newTab: false },
  { name: 'clicked with the middle button', click: { button: 'middle' }, newTab: true },
  { name: 'clicked with the control key', click: { modifiers: ['Control'] }, newTab: true },
];

for (const link of ['take', 'steal'] as const)
  for (const { name, click, newTab } of CLICKS.filter((one) => link === 'take' || !one.newTab))
    test(
      `${link}, ${name}: held while something is missing, then done once`,
      closes('GET link that writes'),
      async ({ baton, rt, plain }) => {
        const wanted = await withoutBaton(rt, plain, link);
        const { id, acts } = await ticket(rt, link);
        const page = await signIn(baton, 'jonas');
        await open(page, id);
        const pages = baton.context.pages().length;
        await (await toAction(page, link)).click(click);

        const panel = await panelOf(page);
        await expect(needs(panel)).toContainText('Still needed:');
        await expect(panel.locator('h1')).toContainText('Support L1');
        expect(await acts()).toEqual([]);
        expect(baton.context.pages().length).toBe(pages);

        await complete(panel);
        await handOver(panel);
        await expect.poll(acts).toEqual(wanted);
        await expect.poll(() => baton.context.pages().length).toBe(newTab ? pages + 1 : pages);
        await expect
          .poll(async () => (await baton.events()).map(({ kind }) => kind))
          .toEqual(['held', 'sending', 'sent']);
        expect(await acts()).toEqual(wanted);
      },
    );

const HARMLESS: [string, RtPerson, 'take' | 'untake'][] = [
  ['Untake hands a ticket to nobody', 'amara', 'untake'],
  ['Take by somebody who works in no other team', 'amara', 'take'],
];
for (const [name, person, link] of HARMLESS)
  test(`${name}: passes at once`, async ({ baton, rt }) => {
    const id = await wellKept(rt, link === 'take' ? { owner: undefined as never } : {});
    const acts = await actsSince(rt, id);
    const page = await signIn(baton, person);
    await open(page, id);
    await (await toAction(page, link)).click();
    await expect.poll(async () => (await acts()).length).toBe(1);
    await expectPassed(page, baton);
  });
