// Frames that the page makes by itself: what they send is held as well, and the checklist stands in the page.
import type { Page } from '@playwright/test';
import { closes, completeSupport, expect, handOver, openCase, panelOf, panelShown, test } from './practice.ts';

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

/** Fills a frame by `document.write` with a form that hands case 1 over, and lets its script or its button send it. */
async function sendFromWritten(page: Page, loaded: boolean, by: 'script' | 'button'): Promise<void> {
  await page.evaluate(async (first) => {
    const frame = document.createElement('iframe');
    frame.name = 'written';
    if (first) frame.src = '/case/2';
    document.body.append(frame);
    if (first) await new Promise((done) => frame.addEventListener('load', done));
    const inside = frame.contentDocument as Document;
    inside.open();
    inside.write(`<form method="post" action="/rig/cases/1"><input name="team" value="engineering"><button>Save</button>
      <button type="button">Script</button></form>`);
    inside.close();
    inside.querySelector('[type=button]')?.addEventListener('click', () => inside.querySelector('form')?.submit());
  }, loaded);
  const frame = page.frameLocator('iframe[name=written]');
  await frame.getByRole('button', { name: by === 'script' ? 'Script' : 'Save' }).click({ noWaitAfter: true });
}

for (const [first, loaded] of [
  ['that was never loaded', false],
  ['in the place of its page', true],
] as const)
  for (const by of ['script', 'button'] as const)
    test(
      `a form written into a frame ${first}, sent by its ${by}: held while something is missing, then let go once`,
      closes('Form in a frame filled by document.write'),
      async ({ page, desk, baton }) => {
        await openCase(page);
        await sendFromWritten(page, loaded, by);
        const panel = await panelOf(page);
        expect(await desk.writes()).toEqual([]);
        await completeSupport(panel);
        await handOver(panel);
        await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
        await expect.poll(() => panelShown(page)).toBe(false);
        expect(await desk.writes()).toHaveLength(1);
        expect((await baton.events()).filter(({ kind }) => kind === 'held')).toHaveLength(1);
      },
    );
