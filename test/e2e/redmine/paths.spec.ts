// Each way of handing an issue over: held while something is missing, let go once, passed when it is no handoff.
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
  overlayText,
  type Plain,
  panelOf,
  type Redmine,
  seenOneByOne,
  signIn,
  test,
  wellKept,
} from './desk.ts';
import { PATHS, type Path } from './paths.ts';

interface Own {
  ids: number[];
  /** What Redmine stores, of these issues together. */
  stored(): Promise<string[][]>;
}

async function issuesFor(redmine: Redmine, path: Path): Promise<Own> {
  const ids: number[] = [];
  const acts: Acts[] = [];
  for (let n = 0; n < (path.many ? 2 : 1); n++) {
    const id = await wellKept(redmine);
    ids.push(id);
    acts.push(await actsSince(redmine, id));
  }
  return { ids, stored: async () => Promise.all(acts.map((one) => one())) };
}

const isRedraw = (url: string) => /edit\.js/.test(url);

/** The same act in a browser without Baton, on issues of the same kind: what Redmine then has on record. */
async function withoutBaton(redmine: Redmine, plain: Plain, path: Path): Promise<string[][]> {
  const twin = await issuesFor(redmine, path);
  const page = await plain('amara');
  await path.open(page, twin.ids);
  await path.handOff(page, twin.ids);
  // The answer to what writes comes when all of it is stored; a form drawn anew is no answer to it.
  const answered = page.waitForEvent('requestfinished', (one) => one.method() === 'POST' && !isRedraw(one.url()));
  await path.press(page);
  await answered;
  return twin.stored();
}

for (const path of PATHS) {
  const title = `${path.name}: passes what hands nothing over, holds a handoff until all is there, and lets it go once`;
  test(title, closes(path.hole), async ({ baton, redmine, plain }) => {
    const page = await signIn(baton, 'amara');
    await test.step('passes at once', async () => {
      const own = await issuesFor(redmine, path);
      await path.open(page, own.ids);
      await path.other(page, own.ids);
      await path.press(page);
      await expect.poll(async () => (await own.stored()).every((lines) => lines.length > 0)).toBe(true);
      await expectPassed(page, baton);
    });

    const wanted = await withoutBaton(redmine, plain, path);
    expect(wanted.every((lines) => lines.length === 1)).toBe(true);
    const own = await issuesFor(redmine, path);
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
      const nextPage = page.waitForEvent('load');
      await handOver(panel);
      await expect.poll(own.stored).toEqual(wanted);
      await nextPage;
      // A list whose rows show the change proves it too; of several, each is seen when it is opened.
      if (path.followedByList && path.many) await seenOneByOne(page, baton, own.ids.map(display));
      const sent = ['held', 'sending', 'sent'].flatMap((kind) => own.ids.map(() => kind));
      await expect.poll(() => kinds(baton)).toEqual(sent);
      if (!path.many) await expect.poll(() => overlayText(page)).toContain('Handed to Engineering');
      // Nothing follows: the desk has exactly what it would have had.
      expect(await own.stored()).toEqual(wanted);
    });
  });
}
