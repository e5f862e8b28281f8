// One browser with a profile of its own, kept over many tries: emptied before each, killed and started again where a fault asks for it.
import { setTimeout as sleep } from 'node:timers/promises';
import { launchWithExtension } from '../../setup/browsers.ts';
import { BUILDS } from '../../setup/places.ts';
import { makeProfile, removeProfile } from '../../setup/profile.ts';
import { addRow, type Baton, batonOf, openCase, PRACTICE_URL, panelOf, ROSTER, ready } from '../practice.ts';
import { completeOnce, type Door } from './doors.ts';

type Row = Record<string, unknown>;

export class Machine {
  readonly #profile: string;
  #baton: Baton | undefined;
  #forDevelopers = false;
  /** A complete draft and the reading of its case, by door's draft key. */
  readonly #seeds = new Map<string, { draft: Row; sighting: Row }>();

  private constructor(profile: string) {
    this.#profile = profile;
  }

  static async start(): Promise<Machine> {
    const machine = new Machine(await makeProfile());
    await machine.launch();
    return machine;
  }

  get baton(): Baton {
    if (!this.#baton) throw new Error('the browser is not running');
    return this.#baton;
  }

  async launch(): Promise<void> {
    const launched = await launchWithExtension({
      extensionDir: BUILDS.e2e.extension,
      headless: true,
      viewport: { width: 1400, height: 900 },
      userDataDir: this.#profile,
    });
    const baton = batonOf(launched);
    // A worker that is ended while it is asked leaves the question open for ever.
    const asked = <T>(ask: () => Promise<T>) => untilAnswered(ask, () => wake(baton));
    const rows: Baton['rows'] = (table) => asked(() => baton.rows(table));
    const inWorker: Baton['inWorker'] = (work, arg) => asked(() => baton.inWorker(work, arg));
    this.#baton = { ...baton, inWorker, rows, events: () => rows('events') };
    await ready(this.#baton);
    await this.#baton.settings({ roster: ROSTER });
  }

  /** The browser takes an unpacked extension back only for developers; the profile remembers it. */
  async allowReload(): Promise<void> {
    if (this.#forDevelopers) return;
    const page = await this.baton.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(async () => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
      };
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    });
    await page.close();
    this.#forDevelopers = true;
  }

  /** Ends the browser as a crash of the machine does: at once, with nothing closed. */
  async kill(): Promise<void> {
    const { context } = this.baton;
    const session = await context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const own = processInfo.find(({ type }) => type === 'browser');
    if (!own) throw new Error('the browser names no process of its own');
    const gone = new Promise((done) => context.once('close', done));
    process.kill(own.id, 'SIGKILL');
    await gone;
    this.#baton = undefined;
  }

  async end(): Promise<void> {
    await this.#baton?.launched.close();
    await removeProfile(this.#profile, true);
  }

  /** Nothing open, nothing stored, but the door's case as read, and its draft with all answers but those that are to be typed. */
  async fresh(door: Door, untold: readonly string[]): Promise<void> {
    if (!this.#baton) await this.launch();
    if (!this.#seeds.has(door.draft)) await this.#seed(door);
    await this.#empty();
    const { draft, sighting } = this.#seeds.get(door.draft) as { draft: Row; sighting: Row };
    const answers = Object.fromEntries(
      Object.entries(draft['answers'] as Row).filter(([name]) => !untold.includes(name)),
    );
    const now = Date.now();
    await addRow(this.baton, 'drafts', { ...draft, answers, createdAt: now, updatedAt: now });
    await addRow(this.baton, 'sightings', { ...sighting, at: now });
  }

  async #seed(door: Door): Promise<void> {
    await this.#empty();
    const page = await this.baton.newPage();
    await openCase(page, door.casePath);
    await page.goto(new URL(door.startPath, page.url()).href);
    await door.act(page);
    await completeOnce(door, page, await panelOf(page));
    const [draft] = await this.baton.rows('drafts');
    const [sighting] = await this.baton.rows('sightings');
    if (!draft || !sighting) throw new Error(`no draft or no reading to start from at the door ${door.name}`);
    this.#seeds.set(door.draft, { draft, sighting });
  }

  async #empty(): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const reset = await fetch(`${PRACTICE_URL}/api/reset`, { method: 'POST', headers, body: '{}' });
    if (!reset.ok) throw new Error(`the practice desk answered ${reset.status} to a reset`);
    const { context, inWorker } = this.baton;
    await context.setOffline(false);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    for (const page of context.pages())
      if (page.url() !== 'about:blank') await Promise.race([page.close().catch(() => undefined), sleep(5_000)]);
    // What the closed pages still told the background is over by then.
    await sleep(50);
    await inWorker(async () => {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('baton');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          if (names.length === 0) return resolve(db.close());
          const work = db.transaction(names, 'readwrite');
          for (const name of names) work.objectStore(name).clear();
          work.oncomplete = () => resolve(db.close());
          work.onerror = () => reject(work.error);
        };
      });
      await chrome.storage.session.clear();
    });
  }
}

/** A worker sleeps until somebody asks for it; a page of the extension may always. */
async function wake({ context, launched }: Baton): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${launched.extensionId}/popup.html`);
  await page.evaluate(() => void chrome.runtime.sendMessage({ call: 'wake' }));
  await page.close();
}

/** Asks, and wakes the worker and asks again where no answer came in three seconds. */
async function untilAnswered<T>(ask: () => Promise<T>, wakeIt: () => Promise<void>): Promise<T> {
  for (let tries = 0; tries < 4; tries++) {
    if (tries > 0) await wakeIt().catch(() => undefined);
    const asking = ask().then(
      (value) => ({ value }),
      (error) => {
        // Ended in the middle: the next one is asked. What the question itself threw is its answer.
        if (/closed|crashed|destroyed|did not answer/i.test(String(error))) return null;
        throw error;
      },
    );
    const answer = await Promise.race([asking, sleep(3_000, null)]);
    if (answer) return answer.value;
  }
  throw new Error('the background worker does not answer');
}
