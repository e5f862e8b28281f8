// A desk that refuses, or whose answer never comes: the handoff is a draft again with every answer, the screen says so, and nothing goes twice.
import {
  type Baton,
  expect,
  handOver,
  open,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  readCases,
  states,
} from '../practice.ts';
import { type RigMode, rigModes } from './modes.ts';
import { test } from './twin.ts';

const REFUSED = 'The desk did not take this handoff. Your answers are kept';
const UNSURE = 'the desk has not confirmed it yet';

/** One for each way in which a request is let go: by fetch, by XHR, from a frame, for several cases, at a control's own event. */
const byRequest = ['pick-click', 'rest-xhr', 'frame-srcdoc', 'bulk-ids', 'covered-spinner'];
/** Those after which another page comes. */
const byPage = ['native-submit', 'get-link'];
const named = (ids: string[]) => ids.map((id) => rigModes.find((mode) => mode.id === id) as RigMode);

const times = (mode: RigMode, ...names: string[]) => names.flatMap((name) => Array<string>(mode.cases ?? 1).fill(name));
const answers = async (baton: Baton) =>
  (await baton.rows<{ answers: Record<string, { value: string }> }>('drafts')).map(
    (draft) => draft.answers['ask']?.value,
  );
const ASKED = 'Find out why the export of mixed currencies is blank';

for (const mode of named(byRequest)) {
  test(`${mode.id}: an error, a broken connection, and then an answer`, async ({ page, desk, baton }) => {
    const again = () => (mode.path.includes('/1') ? openCase(page, mode.path) : open(page, mode.path));

    await test.step('an error: a draft again, the desk shows its own', async () => {
      await readCases(page, baton, mode.first);
      await again();
      await mode.act(page);
      const panel = await panelOf(page);
      await mode.complete(panel);
      await desk.fault('500');
      await handOver(panel);
      await expect.poll(() => states(baton)).toEqual(times(mode, 'failed'));
      await expect.poll(() => overlayText(page)).toContain(REFUSED);
      await expect(page.locator('.toast.error').last()).toContainText('not saved');
      expect(await answers(baton)).toEqual(times(mode, ASKED));
      expect(await desk.writes()).toEqual([]);
    });

    await test.step('a broken connection: not confirmed, until the case is read', async () => {
      await again();
      await desk.fault('drop');
      // Nothing is missing any more: it leaves at once.
      await mode.act(page);
      await expect.poll(() => states(baton)).toEqual(times(mode, 'failed', 'unconfirmed'));
      await expect.poll(() => overlayText(page)).toContain(UNSURE);
      expect(await panelShown(page)).toBe(false);
      await readCases(page, baton, mode.first);
      await again();
      await expect.poll(() => states(baton)).toEqual(times(mode, 'failed', 'failed'));
      expect(await answers(baton)).toEqual(times(mode, ASKED));
    });

    await test.step('the desk takes it: one write', async () => {
      await mode.act(page);
      await expect.poll(() => states(baton)).toEqual(times(mode, 'failed', 'failed', 'sent'));
      expect(await desk.writes()).toHaveLength(1);
      await mode.arrived(desk);
      expect(await answers(baton)).toEqual([]);
    });
  });
}

for (const mode of named(byPage)) {
  test(`${mode.id}: an error page, and then an answer`, async ({ page, desk, baton }) => {
    await openCase(page, mode.path);
    await mode.act(page);
    const panel = await panelOf(page);
    await mode.complete(panel);
    await desk.fault('500');
    await handOver(panel);
    await expect(page.getByText('The desk could not save this')).toBeVisible();

    await openCase(page, mode.path);
    await expect.poll(() => states(baton)).toEqual(['failed']);
    await expect.poll(() => overlayText(page)).toContain(REFUSED);
    expect(await answers(baton)).toEqual([ASKED]);
    expect(await desk.writes()).toEqual([]);

    await mode.act(page);
    await expect.poll(() => states(baton)).toEqual(['failed', 'sent']);
    expect(await desk.writes()).toHaveLength(1);
    expect(await answers(baton)).toEqual([]);
  });
}
