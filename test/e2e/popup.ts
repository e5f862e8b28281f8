// Baton's popup in its real place, over the browser's toolbar. Playwright knows no such page, so it is reached through the debugger.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { type Baton, expect } from './harness.ts';

export interface RealPopup {
  text(): Promise<string>;
  /** Presses the button with these words, as a person's own press. */
  press(words: string): Promise<void>;
  /** The middle of the button with these words, on the screen; undefined while there is none. */
  place(words: string): Promise<{ x: number; y: number } | undefined>;
  /** Lets go of it: while the debugger looks at a popup, it does not close as it does for people. */
  letGo(): Promise<void>;
}

interface Message {
  id?: number;
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
}

/** Presses Baton's icon while this page is in front. */
export async function openPopup({ context, launched }: Baton, page: Page): Promise<RealPopup> {
  await page.bringToFront();
  const session = await browserSession(context);
  // The icon belongs to the tab, which is another target than the page in it.
  const { targetInfos: tabs } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = tabs.find(({ url }) => url === page.url());
  // Playwright's types do not know this command yet.
  const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id: launched.extensionId, targetId: tab?.targetId });
  return shownPopup(context);
}

/** Whether a popup of an extension is open. */
export async function isPopupOpen(context: BrowserContext): Promise<boolean> {
  const session = await browserSession(context);
  const open = (await popupIn(session)) !== undefined;
  await session.detach();
  return open;
}

/** The popup that is open, or is about to open. */
export async function shownPopup(context: BrowserContext): Promise<RealPopup> {
  const session = await browserSession(context);
  await expect.poll(() => popupIn(session), { message: 'the popup' }).toBeDefined();
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: (await popupIn(session)) ?? '',
    flatten: false,
  });
  let last = 0;
  const evaluate = (expression: string): Promise<unknown> => {
    last += 1;
    const id = last;
    const params = { expression, returnByValue: true, awaitPromise: true, userGesture: true };
    const answered = new Promise((resolve, reject) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message) as Message;
        if (answer.id !== id) return;
        if (answer.result?.exceptionDetails) reject(new Error(answer.result.exceptionDetails.text));
        else resolve(answer.result?.result?.value);
      });
    });
    return session
      .send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method: 'Runtime.evaluate', params }),
      })
      .then(() => answered);
  };
  return {
    // Asked while it loads, it has no body yet.
    text: async () => String(await evaluate("document.body?.innerText ?? ''")),
    press: async (words) => {
      const found = await evaluate(
        `(() => { const button = [...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(words)})); button?.click(); return Boolean(button); })()`,
      );
      expect(found, `a button "${words}" in the popup`).toBe(true);
    },
    place: async (words) =>
      (await evaluate(
        `(() => { const button = [...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(words)})); if (!button) return undefined; const { x, y, width, height } = button.getBoundingClientRect(); return { x: Math.round(screenX + x + width / 2), y: Math.round(screenY + y + height / 2) }; })()`,
      )) as { x: number; y: number } | undefined,
    letGo: () => session.detach(),
  };
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser gives no debugging session');
  return session;
}

async function popupIn(session: CDPSession): Promise<string | undefined> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId;
}
