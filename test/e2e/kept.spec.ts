// What was typed in the desk's form while it was held is not lost with its page: it is kept here, and offered when the case is opened again.
import type { Frame, Page } from '@playwright/test';
import {
  type Baton,
  completeSupport,
  expect,
  handOver,
  notNow,
  openCase,
  overlayText,
  panelOf,
  panelShown,
  pressTab,
  states,
  test,
} from './practice.ts';

const REPLY = 'We look into it.\nYou hear from us on Friday, before noon.';

interface KeptRow {
  texts: { label: string; text: string }[];
}
const kept = async (baton: Pick<Baton, 'rows'>) =>
  (await baton.rows<KeptRow>('kept')).flatMap(({ texts }) => texts.map(({ label, text }) => `${label}: ${text}`));
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply', exact: true });

/** The desk would keep a text itself, a moment after it was typed. */
async function withoutDeskDrafts(page: Page): Promise<void> {
  await page.route('**/reply-draft', (route) => route.abort());
}

/** Writes a reply that also hands case 1 over, and presses Send: it is held. */
async function holdReply(page: Page, before?: (page: Page) => Promise<void>): Promise<Frame> {
  await withoutDeskDrafts(page);
  await openCase(page);
  await before?.(page);
  await reply(page).click();
  await page.keyboard.type(REPLY);
  await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
  await page.click('#reply-send', { noWaitAfter: true });
  return panelOf(page);
}

/** Opens case 1 in another tab and the panel there, once the tab at the edge says that a text is kept. */
async function openAgain(baton: Baton, before?: (page: Page) => Promise<void>): Promise<{ page: Page; panel: Frame }> {
  const page = await baton.newPage();
  await openCase(page);
  await before?.(page);
  await expect.poll(() => overlayText(page)).toContain('Text kept: Reply');
  await pressTab(page);
  return { page, panel: await panelOf(page) };
}

const offer = (panel: Frame) => panel.getByRole('region', { name: 'You had typed this when the page was left' });

/** Nothing is offered, though there was time to ask the page. */
async function staysAway(page: Page, panel: Frame): Promise<void> {
  // The wait itself is the test: nothing happens that could be waited for.
  await page.waitForTimeout(2_500);
  await expect(offer(panel)).toBeHidden();
}

test('a closed tab: the reply is offered with the case, and put back into its field', async ({ page, baton }) => {
  await holdReply(page);
  await expect.poll(() => kept(baton)).toEqual([`Reply: ${REPLY}`]);
  await page.close();

  const again = await openAgain(baton);
  await expect(offer(again.panel)).toContainText('You hear from us on Friday, before noon.');
  await expect(offer(again.panel).getByText(/^Reply · \d/)).toBeVisible();
  await again.page.evaluate(() => {
    document.addEventListener('input', ({ target }) => document.body.append(`heard ${(target as Element).id}`));
  });
  await again.panel.getByRole('button', { name: 'Put back: Reply' }).click();
  await expect(reply(again.page)).toHaveValue(REPLY);
  await expect(again.page.getByText('heard reply-body')).toBeVisible();
  await expect(again.panel.getByText('The text is in its field again.')).toBeVisible();
  await expect.poll(() => overlayText(again.page)).not.toContain('Text kept');
});

