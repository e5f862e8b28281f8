// Baton's popup in its real place, over the browser's toolbar. Playwright knows no such page, so it is reached through the debugger.
import type { Page } from '@playwright/test';
import { type Baton, expect } from './harness.ts';

export interface RealPopup {
  text(): Promise<string>;
  /** Presses the button with these words, as a person's own press. */
  press(words: string): Promise<void>;
}

interface Message {
  id?: number;
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
}

/** Presses Baton's icon while this page is in front. */
export async function openPopup({ context, launched }: Baton, page: Page): Promise<RealPopup> {
  await page.bringToFront();
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser gives no debugging session');
  // The icon belongs to the tab, which is another target than the page in it.
  const { targetInfos: tabs } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = tabs.find(({ url }) => url === page.url());
  // Playwright's types do not know this command yet.
  const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id: launched.extensionId, targetId: tab?.targetId });

  const popup = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId;
  };
  await expect.poll(popup, { message: 'the popup' }).toBeDefined();
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: (await popup()) ?? '',
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
  };
}
