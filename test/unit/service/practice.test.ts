import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetLeft, practiceClosed } from '../../../lib/service/practice';
import { changeTab } from '../../../lib/service/tab-state';
import { handoffsOf } from '../../../lib/store/handoffs';
import { saveValues, sightingsOf } from '../../../lib/store/sightings';
import { freshStore } from '../store/fixtures';
import { heard } from './world';

const ORIGIN = 'chrome-extension://abcdefghijklmnop';
const PRACTISED = { origin: ORIGIN, kind: 'ticket' as const, id: '1' };
const REAL = { origin: 'https://desk.example', kind: 'ticket' as const, id: '1' };
const from = (url: string) => ({ kind: 'page' as const, tab: 7, frame: 0, url });
const kept = async () => (await sightingsOf([PRACTISED, REAL])).map(({ ref }) => ref.origin);

beforeEach(async () => {
  fakeBrowser.reset();
  await freshStore();
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${ORIGIN}${path}`);
  // What Node makes of such an address has no origin; browsers know it.
  vi.spyOn(URL.prototype, 'origin', 'get').mockReturnValue(ORIGIN);
  for (const ref of [PRACTISED, REAL]) await saveValues(ref, { team: { label: 'Support' } }, 1);
});

describe('what was practised', () => {
  it('goes when its page asks, and nothing else with it', async () => {
    await heard['practice/forget']({}, from(`${ORIGIN}/practice.html?case=1`));
    expect(await kept()).toEqual([REAL.origin]);
    expect(await handoffsOf(`${ORIGIN}|ticket|1`)).toEqual([]);
  });

  it('is nothing that a desk’s page may ask for', async () => {
    await heard['practice/forget']({}, from('https://desk.example/case/1'));
    expect(await kept()).toEqual([ORIGIN, REAL.origin]);
  });

  it('goes with its tab, and with no other', async () => {
    await changeTab(8, (state) => ({ ...state, seen: REAL }));
    await practiceClosed(8);
    expect(await kept()).toEqual([ORIGIN, REAL.origin]);
    await changeTab(7, (state) => ({ ...state, seen: PRACTISED }));
    await practiceClosed(7);
    expect(await kept()).toEqual([REAL.origin]);
  });

  it('of an earlier life goes before a page that starts now is answered', async () => {
    let begin: (anew: boolean) => void = () => undefined;
    forgetLeft(new Promise((resolve) => (begin = resolve)));
    let answered = false;
    const asked = Promise.resolve(heard['practice/forget']({}, from(`${ORIGIN}/practice.html`)));
    void asked.then(() => {
      answered = true;
    });
    await Promise.resolve();
    expect(answered).toBe(false);
    begin(true);
    await asked;
    expect(await kept()).toEqual([REAL.origin]);
  });
});