test('what is typed while the form is held is kept too', async ({ page, baton }) => {
  const panel = await holdReply(page);
  await expect.poll(() => kept(baton)).toEqual([`Reply: ${REPLY}`]);
  await panel.press('body', 'Escape');
  await expect.poll(() => panelShown(page)).toBe(false);
  await reply(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Thank you!');
  await expect.poll(() => kept(baton)).toEqual([`Reply: ${REPLY} Thank you!`]);
});

test('a field that has other text is left alone; the text can be copied', async ({ page, baton }) => {
  await holdReply(page);
  await expect.poll(() => kept(baton)).toHaveLength(1);
  await page.close();
  const again = await openAgain(baton);
  await reply(again.page).fill('Something else');
  await again.panel.getByRole('button', { name: 'Put back: Reply' }).click();
  await expect(again.panel.getByText('The field holds something else.')).toBeVisible();
  await expect(reply(again.page)).toHaveValue('Something else');
  await expect(again.panel.getByRole('button', { name: 'Copy: Reply' })).toBeVisible();
});

test('the desk’s own draft is enough: nothing is offered where the page shows the text', async ({ page, baton }) => {
  await openCase(page);
  await reply(page).click();
  await page.keyboard.type(REPLY);
  await expect(page.locator('#draft-state')).toContainText('saved');
  await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
  await page.click('#reply-send', { noWaitAfter: true });
  await panelOf(page);
  await expect.poll(() => kept(baton)).toHaveLength(1);
  await page.close();
  const other = await baton.newPage();
  await openCase(other);
  await expect(reply(other)).toHaveValue(REPLY);
  await pressTab(other);
  const panel = await panelOf(other);
  await staysAway(other, panel);
  expect(await overlayText(other)).not.toContain('Text kept');
});

test('no secret, nothing hidden and nothing that nobody touched is kept', async ({ page, baton }) => {
  await holdReply(page, async () => {
    await page.evaluate(() => {
      const form = document.querySelector('#reply-form') as HTMLFormElement;
      const fields: Record<string, string>[] = [
        { type: 'password', name: 'pw', value: '' },
        { type: 'text', name: 'number', autocomplete: 'cc-number', value: '' },
        { type: 'text', name: 'api_token', value: '' },
        { type: 'hidden', name: 'csrf', value: 'hidden value' },
        { type: 'text', name: 'signature', value: 'filled in by the page' },
      ];
      for (const of of fields) {
        const input = document.createElement('input');
        for (const [name, value] of Object.entries(of)) input.setAttribute(name, value);
        form.append(input);
      }
    });
    for (const name of ['pw', 'number', 'api_token']) {
      await page.click(`[name=${name}]`);
      await page.keyboard.type('4111 hunter2');
    }
  });
  await expect.poll(() => kept(baton)).toEqual([`Reply: ${REPLY}`]);
  const all = JSON.stringify(await baton.rows('kept'));
  for (const never of ['hunter2', 'hidden value', 'filled in by the page']) expect(all).not.toContain(never);
});

test('a case that was handed over: nothing is kept of what was sent', async ({ page, baton }) => {
  const panel = await holdReply(page);
  await expect.poll(() => kept(baton)).toHaveLength(1);
  await completeSupport(panel);
  await handOver(panel);
  await expect.poll(() => states(baton)).toEqual(['sent']);
  await expect.poll(() => kept(baton)).toEqual([]);
});

test('Discard: it is gone', async ({ page, baton }) => {
  await holdReply(page);
  await expect.poll(() => kept(baton)).toHaveLength(1);
  await page.close();
  const { panel } = await openAgain(baton);
  await offer(panel).getByRole('button', { name: 'Discard' }).click();
  await expect(offer(panel)).toBeHidden();
  expect(await kept(baton)).toEqual([]);
});

test('not offered while the page that has it is open and holds it', async ({ page, baton }) => {
  const panel = await holdReply(page);
  await expect.poll(() => kept(baton)).toHaveLength(1);
  const other = await baton.newPage();
  await openCase(other);
  await pressTab(other);
  const second = await panelOf(other);
  await staysAway(other, second);
  await page.bringToFront();
  await notNow(panel);
  await expect(reply(page)).toHaveValue(REPLY);
  await page.close();
  await openAgain(baton);
});

test('an editor: its lines are kept, and put back so that the editor knows of them', async ({ page, baton }) => {
  await holdReply(page, bringEditor);
  await expect.poll(() => kept(baton)).toHaveLength(1);
  await page.close();
  const again = await openAgain(baton, bringEditor);
  await again.panel.getByRole('button', { name: 'Put back: Reply' }).click();
  await expect(again.page.locator('#reply-body')).toHaveValue(
    /^We look into it\.\n+You hear from us on Friday, before noon\.$/,
  );
});

test('an editor in a frame of its own', async ({ page, baton }) => {
  await withoutDeskDrafts(page);
  await openCase(page);
  await bringFrame(page);
  await page.frameLocator('#rich').locator('body').click();
  await page.keyboard.type(REPLY);
  await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
  await page.click('#reply-send', { noWaitAfter: true });
  await panelOf(page);
  await expect.poll(() => kept(baton)).toEqual([`Reply: ${REPLY}`]);
  await page.close();
  const again = await openAgain(baton, bringFrame);
  await again.panel.getByRole('button', { name: 'Put back: Reply' }).click();
  await expect(again.page.locator('#reply-body')).toHaveValue(
    /^We look into it\.\n+You hear from us on Friday, before noon\.$/,
  );
});

/** The same in a frame, as older editors draw it. */
async function bringFrame(page: Page): Promise<void> {
  await page.evaluate(() => {
    const area = document.querySelector('#reply-body') as HTMLTextAreaElement;
    const frame = document.createElement('iframe');
    frame.id = 'rich';
    frame.title = 'Reply';
    area.style.display = 'none';
    area.removeAttribute('required');
    document.querySelector('label[for=reply-body]')?.remove();
    area.before(frame);
    const { body } = frame.contentDocument as Document;
    body.contentEditable = 'true';
    body.addEventListener('input', () => {
      area.value = body.innerText;
    });
  });
}

/** An editor in the place of the desk's own field, which it tells of each change that it hears of. */
async function bringEditor(page: Page): Promise<void> {
  await page.evaluate(() => {
    const area = document.querySelector('#reply-body') as HTMLTextAreaElement;
    const editor = document.createElement('div');
    editor.contentEditable = 'true';
    editor.setAttribute('role', 'textbox');
    editor.setAttribute('aria-label', 'Reply');
    area.style.display = 'none';
    area.removeAttribute('required');
    document.querySelector('label[for=reply-body]')?.remove();
    area.before(editor);
    editor.addEventListener('input', () => {
      area.value = editor.innerText;
    });
  });
}

test('a save by script that empties its field at once: the text is kept as it was at the press', async ({
  page,
  baton,
}) => {
  await withoutDeskDrafts(page);
  await openCase(page);
  await reply(page).click();
  await page.keyboard.type(REPLY);
  await page.evaluate(() => {
    const field = document.querySelector('#reply-body') as HTMLTextAreaElement;
    const body = new URLSearchParams({ body: field.value, owner: 'jonas' });
    void fetch('/case/1/reply', { method: 'POST', body }).catch(() => undefined);
    field.value = '';
  });
  const panel = await panelOf(page);
  await expect.poll(() => kept(baton)).toEqual([`Reply: ${REPLY}`]);
  // Taken back, the desk has the text nowhere: it is offered in the same page.
  await notNow(panel);
  await expect.poll(() => overlayText(page)).toContain('Text kept: Reply');
});

test('a session that was lost: what did not arrive is offered after signing in again', async ({
  page,
  desk,
  baton,
}) => {
  const panel = await holdReply(page);
  await expect.poll(() => kept(baton)).toHaveLength(1);
  await completeSupport(panel);
  await desk.lasting({ session: 'login' });
  await handOver(panel);
  await expect.poll(() => states(baton)).toEqual(['failed']);
  await desk.lasting({ session: 'open' });
  await openCase(page);
  await expect.poll(() => overlayText(page)).toContain('Text kept: Reply');
  await pressTab(page);
  await expect(offer(await panelOf(page))).toContainText('You hear from us on Friday, before noon.');
});

test.describe('a page that the browser killed', () => {
  test.use({ ownBrowser: true });

  /** What the browser does to a page that crashes, or whose room it wants for others. */
  const ways: Record<string, (page: Page, baton: Baton) => Promise<unknown>> = {
    crashed: async (page, { context }) => {
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      void session.send('Page.crash').catch(() => undefined);
      await crashed;
    },
    discarded: async (_, baton) => {
      await (await baton.newPage()).bringToFront();
      const discarded = await baton.inWorker(async () => {
        const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
        return (await chrome.tabs.discard(tab?.id ?? -1))?.discarded;
      });
      expect(discarded).toBe(true);
    },
  };
  for (const [how, kill] of Object.entries(ways))
    test(`${how}: its reply is offered too`, async ({ page, baton }) => {
      await holdReply(page);
      await expect.poll(() => kept(baton)).toEqual([`Reply: ${REPLY}`]);
      await kill(page, baton);
      await baton.inWorker(async () => {
        const all = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
        await Promise.all(all.map(({ id }) => chrome.tabs.remove(id ?? -1)));
      });
      const again = await openAgain(baton);
      await again.panel.getByRole('button', { name: 'Put back: Reply' }).click();
      await expect(reply(again.page)).toHaveValue(REPLY);
    });
});
