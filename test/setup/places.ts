// Where things are, for the whole test side: folders, ports, and the builds with their desks.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Two for the end-to-end tests, one for each worker of Playwright: each has a practice desk of its own. */
export const PRACTICE_PORT = { start: 18090, e2e: [18091, 18092] } as const;

/** The mirrors of the desks that we cannot run, one server for each worker; each desk has a host of its own there. */
export const MIRROR_PORTS = [18095, 18096] as const;
export const MIRRORED = ['clickup', 'freshdesk', 'hubspot', 'intercom', 'jira', 'salesforce', 'zendesk'] as const;
export type Mirrored = (typeof MIRRORED)[number];
/** The browser itself takes names under `localhost` for this machine. */
export const mirrorOrigin = (id: Mirrored, port: number) => `http://${id}.localhost:${port}`;

/** Reports, logs and pictures of test runs; never committed. */
export const REPORTS = join(ROOT, '.output', 'test');
export const WALK_PICTURES = join(ROOT, '.output', 'walk');

export interface Build {
  /** The folder of the unpacked extension. */
  extension: string;
  out: string;
  browser: 'chrome' | 'firefox';
  /** Desks baked in, with their host permissions: `origin=site`, by commas. Empty: none, as shipped. */
  desks: string;
  /** Whether it opens the welcome once it is installed: one more tab, which no test expects. */
  welcome: boolean;
}

const practiceDesks = (host: string) => PRACTICE_PORT.e2e.map((port) => `http://${host}:${port}=practice`).join(',');
const mirrors = MIRROR_PORTS.flatMap((port) => MIRRORED.map((id) => `${mirrorOrigin(id, port)}=${id}`)).join(',');
const LIVE_DESKS = `http://127.0.0.1:18001=request-tracker,http://127.0.0.1:18002=redmine,${practiceDesks('127.0.0.1')}`;

const build = (out: string, browser: 'chrome' | 'firefox', desks: string, welcome = false): Build => ({
  extension: join(ROOT, out, `${browser}-mv3`),
  out,
  browser,
  desks,
  welcome,
});

export const BUILDS = {
  /** As shipped. */
  chromium: build('.output', 'chrome', '', true),
  firefox: build('.output', 'firefox', '', true),
  /** For end-to-end tests: headless browsers cannot answer the permission prompt, so the desks are baked in. */
  e2e: build('.output-e2e', 'chrome', `${LIVE_DESKS},${mirrors}`),
  /** The same for the tests in Firefox. */
  firefoxE2e: build('.output-e2e', 'firefox', LIVE_DESKS),
  /** For the test on a plain-http host of a company's own network. */
  intranet: build('.output-intranet', 'chrome', practiceDesks('desk.test')),
  /** For `npm start`. */
  start: build('.output-start', 'chrome', `http://127.0.0.1:${PRACTICE_PORT.start}=practice`, true),
} as const;

export type BuildName = keyof typeof BUILDS;
