// The tests of one mirrored desk, from its lists: what Baton reads of its pages, how each way of handing over is held, and what passes.
import type { Browser, Page } from '@playwright/test';
import { seenOf } from '../../desks/mirrors/mirror.ts';
import type { Mirrored } from '../../setup/places.ts';
import { keepsItsContract } from '../door-contract.ts';
import { closes, handOver, kinds, panelOf, states } from '../practice.ts';
import { type Received, received } from '../received.ts';
import type { Way } from '../ways.ts';
import { answered, deskOf, expect, type MirrorDesk, openCase, sightingOf, test } from './mirror.ts';

/** One way in which a desk hands cases over, from a page of it. */
export interface MirrorWay {
  name: string;
  holes?: string[];
  path: string;
  /** The page shows no case in full, so Baton draws nothing there. */
  list?: true;
  cases?: number;
  /** Its request is not known, so nobody hears how it ended: the next visit of the case tells. */
  silent?: true;
  act(page: Page): Promise<void>;
  /** The same control, with a change that hands nothing over. */
  harmless(page: Page): Promise<void>;
  /** What the desk's screen shows once it was taken back, besides its own words for a refusal. */
  takenBack(page: Page): Promise<void>;
  /** What the desk holds once it was handed over: by case, what changed. */
  becomes: Record<string, Record<string, string>>;
}

/** Something that looks like a handoff and is none, and reaches the desk as it would without Baton. */
export interface Passing {
  name: string;
  path: string;
  list?: true;
  act(page: Page): Promise<void>;
}

export interface Lists {
  /** As people call it, for the table of holes. */
  name: string;
  /** Addresses of its own interface on another host, which lead to the mirror too. */
  elsewhere?: string;
  /** Pages that show one case: its id, where, and what leads there without loading, where it is another case of the same document. */
  cases: readonly { id: string; path: string; list?: true; goThere?(page: Page): Promise<void>; loose?: true }[];
  ways: readonly MirrorWay[];
  passes?: readonly Passing[];
  /** Handoffs by requests that nobody knows: they leave, and the record says so when the case is next read. */
  unseen?: readonly Passing[];
}

/** Everything that a desk's lists say, as tests. */
export function testsOf(id: Mirrored, { name, elsewhere, cases, ways, passes = [], unseen = [] }: Lists): void {
  const desk = deskOf(id);
  test.beforeEach(async ({ page }) => {
    await desk.reset();
    if (elsewhere) await desk.answersFor(page, elsewhere);
  });

  for (const one of cases)
    test(`${name}: what is read of case ${one.id} is what a person sees`, async ({ page, baton }) => {
      await start(page, desk, one);
      await one.goThere?.(page);
      const record = await desk.read(one.id);
      const read = () => sightingOf(baton, one.id);
      await expect.poll(async () => (await read())?.fields).toMatchObject(seenOf(desk.mirror, record));
      const entries = (await read())?.entries ?? [];
      // A desk that does not say what kind an entry is, or puts author and time into its text.
      const said = record.entries.map(({ kind, text }) =>
        one.loose ? { text: expect.stringContaining(text) } : { kind, text },
      );
      expect(entries).toMatchObject(said);
      expect((await read())?.health).toMatchObject({ light: 'green' });
    });

  for (const way of ways)
    test(`${name}: ${way.name}: the contract of its door`, closes(way.holes, name), async ({ page, baton, plain }) => {
      const alone = await withoutBaton(plain, desk, way, elsewhere);
      await keepsItsContract(walked(desk, way), { page, desk, baton, alone });
    });

  // Of a request that is not known nobody hears how it ended.
  const first = ways.find(({ silent }) => !silent);
  if (first)
    test(`${name}: ${first.name}, refused by the desk: a draft again`, async ({ page, baton }) => {
      await start(page, desk, first);
      await first.act(page);
      const panel = await panelOf(page);
      await answered(panel);
      await desk.refuse();
      await handOver(panel);
      await expect.poll(() => states(baton)).toEqual(['failed']);
      expect(await desk.writes()).toEqual([]);
    });

  for (const one of passes)
    test(`${name}: ${one.name} passes`, async ({ page, baton, plain }) => {
      const alone = await withoutBaton(plain, desk, one, elsewhere);
      await start(page, desk, one);
      await one.act(page);
      await expect.poll(async () => (await desk.writes()).length).toBe(1);
      expect(await received(desk)).toEqual(alone);
      expect(await baton.events()).toEqual([]);
    });

  for (const one of unseen)
    test(`${name}: ${one.name} leaves, and is on record once the case is read again`, async ({ page, baton }) => {
      await start(page, desk, one);
      await expect.poll(async () => (await baton.rows('sightings')).length).toBeGreaterThan(0);
      await one.act(page);
      await expect.poll(async () => (await desk.writes()).length).toBe(1);
      await start(page, desk, one);
      await expect.poll(async () => kinds(await baton.events())).toEqual(['ungated']);
    });
}

const start = (page: Page, desk: MirrorDesk, { path, list }: Pick<Passing, 'path' | 'list'>) =>
  list ? page.goto(desk.origin + path).then(() => undefined) : openCase(page, desk, path);

/** A way as the walk of a door's contract takes it. */
function walked(desk: MirrorDesk, way: MirrorWay): Way<MirrorDesk> {
  const { name, cases, silent } = way;
  return {
    name,
    ...(cases ? { cases } : {}),
    ...(silent ? { silent } : {}),
    start: (page) => start(page, desk, way),
    act: way.act,
    harmless: async (page) => {
      await start(page, desk, way);
      await way.harmless(page);
    },
    takenBack: way.takenBack,
    complete: answered,
    arrived: async (desk) => {
      for (const [id, fields] of Object.entries(way.becomes))
        expect((await desk.read(id)).fields).toMatchObject(fields);
    },
  };
}

/** What the desk receives of the same act in a browser without Baton. */
async function withoutBaton(
  plain: Browser,
  desk: MirrorDesk,
  { path, act }: Passing | MirrorWay,
  elsewhere?: string,
): Promise<Received[]> {
  const page = await plain.newPage({ viewport: { width: 1400, height: 900 } });
  if (elsewhere) await desk.answersFor(page, elsewhere);
  await page.goto(desk.origin + path);
  await act(page);
  await expect.poll(async () => (await desk.writes()).length).toBe(1);
  const found = await received(desk);
  await page.close();
  await desk.reset();
  return found;
}
