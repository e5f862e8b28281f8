// Frames that the page makes by itself: what they send is held as well, and the checklist stands in the page.
import type { Page } from '@playwright/test';
import { completeSupport, expect, handOver, openCase, panelOf, test } from './practice.ts';

type Kind = 'without an address' | 'with an address of the desk' | 'written into it' | 'removed and put back';

/** Makes a frame and hands the case over from its window, by the frame's own fetch. */
async function handOverFrom(page: Page, kind: Kind): Promise<void> {
  await page.evaluate(async (how) => {
    const frame = document.createElement('iframe');
    if (how === 'with an address of the desk') frame.src = '/case/2';
    if (how === 'written into it') frame.srcdoc = '<p>A frame</p>';
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    if (how !== 'without an address') await loaded;
    if (how === 'removed and put back') {
      frame.remove();
      document.body.append(frame);
    }
    const send = (frame.contentWindow as Window & typeof globalThis).fetch;
    void send('/api/cases/1', {
      method: 'PATCH',
      body: '{"team":"engineering"}',
      headers: { 'content-type': 'application/json' },
    });
  }, kind);
}

const kinds: Kind[] = ['without an address', 'with an address of the desk', 'written into it', 'removed and put back'];
for (const kind of kinds) {
  test(`a frame ${kind}: held while something is missing, then let go once`, async ({ page, desk }) => {
    await openCase(page);
    await handOverFrom(page, kind);
    const panel = await panelOf(page);
    expect(await desk.writes()).toEqual([]);
    await completeSupport(panel);
    await handOver(panel);
    await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
    expect(await desk.writes()).toHaveLength(1);
  });
}
