// The table of `npm run holes`: which ways around a gate are known, and which runs show them closed. Pure, so that it can be tested.

/** Ways around a gate that an extension can close, each by which rivals' gates or ours could be passed. One that no test proves is open. */
export const HOLES = [
  'Keyboard submit',
  'Native form submit (no event)',
  'Enter, or a button that only looks like another',
  'Shortcut whose handler clicks',
  'Command palette',
  'Macro',
  'Bulk edit',
  'Board drag',
  'Context menu',
  'Pick and save (click)',
  'Pick and save (mousedown)',
  'Pick and save (mouseup)',
  'Inline autosave on blur',
  'Dialog form',
  'List select by script',
  'REST by fetch',
  'REST by XMLHttpRequest',
  'GraphQL',
  'GraphQL, aliased bulk',
  'JSON-RPC',
  'JSON inside a form field',
  'Multipart',
  'Synchronous request',
  'sendBeacon',
  'keepalive fetch',
  'Form in an open shadow root',
  'Form in a closed shadow root',
  'Form in a frame filled by document.write',
  'GET link that writes',
  'Address set by script (location, navigation.navigate, window.open _self)',
  'Meta refresh',
  'Frame created later',
  'Request or Blob made by another frame',
  'fetchLater',
  'Large body beside a pasted file',
  'Mobile pages of the desk',
  'Several cases in one document',
  'Several changes in one request',
  'Screen covered while saving',
  'Desk that times out and retries',
  'Pop-up window of the desk',
  'Submit followed by native submit',
  'Native submit after a click or an untrusted change',
  'GET by script that writes',
  'Save on leaving',
  'Page that runs ahead of a refusal',
  'Dialog that stays under its loader',
  'Desk that blames the connection',
  'Desk that tries again what was taken back',
  'Save among requests that look like it',
  'Whole form with every save',
  'People as JSON inside a form field',
  'Fields sent along untouched',
  'Mass update by ids alone',
  'Mass update of all that match',
  'Conversation in pieces',
  'One person under two names',
  'Automation or time-out fails open silently',
  'Choice that stood unsaved',
  'Choice made before the first reading',
  'Refused form that comes back',
  'API, mobile app, another browser: recorded as ungated on arrival',
] as const;

/** What no extension can hold: seen on arrival, when Baton next reads the case, and recorded as ungated. */
export const NOT_CLOSABLE = [
  'the desk’s API, its mobile app, automations on its server',
  'requests of workers and service workers, and writes over a WebSocket',
  'a GET that writes as the address of an image or of a new frame',
  'a link opened from the browser’s own menu or typed into the address bar',
  'another browser, or one without Baton',
] as const;

export interface HoleRow {
  hole: string;
  desk: string;
  browser: string;
  closed: boolean;
}

interface Suite {
  suites?: Suite[];
  specs?: {
    tests: {
      projectName: string;
      status: string;
      annotations: { type: string; description?: string }[];
    }[];
  }[];
}

const DESKS: Record<string, string> = {
  practice: 'practice desk',
  'request-tracker': 'Request Tracker',
  redmine: 'Redmine',
};

/** In: what Playwright's json reporter wrote. Out: a row for each hole, desk and browser: closed when every test of it passed. */
export function holeRows(report: string): HoleRow[] {
  const rows = new Map<string, HoleRow>();
  const walk = ({ suites = [], specs = [] }: Suite) => {
    for (const { projectName, status, annotations } of specs.flatMap(({ tests }) => tests)) {
      for (const { type, description: hole } of annotations) {
        if (type !== 'hole' || !hole) continue;
        const firefox = projectName === 'firefox';
        const named = annotations.find((one) => one.type === 'desk')?.description;
        const desk = named ?? DESKS[firefox ? 'practice' : projectName] ?? projectName;
        const browser = firefox ? 'Firefox' : 'Chromium';
        const key = [hole, desk, browser].join('|');
        const closed = (status === 'expected' || status === 'flaky') && rows.get(key)?.closed !== false;
        rows.set(key, { hole, desk, browser, closed });
      }
    }
    for (const suite of suites) walk(suite);
  };
  for (const suite of (JSON.parse(report) as { suites?: Suite[] }).suites ?? []) walk(suite);
  const order = (hole: string) => (HOLES as readonly string[]).indexOf(hole);
  return [...rows.values()].sort((a, b) => order(a.hole) - order(b.hole) || a.desk.localeCompare(b.desk));
}

/** What is wrong with the rows, in words; empty when every known hole is closed. */
export function openHoles(rows: readonly HoleRow[]): string[] {
  const unknown = rows.filter(({ hole }) => !(HOLES as readonly string[]).includes(hole));
  const unproven = HOLES.filter((hole) => !rows.some((row) => row.hole === hole));
  return [
    ...rows
      .filter(({ closed }) => !closed)
      .map(({ hole, desk, browser }) => `${hole} is open on ${desk} in ${browser}`),
    ...unproven.map((hole) => `${hole}: no test proves it`),
    ...new Set(unknown.map(({ hole }) => `${hole} is not among the known holes (test/setup/hole-table.ts)`)),
  ];
}

/** The rows as text, a line each. */
export function tableOf(rows: readonly HoleRow[]): string {
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(['hole', 'desk', 'browser', 'result']),
    ...rows.map(({ hole, desk, browser, closed }) => line([hole, desk, browser, closed ? 'closed' : 'OPEN'])),
  ].join('\n');
}
const WIDTHS = [72, 16, 9, 6];
