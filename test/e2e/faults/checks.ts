// What must hold after every fault: nothing lost, nothing doubled, nothing stuck. Each finding is a sentence; none is what is promised.
import { setTimeout as sleep } from 'node:timers/promises';
import { panelFrame, panelOf, panelShown, pressInPanel, write } from '../practice.ts';
import type { Fault } from './faults.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** At most so much typing may be lost that was never marked as saved, in milliseconds. */
const UNMARKED = 1_000;
/** So long a person waits for something before they take it for stuck. */
const PATIENCE = 12_000;

interface DraftRow {
  answers: Record<string, { value: unknown }>;
}
interface HandoffRow extends DraftRow {
  state: string;
}
interface SessionTab {
  holds?: unknown[];
}

/** So long one tab may show less than another has saved. */
const NEWS = 3_000;

/** Polls until true; false when it never was. */
export async function soon(is: () => Promise<boolean>, within = PATIENCE): Promise<boolean> {
  for (const end = Date.now() + within; ; await sleep(25)) {
    if (await is().catch(() => false)) return true;
    if (Date.now() > end) return false;
  }
}

/** What was marked as saved, or is older than a second, and where the page lived on all of it: kept in a draft or in a handoff. */
export async function findLost(world: World, fault: Fault): Promise<void> {
  const { seen, struck } = world;
  const last = (list: typeof seen) => list.at(-1);
  const owed = new Map<string, string>();
  for (const criterion of new Set(seen.map((one) => one.criterion))) {
    const here = seen.filter((one) => one.criterion === criterion);
    const due = here.filter(({ at, saved }) => saved || at <= struck - UNMARKED);
    const most = fault.pageLives ? last(here) : last(due);
    if (most) owed.set(criterion, most.text);
  }
  for (const [criterion, text] of owed) {
    let kept: string[] = [];
    const isKept = async () => {
      kept = await keptTexts(world, criterion);
      return kept.some((one) => one.includes(text));
    };
    if (!(await soon(isKept))) world.lost.push(`${criterion}: “${text}” was typed, kept is ${JSON.stringify(kept)}`);
  }
}

async function keptTexts({ baton }: World, criterion: string): Promise<string[]> {
  const rows = [...(await baton.rows<DraftRow>('drafts')), ...(await baton.rows<DraftRow>('handoffs'))];
  return rows.flatMap(({ answers }) => {
    const value = answers[criterion]?.value;
    return value === undefined ? [] : [typeof value === 'string' ? value : JSON.stringify(value)];
  });
}

/** The person makes sure that the handoff arrives: looks, and where it did not, does it again. Also reads what the panel shows them. */
export async function finish(world: World, step: Step): Promise<void> {
  const { door, desk } = world;
  const arrived = () => door.arrived(desk);
  if (step.pressed && (await soon(arrived, 3_000))) return;
  // What was done in a page that lives on may be about to show its checklist, or about to arrive.
  if (world.fault.pageLives) await soon(async () => (await panelShown(world.page)) || arrived(), 2_000);
  if (await arrived()) return;
  for (let tries = 0; tries < 2; tries++) {
    try {
      // The second time they load the page anew first, and at once where the browser shows that it could not be reached.
      if (tries > 0 || world.page.url().startsWith('chrome-error:')) await world.go(door.startPath);
      if (!(await panelShown(world.page))) await world.act();
      if (!(await soon(async () => (await panelShown(world.page)) || arrived()))) continue;
      if (await arrived()) return;
      await answerAndPress(world);
      if (await soon(arrived)) return;
    } catch (error) {
      world.trouble.push(String(error));
    }
  }
  if (!(await arrived())) world.stuck.push(`the handoff cannot be completed: ${world.trouble.join('; ')}`);
}

