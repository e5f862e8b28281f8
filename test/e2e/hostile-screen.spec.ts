// A page that works against what Baton shows: presses by script, frames, and tampering with its element.
import type { CDPSession, Frame, Page } from '@playwright/test';
import {
  completeSupport,
  expect,
  handOver,
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

  // In a window of its own it shows nothing even with the true word.
  const opened = page.context().waitForEvent('page');
  await page.evaluate((address) => void window.open(address), await panelAddress(page));
  await expect.poll(async () => shownIn((await opened).mainFrame())).toBe('');
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

/** What the background answers to a press in this panel, whatever the panel itself would say of it. */
const press = (panel: Frame, name: 'panel/send' | 'panel/override' | 'panel/misfire') =>
  panel.evaluate(async (call) => {
    const nonce = location.hash.slice(1).split('.')[0];
    const input = call === 'panel/override' ? { nonce, reason: 'Because I say so' } : { nonce };
    const answer = await chrome.runtime.sendMessage({ call, input });
    return answer.ok.ok ? 'done' : answer.ok.code;
  }, name);

/** A complete checklist of something held, seen for long enough to be sent. */
async function completeChecklist(page: Page): Promise<Frame> {
  await openCase(page);
  await saveToEngineering(page);
  const panel = await panelOf(page);
  await completeSupport(panel);
  await saved(panel);
  return panel;
}

/** What a page can lay over the panel or do to it, and how it takes it away again. Those that Baton itself undoes come back until they stop. */
const COVERS: Record<string, string> = {
  'a popover that the pointer passes through': `
    const over = document.body.appendChild(document.createElement('div'));
    over.popover = 'manual';
    over.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; pointer-events: none; background: #fff';
    const again = () => { over.hidePopover(); over.showPopover(); };`,
  'a popover in a component, which tells nobody that it opens': `
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    const over = root.appendChild(document.createElement('div'));
    over.popover = 'manual';
    over.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; background: #fff';
    const again = () => { over.hidePopover(); over.showPopover(); };`,
  'all of it made smaller': `
    const again = () => { document.documentElement.style.zoom = '0.2'; };`,
  'all of it dead': `
    const again = () => { document.documentElement.inert = true; };`,
};

test('what leaves is refused while the page covers the panel, and goes once it is seen whole', async ({
  page,
  desk,
  baton,
}) => {
  // Four covers, one after the other.
  test.slow();
  const panel = await completeChecklist(page);
  for (const [name, cover] of Object.entries(COVERS))
    await test.step(name, async () => {
      await page.evaluate((code) => {
        const world = globalThis as unknown as { uncover(): void };
        const end = new Function(`${code}
          again();
          const timer = setInterval(again, 20);
          return () => {
            clearInterval(timer);
            if (typeof over !== 'undefined') over.remove();
            document.documentElement.removeAttribute('style');
            document.documentElement.inert = false;
          };`)();
        world.uncover = end;
      }, cover);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      for (const call of ['panel/send', 'panel/override', 'panel/misfire'] as const)
        expect(await press(panel, call)).toBe('covered');
      // Uncovered in the very moment of the press is too late.
      await page.evaluate(() => (globalThis as unknown as { uncover(): void }).uncover());
      expect(await press(panel, 'panel/send')).toMatch(/covered|too-soon/);
      expect(await desk.writes()).toEqual([]);
    });
  expect(kinds(await baton.events())).toEqual(['held']);
  // As a person does who is told that it was covered a moment ago: pressed again until it is taken, once.
  const arrived = async () => (await desk.writes()).length;
  await expect
    .poll(async () => (await arrived()) || handOver(panel).then(arrived, arrived), {
      intervals: [500],
      timeout: 20_000,
    })
    .toBe(1);
  expect((await desk.read('cases/1')).team).toBe('engineering');
});

test('the look of the page’s own elements does not reach the panel: it is as sharp as before, and may be pressed', async ({
  page,
  desk,
}) => {
  const panel = await completeChecklist(page);
  const clip = { x: 1_060, y: 60, width: 300, height: 780 };
  const looks = async () => (await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })).toString('base64');
  await panel.getByRole('button', { name: /^Hand over to/ }).hover();
  const before = await looks();
  const harms = [
    'opacity: 0',
    'filter: blur(9px)',
    'transform: scale(0.1)',
    'clip-path: inset(45%)',
    'visibility: hidden',
  ];
  for (const harm of [...harms, 'mask-image: linear-gradient(transparent, transparent)', 'pointer-events: none']) {
    await page.evaluate((style) => {
      for (const element of [document.documentElement, document.body]) element.style.cssText = style;
    }, harm);
    expect(await changedPixels(panel, before, await looks()), harm).toBe(0);
  }
  await handOver(panel);
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
});

/** How many pixels of two pictures (PNG, base64) differ by more than a shade. Compared in a page, which can read pictures. */
function changedPixels(frame: Frame, before: string, after: string): Promise<number> {
  return frame.evaluate(
    async (pictures) => {
      const read = async (picture: string) => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext(
          '2d',
        ) as OffscreenCanvasRenderingContext2D;
        canvas.drawImage(image, 0, 0);
        return canvas.getImageData(0, 0, image.width, image.height).data;
      };
      const [one, other] = [await read(pictures[0]), await read(pictures[1])];
      return one.filter((value, i) => Math.abs(value - (other[i] ?? 0)) > 24).length;
    },
    [before, after] as [string, string],
  );
}

test('what the page does to Baton’s element is undone', async ({ page }) => {
  await openCase(page);
  const harms = [
    'host.remove()',
    "host.style.setProperty('display', 'none', 'important')",
    "host.style.cssText = 'opacity: 0 !important; pointer-events: none !important'",
    "host.setAttribute('hidden', '')",
    "host.setAttribute('inert', '')",
    'host.hidePopover()',
    "host.removeAttribute('popover')",
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
        attributes: ['popover', 'style'],
        onTop: true,
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
      attributes: host.getAttributeNames().sort(),
      onTop: host.matches(':popover-open'),
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
  // Nothing can be said on the page: the icon says it.
  const title = () =>
    baton.inWorker(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      return chrome.action.getTitle({ tabId: tab?.id ?? -1 });
    });
  await expect.poll(title).toContain('This page keeps taking Baton’s panel away');
  expect(await desk.writes()).toEqual([]);

  await page.click('#edit-details');
  await page.selectOption('#details-team', { label: 'Engineering' });
  await page.click('#details-save');
  await expect.poll(async () => (await desk.read('cases/1')).team).toBe('engineering');
  await expect.poll(async () => kinds(await baton.events())).toEqual(['held', 'cancelled', 'ungated']);
  expect(await overlayText(page)).not.toContain('Handed to');
});
