// Each way of handing a ticket over: held while something is missing, let go once, passed when it is no handoff.
import {
  type Acts,
  actsSince,
  closes,
  complete,
  display,
  expect,
  expectPassed,
  handOver,
  kinds,
  needs,
  type Plain,
  panelOf,
  type RequestTracker,
  seenOneByOne,
  signIn,
  test,
  wellKept,
} from './desk.ts';
import { PATHS, type Path } from './paths.ts';

interface Own {
  ids: number[];
  acts: Acts[];
  /** What RT stores, of these tickets together. */
  stored(): Promise<string[][]>;
}

async function ticketsFor(rt: RequestTracker, path: Path): Promise<Own> {
  const ids: number[] = [];
  const acts: Acts[] = [];
  for (let n = 0; n < (path.many ? 2 : 1); n++) {
    const id = await wellKept(rt, path.ticket);
    ids.push(id);
    acts.push(await actsSince(rt, id));
  }
  return { ids, acts, stored: async () => Promise.all(acts.map((one) => one())) };
}

const isPreview = (url: string) => /PreviewScrips|ShowSimplifiedRecipients/.test(url);

/** The same act in a browser without Baton, on tickets of the same kind: what RT then has on record. */
async function withoutBaton(rt: RequestTracker, plain: Plain, path: Path): Promise<string[][]> {
  const twin = await ticketsFor(rt, path);
  const page = await plain('amara');
  await path.open(page, twin.ids);
  // The answer to what writes comes when all of it is stored; previews of mails are no answer to it.
  const answered = page.waitForEvent('requestfinished', (one) => one.method() === 'POST' && !isPreview(one.url()));
  await path.handOff(page, twin.ids);
  await path.press(page);
  await answered;
  return twin.stored();
}

for (const path of PATHS)
  test(
    `${path.name}: passes what hands nothing over, holds a handoff until all is there, and lets it go once`,
    closes(path.hole),
    async ({ baton, rt, plain }) => {
      const page = await signIn(baton, 'amara');
      await test.step('passes at once', async () => {
        const own = await ticketsFor(rt, path);
        await path.open(page, own.ids);
        await path.other(page, own.ids);
        await path.press(page);
        await expect.poll(async () => (await own.stored()).every((lines) => lines.length > 0)).toBe(true);
        await expectPassed(page, baton);
      });

      const wanted = await withoutBaton(rt, plain, path);
      const own = await ticketsFor(rt, path);
      const panel = await test.step('is held while something is missing', async () => {
        await path.open(page, own.ids);
        const before = page.url();
        await path.handOff(page, own.ids);
        await path.press(page);
        const shown = await panelOf(page);
        await expect(needs(shown)).toContainText('Still needed:');
        expect(page.url()).toBe(before);
        expect((await own.stored()).flat()).toEqual([]);
        const [held] = await baton.events();
        expect(held?.kind).toBe('held');
        expect(held?.payload?.missing).not.toEqual([]);
        return shown;
      });

      await test.step('is let go once, and stored as without Baton', async () => {
        await complete(panel);
        const nextPage = path.many && page.waitForEvent('load');
        await handOver(panel);
        await expect.poll(own.stored).toEqual(wanted);
        // The page that follows bulk update shows no case: that these arrived is seen when they are next opened.
        if (path.many) {
          await nextPage;
          await seenOneByOne(page, baton, own.ids.map(display));
        }
        const sent = ['held', 'sending', 'sent'].flatMap((kind) => own.ids.map(() => kind));
        await expect.poll(() => kinds(baton)).toEqual(sent);
        // Nothing follows: the desk has exactly what it would have had.
        expect(await own.stored()).toEqual(wanted);
      });
    },
  );
