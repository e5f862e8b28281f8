// A browser whose pages are spoken to as a person's developer tools do it: by their tab. Playwright attaches to each page by itself, and
// a browser that is driven so makes no page ready before it is entered (prerendering).
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBrowser } from './browsers.ts';
import { makeProfile, removeProfile } from './profile.ts';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

type Params = Record<string, unknown>;
/** One page, worker or tab, and what can be asked of it. */
export interface Target {
  send<T = Params>(method: string, params?: Params): Promise<T>;
  /** Runs in it, and gives what that answers. */
  run<T, A = undefined>(work: (arg: A) => T | Promise<T>, arg?: A): Promise<T>;
}

export interface Tab {
  /** The page that the person sees. */
  page(): Promise<Target>;
  /** The one that is made ready out of sight, once there is one. */
  ahead(): Promise<Target | undefined>;
}

export interface TabBrowser {
  openTab(): Promise<Tab>;
  /** The extension's worker. */
  worker(): Promise<Target>;
  close(): Promise<void>;
}

interface TargetInfo {
  targetId: string;
  type: string;
  subtype?: string;
  url: string;
}

export async function startTabBrowser(extensionDir: string): Promise<TabBrowser> {
  const profile = await makeProfile();
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--no-first-run',
    '--no-default-browser-check',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    '--window-size=1400,900',
    'about:blank',
  ];
  const browser = spawn((await ensureBrowser()).path, flags, { stdio: 'ignore' });
  const line = await connect(await addressIn(profile));
  const sessions = new Map<string, Promise<string>>();
  const attach = (targetId: string) => {
    const known = sessions.get(targetId);
    if (known) return known;
    const attached = line
      .send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
      .then(({ sessionId }) => sessionId);
    sessions.set(targetId, attached);
    return attached;
  };
  line.hear(undefined, 'Target.detachedFromTarget', ({ targetId }) => sessions.delete(targetId as string));
  const all = async (type: string): Promise<TargetInfo[]> =>
    (await line.send<{ targetInfos: TargetInfo[] }>('Target.getTargets', { filter: [{ type }] })).targetInfos;
  const target = (session: string): Target => ({
    send: (method, params) => line.send(method, params, session),
    run: async (work, arg) => {
      const expression = `(${work})(${JSON.stringify(arg)})`;
      const { result, exceptionDetails } = await line.send<{
        result: { value: unknown };
        exceptionDetails?: { exception?: { description?: string }; text: string };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true }, session);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as never;
    },
  });

  return {
    async openTab() {
      const before = new Set((await all('tab')).map(({ targetId }) => targetId));
      await line.send('Target.createTarget', { url: 'about:blank' });
      const made = await until(
        async () => (await all('tab')).find(({ targetId }) => !before.has(targetId)),
        'a new tab',
      );
      const session = await attach(made.targetId);
      const children = new Map<string, TargetInfo & { session: string }>();
      line.hear(session, 'Target.attachedToTarget', ({ targetInfo, sessionId }) => {
        const info = targetInfo as TargetInfo;
        children.set(info.targetId, { ...info, session: sessionId as string });
      });
      line.hear(session, 'Target.detachedFromTarget', ({ sessionId }) => {
        for (const [id, child] of children) if (child.session === sessionId) children.delete(id);
      });
      line.hear(undefined, 'Target.targetInfoChanged', ({ targetInfo }) => {
        const info = targetInfo as TargetInfo;
        const known = children.get(info.targetId);
        if (known) children.set(info.targetId, { session: known.session, ...info });
      });
      await line.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
      await line.send(
        'Target.setAutoAttach',
        { autoAttach: true, waitForDebuggerOnStart: false, flatten: true },
        session,
      );
      const find = (subtype: string) =>
        [...children.values()].find((child) => child.type === 'page' && (child.subtype ?? '') === subtype);
      return {
        page: async () => target((await until(async () => find(''), 'the page of the tab')).session),
        ahead: async () => {
          const child = find('prerender');
          return child && target(child.session);
        },
      };
    },
    worker: () =>
      until(async () => {
        const found = (await all('service_worker')).find(({ url }) => url.endsWith('/background.js'));
        if (!found) return undefined;
        const worker = target(await attach(found.targetId));
        // What is asked of one that is only starting may never be answered.
        const activated = () =>
          (globalThis as unknown as { registration: { active: { state: string } | null } }).registration.active
            ?.state === 'activated';
        const answers = await worker.run(activated).catch(() => false);
        if (!answers) sessions.delete(found.targetId);
        return answers ? worker : undefined;
      }, 'the worker'),
    async close() {
      await line.send('Browser.close').catch(() => undefined);
      line.close();
      await ended(browser);
      await removeProfile(profile, true);
    },
  };
}

async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(50)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`${what} was not there within 15 seconds`);
}

/** Where the browser's debugger listens: it writes that into its profile. */
async function addressIn(profile: string): Promise<string> {
  const read = () => readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => undefined);
  const [port, path] = (await until(read, 'the debugger of the browser')).trim().split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

type Heard = (params: Params) => void;

async function connect(address: string) {
  const socket = new WebSocket(address);
  const asked = new Map<
    number,
    { session: string | undefined; done(value: never): void; failed(error: Error): void }
  >();
  const ears: { session: string | undefined; method: string; heard: Heard }[] = [];
  let last = 0;
  await new Promise((open, failed) => {
    socket.addEventListener('open', open);
    socket.addEventListener('error', failed);
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, method, params, sessionId } = JSON.parse(String(data));
    const one = asked.get(id);
    asked.delete(id);
    if (error) one?.failed(new Error(error.message));
    else one?.done(result as never);
    // A worker that ended, or a page that is gone, answers nothing more.
    if (method === 'Target.detachedFromTarget')
      for (const gone of asked.values()) if (gone.session === params.sessionId) gone.failed(new Error('it ended'));
    for (const ear of ears) if (ear.method === method && ear.session === sessionId) ear.heard(params);
  });
  return {
    send: <T = Params>(method: string, params: Params = {}, sessionId?: string): Promise<T> => {
      last += 1;
      const id = last;
      const answer = new Promise<T>((done, failed) => {
        asked.set(id, { session: sessionId, done, failed });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      });
      const late = sleep(PATIENCE, undefined, { ref: false }).then((): never => {
        throw new Error(`${method} was not answered`);
      });
      late.catch(() => undefined);
      return Promise.race([answer, late]);
    },
    hear: (session: string | undefined, method: string, heard: Heard) => void ears.push({ session, method, heard }),
    close: () => socket.close(),
  };
}

function ended(browser: ChildProcess): Promise<unknown> {
  if (browser.exitCode !== null) return Promise.resolve();
  const over = new Promise((exit) => browser.once('exit', exit));
  return Promise.race([over, sleep(5_000).then(() => browser.kill())]);
}
