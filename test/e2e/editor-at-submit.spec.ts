// An editor keeps its text to itself until the form is sent, and copies it into the form then: what is written while it is held comes along, in the very same save.
import type { Page } from '@playwright/test';
import { completeSupport, expect, handOver, openCase, overlayText, panelOf, states, test } from './practice.ts';

type Kind = 'a submit listener' | 'its own click, then submit()' | 'its own click, then requestSubmit()';

/** The reply's text is written in an editor. The form does not send that editor's text. */
async function withEditor(page: Page, kind: Kind): Promise<void> {
  await page.evaluate((how) => {
    const form = document.querySelector<HTMLFormElement>('#reply-form');
    const body = document.querySelector<HTMLTextAreaElement>('#reply-body');
    if (!form || !body) throw new Error('no reply');
    body.hidden = true;
    body.required = false;
    const editor = document.createElement('div');
    editor.id = 'editor';
    editor.contentEditable = 'true';
    body.before(editor);
    const copy = () => {
      body.value = editor.textContent ?? '';
    };
    if (how === 'a submit listener') form.addEventListener('submit', copy);
    else
      document.querySelector('#reply-send')?.addEventListener('click', (event) => {
        event.preventDefault();
        copy();
        if (how.includes('requestSubmit')) form.requestSubmit();
        else form.submit();
      });
  }, kind);
}

for (const kind of [
  'a submit listener',
  'its own click, then submit()',
  'its own click, then requestSubmit()',
] satisfies Kind[])
  test(`by ${kind}`, async ({ page, desk, baton }) => {
    await openCase(page);
    await withEditor(page, kind);
    await page.locator('#editor').fill('We hand this to Engineering');
    await page.selectOption('#reply-owner', { label: 'Jonas Lindqvist' });
    await page.click('#reply-send', { noWaitAfter: true });
    const panel = await panelOf(page);
    await completeSupport(panel);
    await page.locator('#editor').fill('We hand this to Engineering, and thank you for the trace');
    await handOver(panel);
    await expect.poll(() => overlayText(page), { timeout: 7_000 }).toContain('Handed to Engineering');
    const [write, ...others] = await desk.writes();
    expect(others).toEqual([]);
    expect(write?.fields).toMatchObject({ body: 'We hand this to Engineering, and thank you for the trace' });
    expect(await states(baton)).toEqual(['sent']);
  });
