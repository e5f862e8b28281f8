// What Baton cannot judge goes by or stays, as the team chose, and is never silent: the icon, a line on the page, and the record.
import type { Page } from '@playwright/test';
import { openPopup } from './popup.ts';
import {
  type Baton,
  badge,
  completeFirst,
  expect,
  hang,
  open,
  openCase,
  overlayText,
  panelShown,
  states,
  test,
} from './practice.ts';

const WENT = 'Baton could not check this handoff. It went through';
const STOPPED = 'Baton could not check this handoff, so it was stopped, and nothing was sent. Press again in a moment.';
const row = 'tr[data-case-id="1"] select[name="team"]';
const pick = (page: Page) => page.selectOption(row, { label: 'Engineering' });
const last = async (baton: Baton) => (await baton.events()).at(-1);
const hole = {
  tag: '@hole',
  annotation: { type: 'hole', description: 'Automation or time-out fails open silently' },
};

/** Sends a reply that gives the case to Jonas, by the page's own fetch; what became of it. */
const send = (page: Page, body: 'large' | 'stream') =>
  page.evaluate(async (how) => {
    const fields = new URLSearchParams({
      visibility: 'internal',
      owner: 'jonas',
      body: 'x'.repeat(how === 'large' ? 40_000_001 : 9),
    });
    const stream = new Blob([String(fields)]).stream();
    const init = how === 'large' ? { body: fields } : { body: stream, duplex: 'half' };
    return fetch('/case/1/reply', { method: 'POST', ...init } as RequestInit).then(
      ({ status }) => `answered ${status}`,
      (error: Error) => error.name,
    );
  }, body);

test('a body that Baton cannot read goes by, with mark, line and record', hole, async ({ page, desk, baton }) => {
  await open(page, '/');
  expect(await send(page, 'large')).toBe('answered 200');
  expect((await desk.read('cases/1')).owner).toBe('jonas');
  await expect
    .poll(() => overlayText(page))
    .toContain('Baton could not read something that this page sent. It went through');
  await expect.poll(() => badge(baton)).toMatch(/^! Baton could not check something/);
  await expect
    .poll(() => last(baton))
    .toMatchObject({ kind: 'ungated', payload: { why: 'unread: too large', found: 'gate' } });

  // Chromium sends no stream over plain http; what counts here is that Baton says what it did.
  await send(page, 'stream');
  await expect.poll(() => last(baton)).toMatchObject({ payload: { why: 'unread: a stream' } });

  await test.step('the popup says what the mark means, and then it has done its work', async () => {
    const popup = await openPopup(baton, page);
    await expect.poll(() => popup.text()).toContain('could not check something on this page');
    expect(await popup.text()).toContain('its content was sent as a stream');
    await expect.poll(() => badge(baton)).not.toMatch(/^!/);
  });
});

test(
  'where the team wants such changes to stay, the page is refused, and told why',
  hole,
  async ({ page, desk, baton }) => {
    await baton.settings({ whenUnsure: 'closed' });
    await open(page, '/');
    for (const body of ['large', 'stream'] as const) expect(await send(page, body)).toBe('AbortError');
    expect(await desk.writes()).toEqual([]);
    await expect
      .poll(() => overlayText(page))
      .toContain('could not read what this page wants to send, so it was stopped');
    await expect.poll(() => badge(baton)).toMatch(/^! .*stopped, as your settings say/);
    await expect.poll(() => last(baton)).toMatchObject({ kind: 'ungated', payload: { refused: true } });
  },
);

test(
  'a background that hangs: the press goes by after two seconds, and is marked and recorded once',
  hole,
  async ({ page, desk, baton }) => {
    await openCase(page);
    await open(page, '/');
    await expect(page.locator(row)).toBeVisible();
    await hang(baton, 5_000);
    await pick(page);
    await expect.poll(async () => (await desk.read('cases/1')).team, { timeout: 8_000 }).toBe('engineering');
    await expect.poll(() => overlayText(page)).toContain(WENT);
    await expect.poll(() => badge(baton)).toMatch(/^!/);
    await expect
      .poll(() => last(baton))
      .toMatchObject({
        kind: 'ungated',
        payload: { why: 'no-answer', to: 'Engineering', title: expect.stringContaining('Scheduled exports') },
      });
    // What the background did with the question once it could is undone: nothing is held that is gone.
    expect(await panelShown(page)).toBe(false);
    await openCase(page);
    expect((await baton.events()).filter(({ kind }) => kind === 'ungated')).toHaveLength(1);
  },
);

test(
  'the same, closed: the desk shows it as not done, and the press works once Baton is back',
  hole,
  async ({ page, desk, baton }) => {
    await completeFirst(page);
    await baton.settings({ whenUnsure: 'closed' });
    await open(page, '/');
    await expect(page.locator(row)).toBeVisible();
    await hang(baton, 5_000);
    await pick(page);
    await expect(page.locator('.toast.error')).toContainText('was not saved');
    await expect(page.locator(row)).toHaveValue('support-l1');
    expect(await desk.writes()).toEqual([]);
    await expect.poll(() => overlayText(page)).toContain(STOPPED);
    await expect
      .poll(() => last(baton))
      .toMatchObject({ kind: 'ungated', payload: { refused: true, why: 'no-answer' } });
    // What was written as sending for the answer that came too late never left.
    expect(await states(baton)).toEqual(['failed']);

    await pick(page);
    await expect.poll(() => states(baton)).toEqual(['failed', 'sent']);
    expect((await desk.read('cases/1')).team).toBe('engineering');
    expect(await desk.writes()).toHaveLength(1);
  },
);

for (const policy of ['open', 'closed'] as const)
  test(`a page that is pressed before Baton is ready, ${policy}`, hole, async ({ page, desk, baton }) => {
    await baton.settings({ whenUnsure: policy });
    await openCase(page);
    await hang(baton, 7_000);
    await open(page, '/');
    await pick(page);
    if (policy === 'open') {
      await expect.poll(async () => (await desk.read('cases/1')).team, { timeout: 8_000 }).toBe('engineering');
    } else {
      await expect(page.locator('.toast.error')).toContainText('was not saved', { timeout: 8_000 });
      expect(await desk.writes()).toEqual([]);
    }
    await expect.poll(() => last(baton)).toMatchObject({ kind: 'ungated', payload: { why: 'not-ready' } });
    expect((await last(baton))?.payload?.['refused']).toBe(policy === 'closed' ? true : undefined);
    await expect.poll(() => overlayText(page)).toContain(policy === 'open' ? WENT : STOPPED);
  });

test('the choice stands in the dashboard, with what each means', async ({ baton }) => {
  const page = await baton.newPage();
  await page.goto(`chrome-extension://${baton.launched.extensionId}/dashboard.html#desks`);
  await expect(page.getByRole('radio', { name: /Let it pass/ })).toBeChecked();
  await page.getByRole('radio', { name: /Stop it/ }).click();
  await expect
    .poll(() => baton.inWorker(async () => (await chrome.storage.local.get('settings'))['settings'] as object))
    .toMatchObject({ whenUnsure: 'closed' });
  await page.reload();
  await expect(page.getByRole('radio', { name: /Stop it/ })).toBeChecked();
});
