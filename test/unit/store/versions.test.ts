import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { asides, noteAsides } from '../../../lib/store/aside';
import { makeDatabase, opened } from '../../../lib/store/db';
import { readDraft, saveAnswer } from '../../../lib/store/drafts';
import { eventsAfter } from '../../../lib/store/events';
import { check } from '../../../lib/store/read';
import { closeStore, openStore } from '../../../lib/store/store';
import { AsideRow, shapes, type TableName } from '../../../lib/store/tables';
import { verifyAll } from '../../../lib/store/verify';
import { versions } from '../../../lib/store/versions/all';
import type { DatabaseVersion, StoredRecord } from '../../../lib/store/versions/version';
import { freshStore, identity, NOW, text } from './fixtures';

const latest = versions.at(-1)?.version ?? 0;
const fileOf = (version: number) => new URL(`records/v${String(version).padStart(3, '0')}.json`, import.meta.url);
const recordsOf = (version: number) =>
  JSON.parse(readFileSync(fileOf(version), 'utf8')) as Record<string, StoredRecord[]>;

/** A step as a later Baton may bring it: it cannot do anything with one of the drafts. */
const stumbling: DatabaseVersion = {
  version: latest + 1,
  stores: {},
  upgrade: {
    drafts: (record) => {
      if (record.title === 'Case 2') throw new Error(`cannot read ${String(record.title)}`);
      return { ...record, title: `${String(record.title)}!` };
    },
  },
};

async function storeRecords(version: number, records: Record<string, StoredRecord[]>): Promise<void> {
  const db = makeDatabase(versions.filter((one) => one.version <= version));
  await opened(db);
  for (const [table, rows] of Object.entries(records)) await db.table(table).bulkAdd(rows);
  db.close();
}

beforeEach(freshStore);

