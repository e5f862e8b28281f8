// The popup with nothing stored, and with 100,000 handoffs: how long until it shows the day.
import { setTimeout as sleep } from 'node:timers/promises';
import { BUDGETS } from './budgets.ts';
import { figure, median } from './figures.ts';
import { type Bench, type Measured, sideBySide } from './run-parts.ts';
import type { BatonSetup } from './setups.ts';

const STORED = 100_000;
const ROUNDS = 15;
/** The database tidies up after so much was written: how long it is left alone, in milliseconds. */
const SETTLE = 5_000;

export async function measurePopup({ baton: empty, another }: Bench): Promise<Measured> {
  const full = await another();
  await store(full);
  await sleep(SETTLE);
  const times = { empty: [] as number[], full: [] as number[] };
  for (let round = -2; round < ROUNDS; round += 1) {
    const inTurn = sideBySide([empty, full], round + 2);
    const took = new Map<BatonSetup, number>();
    for (const setup of inTurn) took.set(setup, await opened(setup));
    // The first openings of each fill caches of the browser's own.
    if (round < 0) continue;
    times.empty.push(took.get(empty) as number);
    times.full.push(took.get(full) as number);
  }
  const ratio = median(times.full) / median(times.empty);
  return {
    title: `The popup until it is useful (${ROUNDS} times each), with ${STORED.toLocaleString('en')} handoffs and their lines in the record by none`,
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
    const useful = () => document.querySelector('.saw-day') !== null && document.querySelector('.part') !== null;
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

/** Handoffs of three years, none of them of today: the popup shows the same in both. Each has its line in the record, as it is kept. */
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
            const write = db.transaction(['handoffs', 'events'], 'readwrite', { durability: 'relaxed' });
            const [handoffs, events] = [write.objectStore('handoffs'), write.objectStore('events')];
            for (const end = Math.min(count, n + 5_000); n < end; n += 1) {
              const at = now - 2 * 86_400_000 - (count - n) * 946_000;
              const ref = { origin, kind: 'ticket', id: String(n) };
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
              events.put({
                seq: n + 1,
                at,
                kind: 'sent',
                actor: 'Amara',
                payload: { ...about, kind: 'sent', handoff: `h${n}`, to: 'Engineering', proof: 'page' },
                salt: '0'.repeat(32),
                digest: hash,
                previous: hash,
                hash,
                case: `${origin}|ticket|${n}`,
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
