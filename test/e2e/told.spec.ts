// After a handoff left: the person is told that it went, or that it did not, wherever the desk leads them, and nothing of theirs is lost.
import type { Page } from '@playwright/test';
import {
  asksKept,
  type Baton,
  completeFirst,
  type Desk,
  expect,
  handOverInList,
  type Lasting,
  openCase,
  overlayText,
  saveToEngineering,
  states,
  test,
} from './practice.ts';

/** Within this time it is said, in milliseconds. */
const SOON = { timeout: 6_000 };
const WENT = 'Handed to Engineering';
const ASKED = 'Find out why the export of mixed currencies is blank';

const says = (page: Page, words: string) => expect.poll(() => overlayText(page), SOON).toContain(words);
const whyFailed = async (baton: Baton) =>
  (await baton.events()).flatMap(({ kind, payload }) => (kind === 'failed' ? [payload?.['why']] : []));

/** Saves case 1 to Engineering with nothing missing, by the details form. */
async function saveForm(page: Page): Promise<void> {
  await openCase(page);
  await saveToEngineering(page);
}

test.describe('it went', () => {
  for (const [after, path] of [
    ['next', '/case/2'],
    ['list', '/'],
    // A page of another kind, without a case or a form.
    ['other', '/rig'],
  ] as const) {
    test(`a form that leads to the ${after} page: it is said there`, async ({ page, desk, baton }) => {
      await completeFirst(page);
      await desk.lasting({ after });
      await saveForm(page);
      await page.waitForURL((url) => url.pathname === path);
      await says(page, WENT);
      expect(await states(baton)).toEqual(['sent']);
      expect(await desk.writes()).toHaveLength(1);
      expect(await asksKept(baton)).toEqual([]);
    });
  }

  test('a request, after which the page leaves at once: it is said on the next page', async ({ page, baton }) => {
    await completeFirst(page);
    await page.goto(new URL('/', page.url()).href);
    await page.evaluate(() => Object.assign(globalThis, { toast: () => location.assign('/case/2') }));
    await page.selectOption('tr[data-case-id="1"] select[name="team"]', { label: 'Engineering' });
    await page.waitForURL((url) => url.pathname === '/case/2');
    await says(page, WENT);
    expect(await states(baton)).toEqual(['sent']);
  });
});

type Refusal = { name: string; how: Partial<Lasting> | 'refuse'; words: RegExp; why: string };
const SIGN_IN = /signed you out.*Sign in/;
const form: Refusal[] = [
  { name: 'a page where one signs in', how: { session: 'login' }, words: SIGN_IN, why: 'signed-out' },
  { name: '403', how: { session: 'forbidden' }, words: SIGN_IN, why: 'answered: 403' },
  { name: 'a lock that has expired', how: { lock: 'expired' }, words: /locked or changed/, why: 'answered: 409' },
  { name: 'the form once more', how: 'refuse', words: /did not take this handoff/, why: 'form-again' },
];
const request = form.map((one) => (one.how === 'refuse' ? { ...one, name: '422', why: 'answered: 422' } : one));

const put = (desk: Desk, how: Refusal['how']) => (how === 'refuse' ? desk.fault(how) : desk.lasting(how));
const calm: Partial<Lasting> = { session: 'open', lock: 'held' };

for (const [way, all, act] of [
  ['a form', form, saveForm],
  ['a request', request, handOverInList],
] as const) {
  test.describe(`${way} did not go`, () => {
    for (const { name, how, words, why } of all) {
      test(`answered by ${name}: it is said within seconds, the draft is whole, and the next press goes`, async ({
        page,
        desk,
        baton,
      }) => {
        await completeFirst(page);
        await (act === saveForm ? openCase(page) : page.goto(new URL('/', page.url()).href));
        await put(desk, how);
        if (act === saveForm) await saveToEngineering(page);
        else await page.selectOption('tr[data-case-id="1"] select[name="team"]', { label: 'Engineering' });
        await expect.poll(() => overlayText(page), SOON).toMatch(words);
        expect(await states(baton)).toEqual(['failed']);
        expect(await whyFailed(baton)).toEqual([why]);
        expect(await asksKept(baton)).toEqual([ASKED]);
        expect(await desk.writes()).toEqual([]);

        await desk.lasting(calm);
        await act(page);
        await says(page, WENT);
        expect(await states(baton)).toEqual(['failed', 'sent']);
        expect(await desk.writes()).toHaveLength(1);
      });
    }
  });
}
