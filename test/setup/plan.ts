// Which steps of `npm test` run, and whether what does not run makes the whole fail. Pure, so that the table can be tested.
import type { Machine } from './machine.ts';

export const STEPS = ['types', 'lint', 'unit', 'build chromium', 'build firefox', 'build e2e', 'repo', 'e2e'] as const;
export type StepName = (typeof STEPS)[number];

export interface Options {
  /** The person accepts that the live desks do not run. */
  withoutDesks: boolean;
  /** The person accepts that Firefox is left out. */
  withoutFirefox: boolean;
  /** The person accepts that nothing is pressed in a browser's real window. */
  withoutWindow: boolean;
  only: StepName[] | undefined;
}

export interface Plan {
  steps: StepName[];
  /** Do the end-to-end tests on Request Tracker and Redmine run? */
  liveDesks: boolean;
  /** Do the end-to-end tests in Firefox run? */
  firefox: boolean;
  /** Do those in a browser's real window run? */
  window: boolean;
  /** What will not run, in words for the person. */
  notRun: string[];
  /** Why the whole fails even if all that runs passes. */
  failure: string | undefined;
}

/**
 * In: the arguments after `npm test --`. Throws, with the words for the person, on one that is not known.
 * `--only` takes steps by commas; a step is named by its first word too (`build` is all three builds).
 */
export function parseOptions(args: string[]): Options {
  const options: Options = { withoutDesks: false, withoutFirefox: false, withoutWindow: false, only: undefined };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--without-desks') options.withoutDesks = true;
    else if (arg === '--without-firefox') options.withoutFirefox = true;
    else if (arg === '--without-window') options.withoutWindow = true;
    else if (arg === '--only') options.only = parseSteps(args[++index] ?? '');
    else if (arg.startsWith('--only=')) options.only = parseSteps(arg.slice('--only='.length));
    else
      throw new Error(
        `npm test does not know "${arg}". It takes --without-desks, --without-firefox, --without-window, and --only with steps: ${STEPS.join(', ')}`,
      );
  }
  return options;
}

function parseSteps(list: string): StepName[] {
  const asked = list.split(',').map((name) => name.trim());
  for (const name of asked) {
    if (!STEPS.some((step) => isNamed(step, name)))
      throw new Error(`There is no step "${name}". The steps are: ${STEPS.join(', ')}`);
  }
  return STEPS.filter((step) => asked.some((name) => isNamed(step, name)));
}

const isNamed = (step: StepName, name: string) => step === name || step.split(' ')[0] === name;

/**
 * | machine                                     | live desks | whole        |
 * | ------------------------------------------- | ---------- | ------------ |
 * | Debian, as root or with the desks installed | run        | as they pass |
 * | the same, --without-desks                   | not run    | as the rest  |
 * | elsewhere                                   | not run    | fails        |
 * | elsewhere, --without-desks                  | not run    | as the rest  |
 * | CI set, and the desks would not run         | not run    | fails        |
 *
 * Firefox by the same rule: where it is found, or Debian as root installs it, and --without-firefox. So is a display for real windows:
 * where its programs are found, or Debian as root installs them, and --without-window.
 */
export function planRun(
  machine: Machine & { deskInstalled: boolean; firefoxFound: boolean; displayFound: boolean },
  options: Options,
): Plan {
  const steps = options.only ?? [...STEPS];
  const plan: Plan = { steps, liveDesks: false, firefox: false, window: false, notRun: [], failure: undefined };
  if (!steps.includes('e2e')) return plan;

  const ownMachine = machine.debian && machine.root;
  plan.liveDesks = (ownMachine || (machine.debian && machine.deskInstalled)) && !options.withoutDesks;
  plan.firefox = (ownMachine || machine.firefoxFound) && !options.withoutFirefox;
  plan.window = (ownMachine || machine.displayFound) && !options.withoutWindow;
  const missed: string[] = [];
  if (!plan.liveDesks) {
    const why = options.withoutDesks ? '--without-desks' : 'they are installed on Debian by root';
    plan.notRun.push(`e2e on Request Tracker and Redmine (${why})`);
    if (!options.withoutDesks) missed.push('the live desks did not run; --without-desks accepts that');
  }
  if (!plan.firefox) {
    const why = options.withoutFirefox ? '--without-firefox' : 'it was not found; FIREFOX_PATH may name it';
    plan.notRun.push(`e2e in Firefox (${why})`);
    if (!options.withoutFirefox) missed.push('Firefox did not run; --without-firefox accepts that');
  }
  if (!plan.window) {
    const why = options.withoutWindow ? '--without-window' : 'Xvfb, openbox or xdotool was not found';
    plan.notRun.push(`e2e in a real window (${why})`);
    if (!options.withoutWindow) missed.push('no real window was driven; --without-window accepts that');
  }
  if (machine.ci && plan.notRun.length > 0) plan.failure = 'CI is set, so nothing may be left out';
  else if (missed.length > 0) plan.failure = missed.join('; ');
  return plan;
}
