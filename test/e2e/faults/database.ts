// Baton's own stores under strain: busy, full, or not readable. All of it in the background worker, and over with it.
import type { Baton } from '../practice.ts';

interface Strained {
  /** Ends the strain. */
  batonFree?: () => void;
  batonMend?: () => void;
}

/** Somebody else's transaction keeps the whole database to itself, until `free`. */
export const occupy = (baton: Baton) =>
  baton.inWorker(
    () =>
      new Promise<void>((occupied) => {
        // Asked again because the first answer was late: once is enough.
        if ((globalThis as Strained).batonFree) return occupied();
        const opening = indexedDB.open('baton');
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          const store = db.transaction(names, 'readwrite').objectStore(names[0] as string);
          let busy = true;
          (globalThis as Strained).batonFree = () => {
            busy = false;
            delete (globalThis as Strained).batonFree;
          };
          const on = () => {
            occupied();
            if (busy) store.count().onsuccess = on;
            else db.close();
          };
          on();
        };
      }),
  );

/** What the background knows of a tab is not told to it until `free`: whatever comes from a panel waits, with nothing written. */
export const stall = (baton: Baton) =>
  baton.inWorker(() => {
    if ((globalThis as Strained).batonFree) return;
    const { session } = chrome.storage;
    const get = session.get.bind(session) as (keys?: string) => Promise<Record<string, unknown>>;
    const freed = new Promise<void>((resolve) => {
      (globalThis as Strained).batonFree = () => {
        delete (globalThis as Strained).batonFree;
        Object.assign(session, { get });
        resolve();
      };
    });
    Object.assign(session, { get: (keys?: string) => freed.then(() => get(keys)) });
  });

/** Nothing to do where the worker was ended meanwhile: what it occupied is free. */
export const free = (baton: Baton) => baton.inWorker(() => (globalThis as Strained).batonFree?.());

/** Every write fails as on a full disk, until `mend`. */
export const fill = (baton: Baton) =>
  baton.inWorker(() => {
    if ((globalThis as Strained).batonMend) return;
    const { put, add } = IDBObjectStore.prototype;
    const full = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { put: full, add: full });
    (globalThis as Strained).batonMend = () => {
      Object.assign(IDBObjectStore.prototype, { put, add });
      delete (globalThis as Strained).batonMend;
    };
  });

/** The database is closed and cannot be opened, until `mend`. */
export const shut = (baton: Baton) =>
  baton.inWorker(
    () =>
      new Promise<void>((closed) => {
        if ((globalThis as Strained).batonMend) return closed();
        const { open } = IDBFactory.prototype;
        // Whoever has it open gives way to a newer version, which then does not come.
        const newer = indexedDB.open('baton', 9_999);
        newer.onupgradeneeded = () => newer.transaction?.abort();
        newer.onerror = () => closed();
        // In the same turn: nobody opens it in between.
        const fails = () => {
          throw new DOMException('The database cannot be opened', 'UnknownError');
        };
        Object.assign(IDBFactory.prototype, { open: fails });
        (globalThis as Strained).batonMend = () => {
          Object.assign(IDBFactory.prototype, { open });
          delete (globalThis as Strained).batonMend;
        };
      }),
  );

/** Every read fails as on a broken disk, until `mend`. */
export const breakReads = (baton: Baton) =>
  baton.inWorker(() => {
    if ((globalThis as Strained).batonMend) return;
    const unreadable = () => {
      throw new DOMException('Internal error when reading', 'UnknownError');
    };
    const names = ['get', 'getAll', 'getKey', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const;
    const kept = [IDBObjectStore.prototype, IDBIndex.prototype].map((prototype) => {
      const methods = Object.fromEntries(names.map((name) => [name, prototype[name]]));
      Object.assign(prototype, Object.fromEntries(names.map((name) => [name, unreadable])));
      return { prototype, methods };
    });
    (globalThis as Strained).batonMend = () => {
      for (const { prototype, methods } of kept) Object.assign(prototype, methods);
      delete (globalThis as Strained).batonMend;
    };
  });

export const mend = (baton: Baton) => baton.inWorker(() => (globalThis as Strained).batonMend?.());
