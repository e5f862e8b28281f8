import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { salesToOnboarding } from '../../../lib/rules/playbooks/sales-to-onboarding';
import { asides } from '../../../lib/store/aside';
import { makeDatabase, opened } from '../../../lib/store/db';
import { ownPlaybooks, playbookVersions, removePlaybook, savePlaybook } from '../../../lib/store/playbooks';
import { freshStore, NOW } from './fixtures';

const saving = { who: 'Dana Reyes', why: 'Too many calls', now: NOW };
const ours = { ...salesToOnboarding, name: 'Our own way' };

beforeEach(freshStore);

describe('a playbook that is saved', () => {
  it('is numbered after the newest of its versions, whatever number it came with', async () => {
    expect((await savePlaybook({ ...ours, version: 40 }, saving)).version).toBe(1);
    expect((await savePlaybook(ours, saving)).version).toBe(2);
    await removePlaybook(ours.id);
    expect((await savePlaybook(ours, saving)).version).toBe(3);
    expect((await ownPlaybooks()).map(({ version, name }) => [version, name])).toEqual([[3, 'Our own way']]);
  });

  it('keeps what stood in its place as the first version, so that one can go back', async () => {
    await savePlaybook(ours, saving, salesToOnboarding);
    await savePlaybook({ ...ours, because: 'Another reason.' }, { ...saving, why: '' }, salesToOnboarding);
    const versions = await playbookVersions(ours.id);
    expect(versions.map(({ version, who, why }) => [version, who, why])).toEqual([
      [3, 'Dana Reyes', ''],
      [2, 'Dana Reyes', 'Too many calls'],
      [1, '', ''],
    ]);
    expect(versions[2]?.playbook).toEqual(salesToOnboarding);
  });

  it('is refused when it is none, and nothing changes', async () => {
    await savePlaybook(ours, saving);
    await expect(savePlaybook({ ...ours, exit: [] }, saving)).rejects.toThrow();
    expect((await ownPlaybooks()).map(({ version }) => version)).toEqual([1]);
    expect(await playbookVersions(ours.id)).toHaveLength(1);
  });

  it('goes aside when it is broken, and the others work', async () => {
    const db = makeDatabase();
    await opened(db);
    await db.table('playbooks').add({ id: 'broken', name: 'half' });
    db.close();
    await savePlaybook(ours, saving);
    expect((await ownPlaybooks()).map(({ id }) => id)).toEqual([ours.id]);
    expect((await asides()).map(({ record }) => record)).toEqual([{ id: 'broken', name: 'half' }]);
  });
});