describe('versions of the database', () => {
  it('are numbered without a gap, and each has a real example of every table it knows', () => {
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    const tables = new Set<string>();
    for (const { version, stores } of versions) {
      for (const [table, schema] of Object.entries(stores)) schema === null ? tables.delete(table) : tables.add(table);
      expect(existsSync(fileOf(version)), `records of version ${version}`).toBe(true);
      const records = recordsOf(version);
      expect(Object.keys(records).sort()).toEqual([...tables].sort());
      for (const rows of Object.values(records)) expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('never rewrite an event: its digest covers the payload', () => {
    for (const { upgrade } of versions) expect(Object.keys(upgrade ?? {})).not.toContain('events');
  });

  it('are installed afresh with every table', async () => {
    const db = makeDatabase();
    await opened(db);
    expect(db.tables.map(({ name }) => name).sort()).toEqual([...Object.keys(shapes), 'aside'].sort());
    db.close();
  });

  it.each(versions.map(({ version }) => version))(
    'bring every record of version %i to the latest, readable',
    async (version) => {
      await storeRecords(version, recordsOf(version));
      await openStore();
      const db = makeDatabase();
      await opened(db);
      for (const table of Object.keys(shapes) as TableName[]) {
        const rows = await db.table(table).toArray();
        expect(check(table, rows).broken, table).toEqual([]);
        expect(rows).toHaveLength(recordsOf(version)[table]?.length ?? 0);
      }
      for (const row of await db.aside.toArray()) AsideRow.parse(row);
      db.close();
      expect((await verifyAll()).fault).toBeNull();
    },
  );
});

describe('an upgrade that stumbles over one record', () => {
  const draft = (id: string) => ({
    ...identity(id),
    key: `k${id}`,
    answers: {},
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
  });

  it('brings the others along and keeps that one aside as it was', async () => {
    await storeRecords(latest, { drafts: [draft('1'), draft('2'), draft('3')] });
    const db = makeDatabase([...versions, stumbling]);
    await opened(db);
    expect((await db.drafts.toArray()).map(({ title }) => title)).toEqual(['Case 1!', 'Case 3!']);
    expect(await db.aside.toArray()).toMatchObject([{ table: 'drafts', key: 'k2', noted: 0, record: draft('2') }]);
    db.close();
  });

  it('works for many records, more than one page of the cursor', async () => {
    await storeRecords(latest, { drafts: Array.from({ length: 900 }, (_, n) => draft(String(n))) });
    const db = makeDatabase([...versions, stumbling]);
    await opened(db);
    expect(await db.drafts.count()).toBe(899);
    expect(await db.drafts.filter(({ title }) => title.endsWith('!')).count()).toBe(899);
    expect(await db.aside.count()).toBe(1);
    db.close();
  });
});

describe('a record that cannot be read', () => {
  const broken = {
    ...identity(),
    key: 'https://rt.example|ticket|101|support-engineering',
    answers: 'not answers',
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
  };

  it('goes aside when it is read, kept as it was, and the record of events says so', async () => {
    await storeRecords(latest, { drafts: [broken] });
    expect(await readDraft(broken.key)).toBeUndefined();
    expect(await asides()).toMatchObject([
      { table: 'drafts', key: broken.key, why: 'answers: invalid_type', noted: 1, record: broken },
    ]);
    expect(await eventsAfter(0, 10)).toMatchObject([{ kind: 'set-aside', payload: { table: 'drafts' } }]);
  });

  it('is not overwritten by the answer that meets it', async () => {
    await storeRecords(latest, { drafts: [broken] });
    const draft = await saveAnswer(identity(), 'steps', text('one'), NOW);
    expect(draft.answers).toEqual({ steps: text('one') });
    expect((await asides()).map(({ record }) => record)).toEqual([broken]);
  });

  it('is said once', async () => {
    await storeRecords(latest, { drafts: [broken] });
    await readDraft(broken.key);
    await readDraft(broken.key);
    expect(await noteAsides(NOW)).toBe(0);
    expect(await eventsAfter(0, 10)).toHaveLength(1);
  });

  it('tells the record of events nothing of what it held', async () => {
    const row: AsideRow = {
      table: 'drafts',
      key: 'k',
      why: 'version 2: Error: cannot read My secret',
      at: NOW,
      noted: 0,
      record: {},
    };
    await storeRecords(latest, { aside: [row as unknown as StoredRecord] });
    await noteAsides(NOW);
    expect(JSON.stringify(await eventsAfter(0, 10))).not.toContain('secret');
  });
});

describe('opening', () => {
  it('says so when a newer Baton made the database, and leaves it as it is', async () => {
    const newer: DatabaseVersion = { version: latest + 1, stores: { drafts: 'key', later: 'id' } };
    const db = makeDatabase([...versions, newer]);
    await opened(db);
    await db.table('later').add({ id: 1 });
    db.close();
    await expect(openStore()).rejects.toMatchObject({ code: 'storage-newer' });
    await expect(readDraft('any')).rejects.toMatchObject({ code: 'storage-newer' });
    await opened(db);
    expect(await db.table('later').toArray()).toEqual([{ id: 1 }]);
    expect(db.drafts.schema.indexes.map(({ name }) => name)).toEqual([]);
    db.close();
  });

  it('says so when an old tab will not let go, again when asked again, and goes on once it has', async () => {
    await storeRecords(latest, {});
    const deaf = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('baton');
      request.onsuccess = () => resolve(request.result);
    });
    const db = makeDatabase([...versions, stumbling]);
    await expect(opened(db, 20)).rejects.toMatchObject({ code: 'storage-blocked' });
    await expect(opened(db, 20)).rejects.toMatchObject({ code: 'storage-blocked' });
    deaf.close();
    await opened(db, 1000);
    expect(db.isOpen()).toBe(true);
    db.close();
  });

  it('gives way to a newer Baton in another tab', async () => {
    await saveAnswer(identity(), 'steps', text('one'), NOW);
    const newer = makeDatabase([...versions, stumbling]);
    await opened(newer, 1000);
    expect(await newer.drafts.count()).toBe(1);
    await expect(readDraft('any')).rejects.toMatchObject({ code: 'storage-newer' });
    newer.close();
    closeStore();
  });
});
