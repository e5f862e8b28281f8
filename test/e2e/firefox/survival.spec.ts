// In Firefox too: what a person typed is there again, whatever ends in between, and the same in every tab.
import type { Frame, Page } from '@playwright/test';
import { makeProfile, removeProfile } from '../../setup/profile.ts';
import { ASK, answer, expect, openCase, panelOf, saved, saveToEngineering } from '../practice.ts';
import { endBackground, type FirefoxBaton, startBaton, test } from './harness.ts';

/** Too short to be enough: the checklist keeps asking, in an open field. */
const WORDS = 'Find out why';
const OTHER = 'Find out who';

async function hold(page: Page): Promise<Frame> {
  await openCase(page);
  await saveToEngineering(page);
  return panelOf(page);
}

async function write(page: Page): Promise<Frame> {
  const panel = await hold(page);
  await answer(panel, ASK, WORDS);
  await saved(panel);
  return panel;
}

const field = (panel: Frame) => panel.getByRole('textbox', { name: ASK });
const kept = async (baton: FirefoxBaton) =>
  (await baton.rows<{ answers: Record<string, { value: string }> }>('drafts'))[0]?.answers['ask']?.value;

test('a reload of the page, an event page that the browser ended while typing goes on, and two tabs', async ({
  page,
  baton,
}) => {
  await test.step('a reload', async () => {
    await write(page);
    await page.reload();
    await expect(field(await hold(page))).toHaveValue(WORDS);
  });
  await test.step('an event page that was ended', async () => {
    const panel = await hold(page);
    await endBackground(baton);
    await field(panel).click();
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    await saved(panel);
    await expect.poll(() => kept(baton)).toBe(`${WORDS}!`);
  });
  await test.step('two tabs show the same, whichever of them was typed in', async () => {
    const first = await hold(page);
    const second = await hold(await baton.newPage());
    await expect(field(second)).toHaveValue(`${WORDS}!`);
    await answer(second, ASK, OTHER);
    await expect(field(first)).toHaveValue(OTHER);
  });
});

test('a browser that was closed, and one that was killed right after "Saved"', async () => {
  const profile = await makeProfile();
  try {
    const first = await startBaton(profile);
    await write(await first.newPage());
    await first.firefox.close();

    const second = await startBaton(profile);
    const page = await second.newPage();
    const panel = await hold(page);
    await expect(field(panel)).toHaveValue(WORDS);
    await answer(panel, ASK, OTHER);
    await saved(panel);
    const gone = new Promise((done) => second.context.once('close', done));
    process.kill(await second.firefox.process(), 'SIGKILL');
    await gone;

    const third = await startBaton(profile);
    await expect(field(await hold(await third.newPage()))).toHaveValue(OTHER);
    await third.firefox.close();
  } finally {
    await removeProfile(profile, true);
  }
});
