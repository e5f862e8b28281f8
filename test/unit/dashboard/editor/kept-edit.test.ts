import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { dropEdit, keepEdit, keptEdit } from '../../../../entrypoints/dashboard/kept-edit';
import { made } from './made';

it('keeps an edit for each playbook, until it is dropped', async () => {
  const [one, other] = [made({ name: '' }), made({ id: 'q', exit: [] })].map((playbook) => ({
    playbook,
    at: 5,
    from: 3,
  }));
  await Promise.all([keepEdit('p', one as never), keepEdit('q', other as never)]);
  expect(await keptEdit('p')).toEqual(one);
  await dropEdit('p');
  expect(await keptEdit('p')).toBeUndefined();
  expect(await keptEdit('q')).toEqual(other);
});

it('offers nothing that the form could not show', async () => {
  for (const broken of [null, 5, { playbook: {} }, { playbook: { ...made(), exit: 'x' } }]) {
    await browser.storage.local.set({ 'playbook-edits': { p: broken } });
    expect(await keptEdit('p')).toBeUndefined();
  }
});
