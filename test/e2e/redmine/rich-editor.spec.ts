// Redmine with a rich editor for notes, as its plugins bring one: its text gets into the form only as the form is sent.
import type { Page } from '@playwright/test';
import {
  actsSince,
  choose,
  complete,
  expect,
  FORM,
  handOver,
  kinds,
  openForm,
  panelOf,
  test,
  wellKept,
} from './desk.ts';

/** What CKEditor, TinyMCE and others do to a form: they listen to its submit, and put a `submit` of their own over the form's. */
async function bringEditor(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const form = document.querySelector<HTMLFormElement>(css);
    const notes = form?.querySelector<HTMLTextAreaElement>('[name="issue[notes]"]');
    if (!form || !notes) throw new Error('no form');
    const editor = document.createElement('div');
    editor.contentEditable = 'true';
    editor.setAttribute('role', 'textbox');
    editor.setAttribute('aria-label', 'Rich notes');
    notes.style.display = 'none';
    notes.before(editor);
    const copy = () => {
      notes.value = editor.innerText;
    };
    form.addEventListener('submit', copy);
    const own = form.submit;
    form.submit = () => {
      copy();
      own.call(form);
    };
    const { jQuery } = window as unknown as { jQuery(of: Element): { submit(): void } };
    editor.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.ctrlKey) jQuery(form).submit();
    });
  }, FORM);
}

test('Ctrl+Enter is held, the note edited, and handed over: the edited note arrives, once', async ({
  amara,
  redmine,
  baton,
}) => {
  const id = await wellKept(redmine);
  const acts = await actsSince(redmine, id);
  await openForm(amara, id);
  await choose(amara, 'assigned_to_id', 'Jonas Lindqvist');
  await bringEditor(amara);
  const notes = amara.getByRole('textbox', { name: 'Rich notes' });
  await notes.fill('We look into it.');
  await notes.press('Control+Enter', { noWaitAfter: true });
  const panel = await panelOf(amara);
  await complete(panel);
  await notes.fill('We look into it until Friday.');
  await handOver(panel);
  await expect.poll(acts).toEqual([expect.stringContaining('"We look into it until Friday."')]);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'sent']);
});
