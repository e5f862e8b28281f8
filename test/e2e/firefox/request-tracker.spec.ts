// The same promises on a real desk in Firefox: Request Tracker, by its Basics box, its reply form and its link Take.
import type { BrowserContext, Page } from '@playwright/test';
import { type NewRtTicket, openRequestTracker } from '../../desks/rt.ts';
import { closes, expect, handOver, kinds, notNow, panelOf, panelShown } from '../practice.ts';
import {
  actsSince,
  choose,
  chooseQueue,
  complete,
  display,
  needs,
  newSession,
  RT_URL,
  type RtPerson,
  reply,
  saveBasics,
  wellKept,
} from '../request-tracker/desk.ts';
import { toAction, writeMessage } from '../request-tracker/paths.ts';
import { test } from './harness.ts';

interface Path {
  name: string;
  who: RtPerson;
  act(page: Page, id: number): Promise<unknown>;
  /** What RT then has on record. */
  stored: string[];
  ticket?: Partial<NewRtTicket>;
  hole?: string;
}

const PATHS: Path[] = [
  {
    name: 'the Basics box',
    who: 'amara',
    act: async (page, id) => {
      await page.goto(display(id));
      await page.waitForSelector('div.transaction');
      await chooseQueue(page, 'Engineering');
      await saveBasics(page);
    },
    stored: ['amara: Set Queue'],
  },
  {
    name: 'the reply form with a new owner',
    who: 'amara',
    act: async (page, id) => {
      await page.goto(reply(id));
      await writeMessage(page, 'We look into it.');
      await choose(page, 'form[name=TicketUpdate]', 'Owner', /^jonas/);
      await page.click('input[value="Update Ticket"]');
    },
    stored: ['amara: Correspond', 'amara: Set Owner'],
  },
  {
    name: 'the link Take',
    who: 'jonas',
    act: async (page, id) => {
      await page.goto(display(id));
      await page.waitForSelector('div.transaction');
      await (await toAction(page, 'take')).click();
    },
    stored: ['jonas: Set Owner'],
    ticket: { owner: undefined as never },
    hole: 'GET link that writes',
  },
];

async function signIn(context: BrowserContext, person: RtPerson): Promise<void> {
  await context.addCookies([{ ...(await newSession(person)), url: RT_URL }]);
}

for (const { name, who, act, stored, ticket, hole } of PATHS) {
  const proves = closes(hole, 'Request Tracker');
  test(`${name}: held while something is missing, taken back, and let go once`, proves, async ({ page, baton }) => {
    const rt = await openRequestTracker('root');
    const id = await wellKept(rt, ticket);
    const acts = await actsSince(rt, id);
    await signIn(baton.context, who);

    await act(page, id);
    const first = await panelOf(page);
    await expect(needs(first)).toContainText('Still needed:');
    await notNow(first);
    await expect.poll(() => panelShown(page)).toBe(false);
    expect(await acts()).toEqual([]);

    await act(page, id);
    const panel = await panelOf(page);
    await complete(panel);
    expect(await acts()).toEqual([]);
    await handOver(panel);
    const lines = async () =>
      (await acts()).map((line) => stored.find((known) => line.startsWith(known)) ?? line).sort();
    await expect.poll(lines).toEqual([...stored].sort());
    await expect
      .poll(async () => kinds(await baton.events()), { timeout: 20_000 })
      .toEqual(['held', 'cancelled', 'held', 'sending', 'sent']);
    expect(await lines()).toEqual([...stored].sort());
  });
}
