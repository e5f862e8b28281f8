// What looks like a handoff and is none: it goes through untouched, and nobody waits for it.
import {
  actsSince,
  BULK,
  choose,
  display,
  expect,
  expectPassed,
  FORM,
  openForm,
  press,
  REDMINE_URL,
  test,
  wellKept,
} from './desk.ts';

test('the form drawn anew with another project in it, and notes with that taken back', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await wellKept(redmine);
  const acts = await actsSince(redmine, id);
  await openForm(amara, id);
  // Each choice sends the whole form to edit.js as if it were saved: that is no handoff. `choose` waits for its answer.
  await choose(amara, 'project_id', 'Engineering');
  await choose(amara, 'status_id', 'Escalated');
  await choose(amara, 'project_id', 'Support L1');
  await choose(amara, 'status_id', 'New');
  expect(await acts()).toEqual([]);
  await amara.fill(`${FORM} [name="issue[notes]"]`, 'Could you send us the file?');
  await press(amara);
  await expect.poll(acts).toEqual(['Amara Okafor: "Could you send us the file?"']);
  await openForm(amara, id);
  await amara.fill(`${FORM} [name="issue[notes]"]`, 'Only for us.');
  await amara.check(`${FORM} input[type=checkbox][name="issue[private_notes]"]`);
  await amara.press(`${FORM} [name="issue[notes]"]`, 'Control+Enter');
  await expect.poll(async () => (await acts()).at(-1)).toBe('Amara Okafor: internally "Only for us."');
  await expectPassed(amara, baton);
});

test('bulk edit drawn anew with another project in it, and a copy of several issues to that project', async ({
  baton,
  amara,
  redmine,
}) => {
  const ids = [await wellKept(redmine), await wellKept(redmine)];
  const acts = await Promise.all(ids.map((id) => actsSince(redmine, id)));
  const query = ids.map((id) => `ids[]=${id}`).join('&');
  await amara.goto(`${REDMINE_URL}/issues/bulk_edit?${query}`);
  await choose(amara, 'project_id', 'Engineering');
  await amara.goto(`${REDMINE_URL}/issues/bulk_edit?${query}&copy=1`);
  await choose(amara, 'project_id', 'Engineering');
  await amara.locator(`${BULK} input[name=commit]`).first().click();
  await amara.waitForURL((url) => !url.pathname.includes('bulk'));
  await expect
    .poll(async () => (await redmine.newest('Engineering')).filter((one) => one.id > (ids[1] as number)).length)
    .toBe(2);
  // The originals say at most that they were copied.
  for (const one of acts) expect((await one()).join()).not.toContain('project_id');
  await expectPassed(amara, baton);
});

test('an issue that Jonas has already: its status changes, and it is saved on both pages', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await wellKept(redmine, { owner: 'jonas' });
  const acts = await actsSince(redmine, id);
  await openForm(amara, id);
  await choose(amara, 'status_id', 'Escalated');
  await press(amara);
  await expect.poll(async () => (await acts()).length).toBe(1);
  await amara.goto(`${display(id)}/edit`);
  await choose(amara, 'status_id', 'In Progress');
  await press(amara);
  await expect.poll(async () => (await acts()).length).toBe(2);
  await expectPassed(amara, baton);
});

test('a priority by the context menu, watching, a new issue and a copy, even for Engineering', async ({
  baton,
  amara,
  redmine,
}) => {
  const id = await wellKept(redmine);
  const acts = await actsSince(redmine, id);
  await amara.goto(`${REDMINE_URL}/issues?set_filter=1&f[]=issue_id&op[issue_id]==&v[issue_id][]=${id}`);
  await amara.locator(`#issue-${id} td.status`).click({ button: 'right' });
  await amara.locator('#context-menu li.folder', { hasText: 'Priority' }).hover();
  await amara.locator('#context-menu a[href*="priority_id"]', { hasText: 'Urgent' }).click();
  await expect.poll(async () => (await acts()).length).toBe(1);

  await amara.goto(display(id));
  const watched = amara.waitForResponse((one) => one.url().includes('/watchers/watch') && one.ok());
  await amara.locator(`.contextual a.issue-${id}-watcher`).first().click();
  await watched;
  for (const page of ['issues/new', `projects/support-l1/issues/${id}/copy`]) {
    await amara.goto(`${REDMINE_URL}/${page}`);
    await choose(amara, 'project_id', 'Engineering');
    await amara.fill(`${FORM} [name="issue[subject]"]`, `For Engineering, from ${id}`);
    await choose(amara, 'assigned_to_id', 'Jonas Lindqvist');
    await amara.locator(`${FORM} input[name=commit]`).click();
    await expect(amara.locator('.issue .subject h3')).toHaveText(`For Engineering, from ${id}`);
  }
  await expectPassed(amara, baton);
});
