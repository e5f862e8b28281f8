// The popup with nothing stored, and with 100,000 handoffs: how long until it shows the day.
import { BUDGETS } from './budgets.ts';
import { figure, median } from './figures.ts';
import type { Measured } from './run-parts.ts';
import type { BatonSetup } from './setups.ts';

const STORED = 100_000;
const ROUNDS = 9;

export async function measurePopup(empty: BatonSetup, full: BatonSetup): Promise<Measured> {
  await store(full);
  const times = { empty: [] as number[], full: [] as number[] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const [one, two] = [await opened(empty), await opened(full)];
    // The first opening of each fills caches of the browser's own.
    if (round < 0) continue;
    times.empty.push(one);
    times.full.push(two);
  }
  const ratio = median(times.full.map((time, round) => time / (times.empty[round] as number)));
  return {
    title: `The popup until it is useful (${ROUNDS} times each), with ${STORED.toLocaleString('en')} handoffs and their events by none`,
    figures: [
      figure('popup: with nothing stored', median(times.empty), 'ms'),
      figure('popup: with 100,000 handoffs', median(times.full), 'ms'),
      figure('popup: with 100,000 handoffs by none', ratio, '×', BUDGETS.popupRatio),
    ],
  };
}

/** Opens the popup's page; gives the milliseconds from its start until it shows the day that it counted. */
async function opened({ newPage, launched }: BatonSetup): Promise<number> {
  const page = await newPage();
  await page.addInitScript(() => {
    const useful = () => document.querySelector('.sum li') !== null;
    const watch = new MutationObserver(() => {
      if (!useful()) return;
      watch.disconnect();
      requestAnimationFrame(() => Object.assign(globalThis, { usefulAt: performance.now() }));
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`chrome-extension://${launched.extensionId}/popup.html`);
  const found = await page.waitForFunction(() => (globalThis as { usefulAt?: number }).usefulAt);
  const time = await found.jsonValue();
  await page.close();
  return time as number;
}

/** Handoffs of three years, the last of them today, each with its two lines in the record; written as they are kept. */
async function store({ launched }: BatonSetup): Promise<void> {
  const worker = await launched.serviceWorker();
  await worker.evaluate(
    ({ count }) =>
      new Promise<void>((resolve, reject) => {
        const origin = 'http://127.0.0.1:18091';
        const now = Date.now();
        const hash = '0'.repeat(64);
        const opening = indexedDB.open('baton');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          let n = 0;
          const part = () => {
            if (n >= count) {
              db.close();
              resolve();
              return;
            }
            const write = db.transaction(['handoffs', 'events'], 'readwrite');
            const [handoffs, events] = [write.objectStore('handoffs'), write.objectStore('events')];
            for (const end = Math.min(count, n + 5_000); n < end; n += 1) {
              const at = now - (count - n) * 946_000;
              const ref = { origin, kind: 'ticket', id: String(n) };
              const key = `${origin}|ticket|${n}`;
              const about = { ref, playbook: 'support-to-engineering', playbookVersion: 1, title: `Case ${n}` };
              handoffs.put({
                ...about,
                id: `h${n}`,
                attempt: `a${n}`,
                tab: 1,
                changes: [{ field: 'team', to: { label: 'Engineering' } }],
                state: 'closed',
                url: `${origin}/case/${n}`,
                to: 'Engineering',
                answers: { ask: { value: 'Find out why the export is blank', by: 'person', at } },
                createdAt: at,
                updatedAt: at,
              });
              for (const [more, kind] of ['sending', 'sent'].entries())
                events.put({
                  seq: 2 * n + more + 1,
                  at,
                  kind,
                  actor: 'Amara',
                  payload: {
                    ...about,
                    kind,
                    handoff: `h${n}`,
                    to: 'Engineering',
                    ...(more ? { proof: 'page' } : { wasHeld: false }),
                  },
                  salt: '0'.repeat(32),
                  digest: hash,
                  previous: hash,
                  hash,
                  case: key,
                });
            }
            write.oncomplete = part;
            write.onerror = () => reject(write.error);
          };
          part();
        };
      }),
    { count: STORED },
  );
}
