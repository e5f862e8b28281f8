// Redmine does not take what was let go: not sent, said in words, and nothing that was typed is lost.
import {
  actsSince,
  choose,
  complete,
  expect,
  expectAsk,
  FORM,
  handOver,
  holdInForm,
  kinds,
  openChecklist,
  openForm,
  overlayText,
  panelOf,
  press,
  test,
  wellKept,
} from './desk.ts';

const ASK = 'Find out why the export of mixed currencies is blank';

test('somebody saved the issue meanwhile: failed, a draft again; overwriting is the same handoff, once', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await wellKept(redmine);
  const panel = await holdInForm(amara, id);
  await complete(panel);
  await redmine.updateIssue(id, { notes: 'A colleague was here.' });
  const acts = await actsSince(redmine, id);
  await handOver(panel);
  await expect(amara.locator('.conflict')).toBeVisible();
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'failed']);
  await expect.poll(() => overlayText(amara)).toContain('The desk did not take this handoff');
  expect(await acts()).toEqual([]);

  // Every answer is there still, so that the same choice goes at once. The form came with it, as if it had always been so.
  await amara.check('input[name=conflict_resolution][value=overwrite]');
  await press(amara);
  await expect.poll(acts).toEqual(['Amara Okafor: attr project_id 1 > 2']);
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'failed', 'sending', 'sent']);
  expect((await acts()).length).toBe(1);
});

test('somebody saved the issue meanwhile, and only the notes are kept: no handoff, nothing held', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await wellKept(redmine);
  await openForm(amara, id);
  await amara.fill(`${FORM} [name="issue[notes]"]`, 'We look into it.');
  await choose(amara, 'status_id', 'Escalated');
  await redmine.updateIssue(id, { notes: 'A colleague was here.' });
  const acts = await actsSince(redmine, id);
  await press(amara);
  await expect(amara.locator('.conflict')).toBeVisible();
  await choose(amara, 'project_id', 'Engineering');
  await amara.check('input[name=conflict_resolution][value=add_notes]');
  await press(amara);
  await expect.poll(acts).toEqual(['Amara Okafor: "We look into it."']);
  expect(await kinds(baton)).toEqual([]);
});

test('Redmine finds a field missing: failed, a draft again, and held again while an answer is missing', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await wellKept(redmine);
  const acts = await actsSince(redmine, id);
  await openForm(amara, id);
  await choose(amara, 'project_id', 'Engineering');
  await amara.fill(`${FORM} [name="issue[subject]"]`, '');
  await press(amara);
  const panel = await panelOf(amara);
  await complete(panel);
  await handOver(panel);
  await expect(amara.locator('#errorExplanation')).toBeVisible();
  await expect.poll(() => kinds(baton)).toEqual(['held', 'sending', 'failed']);
  await expect.poll(() => overlayText(amara)).toContain('The desk did not take this handoff. Your answers are kept');
  expect(await acts()).toEqual([]);
  await expectAsk(await openChecklist(amara, id), ASK);
});

test('Ctrl+Enter, taken back: nothing was sent, the notes stand, and the form can be sent by its button', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await wellKept(redmine);
  const acts = await actsSince(redmine, id);
  await openForm(amara, id);
  await choose(amara, 'assigned_to_id', 'Jonas Lindqvist');
  const notes = amara.locator(`${FORM} [name="issue[notes]"]`);
  await notes.fill('We look into it.');
  await notes.press('Control+Enter', { noWaitAfter: true });
  const panel = await panelOf(amara);
  await panel.getByRole('button', { name: 'Not now' }).click();
  await expect.poll(() => kinds(baton)).toEqual(['held', 'cancelled']);
  expect(await acts()).toEqual([]);
  await choose(amara, 'assigned_to_id', 'Priya Raman');
  await press(amara);
  await expect.poll(acts).toEqual([expect.stringContaining('"We look into it."')]);
  expect(await kinds(baton)).toEqual(['held', 'cancelled']);
});