export async function answerAndPress(world: World): Promise<void> {
  const { door } = world;
  const panel = await panelOf(world.page);
  world.panel = panel;
  const field = world.field(panel).first();
  if (await field.isVisible()) {
    let [shown, kept] = ['', ''];
    // What another tab saved comes with the news of it, and not under a field that was typed in a moment ago.
    const agrees = async () => {
      shown = await field.inputValue();
      [kept = ''] = await keptTexts(world, door.criterion);
      return shown.startsWith(kept);
    };
    if (!(await soon(agrees, NEWS))) world.lost.push(`the panel shows “${shown}”, kept is “${kept}”`);
    if (!shown.startsWith(door.words)) {
      await write(field, door.words);
    }
  }
  const second = panel.getByRole('textbox', { name: door.second.field }).first();
  if (world.other && (await second.isVisible())) {
    // Two words are not enough of an answer.
    await write(second, 'Their lead for IT doubts that it will be complete');
    await door.second.finish?.(panel);
  }
  await pressInPanel(panel, /^Hand over to/);
}

/** One action of the person, at most one request; one handoff, at most one write, one `sent` and one hold. */
export async function findDoubled(world: World): Promise<void> {
  const { doubled, baton } = world;
  const requests = await world.requests();
  const writes = requests.filter(({ wrote }) => wrote);
  if (writes.length > 1) doubled.push(`the desk wrote it ${writes.length} times`);
  if (requests.length > world.acts) doubled.push(`${requests.length} requests came of ${world.acts} actions`);
  const events = await baton.events();
  const sent = events.filter(({ kind }) => kind === 'sent').length;
  if (sent > 1) doubled.push(`the record says ${sent} times that it was sent`);
  const failed = events.filter(({ kind }) => kind === 'failed').length;
  // Whoever is told so does it once more.
  if (world.fault.refuses && failed > requests.length - writes.length)
    doubled.push(
      `the record says ${failed} times that it did not go, and the desk refused ${requests.length - writes.length}`,
    );
  if (world.fault.refuses && writes.length > 0 && sent === 0)
    doubled.push('the desk has it, and the record does not say so');
  const held = events.filter(({ kind }) => kind === 'held').map(({ payload }) => String(payload?.['attempt']));
  if (new Set(held).size < held.length) doubled.push('one hold is in the record twice');
  for (const holds of await holdsOfTabs(world)) if (holds > 1) doubled.push(`a tab holds ${holds} attempts`);
}

async function holdsOfTabs({ baton }: World): Promise<number[]> {
  const tabs = await baton.inWorker(async () => Object.values(await chrome.storage.session.get()) as SessionTab[]);
  return tabs.map(({ holds }) => holds?.length ?? 0);
}

/** Nothing waits, and once the case was opened again nothing is "sending" or unconfirmed. */
export async function settle(world: World): Promise<void> {
  const { door, stuck, page } = world;
  await letOthersGo(world);
  if (!(await soon(async () => !(await door.waits(page))))) stuck.push('the page still waits for an answer');
  await world.go(door.casePath);
  await page.waitForSelector('baton-overlay', { state: 'attached' });
  const open = async () =>
    (await world.baton.rows<HandoffRow>('handoffs')).filter(({ state }) => /sending|unconfirmed/.test(state)).length;
  if (!(await soon(async () => (await open()) === 0, 3_000))) {
    const states = (await world.baton.rows<HandoffRow>('handoffs')).map(({ state }) => state);
    stuck.push(`after the case was opened again its handoffs are ${states.join(', ')}`);
  }
}

/** An ordinary save of the desk goes through. */
export async function saveOrdinarily({ door, desk, page, stuck }: World): Promise<void> {
  await door.ordinary(page);
  if (!(await soon(() => door.ordinarySaved(desk)))) stuck.push('an ordinary save does not reach the desk');
}

/** The second tab's own hold is taken back by its person, unless that tab says that the first one sent it. */
async function letOthersGo({ other, door, stuck }: World): Promise<void> {
  if (!other || other.page.isClosed()) return;
  const gone = async () => {
    const panel = (await panelShown(other.page)) ? panelFrame(other.page) : null;
    // One comes in the place of the other.
    await panel
      ?.getByRole('button', { name: /^(Not now|Close)$/ })
      .last()
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    return !(await panelShown(other.page));
  };
  if (!(await soon(gone))) stuck.push('the second tab’s checklist cannot be closed');
  if (!(await soon(async () => !(await door.waits(other.page))))) stuck.push('the second tab still waits');
  await other.page.close();
}
