// A page that works against what Baton shows: presses by script, frames, and tampering with its element.
import type { CDPSession, Frame, Page } from '@playwright/test';
import {
  completeSupport,
  expect,
  kinds,
  openCase,
  overlayText,
  panelFrame,
  panelOf,
  panelShown,
  saved,
  saveToEngineering,
  test,
} from './practice.ts';

/** Presses by script, where a page could: every button of the closed root and of the panel. */
async function pressTabByScript(session: CDPSession): Promise<void> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'baton-overlay' });
  const { node } = await session.send('DOM.describeNode', { nodeId: nodeIds[0] ?? 0, depth: -1, pierce: true });
  const shadow = node.shadowRoots?.[0];
  if (!shadow) throw new Error('no closed root');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () {
      for (const button of this.querySelectorAll('button')) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      }
    }`,
  });
}

test('a press by script on the tab opens nothing', async ({ page }) => {
  await openCase(page);
  const session = await page.context().newCDPSession(page);
  await pressTabByScript(session);
  await page.evaluate(() => {
    const host = document.querySelector('baton-overlay') as HTMLElement;
    host.click();
    host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  });
  expect(await panelShown(page)).toBe(false);
  expect(panelFrame(page)).toBeUndefined();
});

test('presses and keys by script on the complete checklist send nothing', async ({ page, desk, baton }) => {
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await completeSupport(panel);
  await saved(panel);
  await panel.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 600));
    const main = [...document.querySelectorAll('button')].filter(({ textContent }) =>
      /Hand over|Not a handoff/.test(textContent ?? ''),
    );
    for (const button of main) button.click();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  });
  await expect(panel.getByRole('button', { name: /^Hand over to/ })).toBeVisible();
  expect(kinds(await baton.events())).toEqual(['held']);
  expect(await desk.writes()).toEqual([]);
});

test('a page that frames the checklist itself is shown nothing, even under its true address', async ({
  page,
  baton,
}) => {
  await openCase(page);
  await saveToEngineering(page);
  await panelOf(page);
  const mine = (await panelAddress(page)).split('#')[0] ?? '';
  const steady = `chrome-extension://${baton.launched.extensionId}/panel.html`;
  const word = '0'.repeat(32);
  for (const address of [`${mine}#${word}`, `${steady}#${word}`, steady])
    await expect.poll(async () => shownIn(await framed(page, address))).toBe('');
  // The browser itself does not keep it away.
  expect((await framed(page, `${mine}#${word}`)).url()).toContain('/panel.html');
});

/** Under which address the browser lets this session's pages have the panel. Only Baton's own scripts and the debugger know it. */
async function panelAddress(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  await session.detach();
  const frame = nodes.find(({ nodeName, attributes }) => nodeName === 'IFRAME' && attributes?.includes('frame'));
  const address = frame?.attributes?.find((text) => text.includes('/panel.html'));
  if (!address) throw new Error('no frame of the panel in this page');
  return address;
}

/** A frame of the page's own with this address, once it has loaded or was refused. */
async function framed(page: Page, address: string): Promise<Frame> {
  const handle = await page.evaluateHandle(async (src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
    return frame;
  }, address);
  const frame = await handle.asElement()?.contentFrame();
  if (!frame) throw new Error('no frame');
  return frame;
}

/** What a frame shows; nothing where the browser refused to load it. */
async function shownIn(frame: Frame): Promise<string> {
  if (frame.url().startsWith('chrome-error:') || frame.url() === 'about:blank') return '';
  // Time for an answer of the background, had it one for this frame.
  await frame.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
  return frame.evaluate(() => document.body.innerText.trim());
}

test('what the page does to Baton’s element is undone', async ({ page }) => {
  await openCase(page);
  const harms = [
    'host.remove()',
    "host.style.setProperty('display', 'none', 'important')",
    "host.style.cssText = 'opacity: 0 !important; pointer-events: none !important'",
    "host.setAttribute('hidden', '')",
    "host.setAttribute('inert', '')",
    "host.style.setProperty('transform', 'translateX(-9999px)', 'important')",
    "host.style.setProperty('translate', '-9999px', 'important')",
    "host.style.setProperty('content-visibility', 'hidden', 'important')",
    'document.body.append(host)',
  ];
  for (const harm of harms) {
    await page.evaluate((code) => {
      const host = document.querySelector('baton-overlay');
      new Function('host', code)(host);
    }, harm);
    await expect
      .poll(() => hostOf(page), { message: harm })
      .toEqual({
        parent: 'html',
        attributes: ['style'],
        look: 'block 1 visible none none visible auto',
      });
  }
});

function hostOf(page: Page) {
  return page.evaluate(() => {
    const host = document.querySelector('baton-overlay');
    if (!host) return null;
    const { display, opacity, visibility, transform, translate, contentVisibility, pointerEvents } =
      getComputedStyle(host);
    return {
      parent: host.parentElement?.localName,
      attributes: host.getAttributeNames(),
      look: [display, opacity, visibility, transform, translate, contentVisibility, pointerEvents].join(' '),
    };
  });
}

/** Takes Baton's element away as often as it comes back. */
const keepAway = (page: Page) =>
  page.evaluate(() => {
    const away = () => document.querySelector('baton-overlay')?.remove();
    new MutationObserver(away).observe(document.documentElement, { childList: true });
    away();
  });

test('a page that never lets Baton show itself is left alone: nothing stays held, and what passes is recorded', async ({
  page,
  desk,
  baton,
}) => {
  await openCase(page);
  await page.evaluate(() => {
    const world = globalThis as unknown as { ended: string };
    void fetch('/api/cases/1', { method: 'PATCH', body: '{"team":"engineering"}' }).then(
      () => {
        world.ended = 'sent';
      },
      () => {
        world.ended = 'taken back';
      },
    );
  });
  await panelOf(page);
  await keepAway(page);
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { ended: string }).ended)).toBe('taken back');
  await expect(page.locator('baton-overlay')).toHaveCount(0);
  expect(await desk.writes()).toEqual([]);

  await page.click('#edit-details');
  await page.selectOption('#details-team', { label: 'Engineering' });
  await page.click('#details-save');
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'cancelled', 'ungated']);
  expect(await overlayText(page)).not.toContain('Handed to');
});
