// What `npm test` runs: every check, one line each, and at the end the totals.
//   npm test -- [--without-desks] [--without-firefox] [--without-window] [--only types,lint,unit]
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from './build.ts';
import { missingTools } from './display.ts';
import { findFirefox } from './firefox.ts';
import { isSet, missingPackages, thisMachine } from './machine.ts';
import { REPORTS } from './places.ts';
import { type Options, type Plan, parseOptions, planRun, type StepName } from './plan.ts';
import { add, type Counts, countPlaywright, countVitest, type Failure, failuresInPlaywright, NONE } from './results.ts';
import { type Ran, runTool } from './run.ts';

interface StepResult {
  ran: Ran;
  /** For steps that run tests. */
  counts?: Counts;
  /** The tests that failed, where the report names them. */
  failures?: Failure[];
}

/** What a person reads of a failed step at most, and of one failed test; all of it is in its log. */
const SHOWN_LINES = 150;
const SHOWN_OF_ONE = 14;
/** And of one that passed at a later try: whoever prints this may print no more than its beginning. */
const SHOWN_OF_FLAKY = 4;

const runSteps: Record<StepName, (plan: Plan) => Promise<StepResult>> = {
  types: async () => {
    const prepared = await prepareTypes();
    return { ran: prepared.code === 0 ? await runTool('tsc', ['--noEmit', '--pretty', 'false']) : prepared };
  },
  lint: async () => ({ ran: await runTool('biome', ['ci', '--colors=off', '.']) }),
  unit: () => runVitest('unit'),
  'build chromium': async () => ({ ran: await buildExtension('chromium') }),
  'build firefox': async () => ({ ran: await buildExtension('firefox') }),
  'build e2e': async () => ({ ran: await buildExtension('e2e') }),
  repo: () => runVitest('repo'),
  e2e: (plan) => runPlaywright(plan),
};

/** WXT writes the types of this project, and the tsconfig that ours extends: vitest too stops without it. Once in a run. */
function prepareTypes(): Promise<Ran> {
  prepared ??= runTool('wxt', ['prepare']);
  return prepared;
}
let prepared: Promise<Ran> | undefined;

async function runVitest(project: string): Promise<StepResult> {
  const { code, output } = await prepareTypes();
  if (code !== 0) return { ran: { code, output }, counts: NONE };
  const report = freshReport(project);
  const args = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  // It writes colours even where nobody sees them.
  return withCounts(await runTool('vitest', args, { NO_COLOR: '1' }), report, countVitest);
}

async function runPlaywright({ liveDesks, firefox, window }: Plan): Promise<StepResult> {
  const report = freshReport('e2e');
  const env: Record<string, string> = {
    ...(liveDesks ? {} : { BATON_WITHOUT_DESKS: '1' }),
    ...(firefox ? {} : { BATON_WITHOUT_FIREFOX: '1' }),
    ...(window ? {} : { BATON_WITHOUT_WINDOW: '1' }),
  };
  const ran = await runTool('playwright', ['test', '--config', 'test/playwright.config.ts'], env);
  const result = withCounts(ran, report, countPlaywright);
  return result.counts === NONE ? result : { ...result, failures: failuresInPlaywright(readFileSync(report, 'utf8')) };
}

/** The path of a step's JSON report, with none there: one left from an earlier run must not be counted. */
function freshReport(name: string): string {
  const path = join(REPORTS, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

/** Adds the counts from the report. Without a report that can be read, a step that "passed" has failed. */
function withCounts(ran: Ran, report: string, count: (text: string) => Counts): StepResult {
  try {
    return { ran, counts: count(readFileSync(report, 'utf8')) };
  } catch (error) {
    return {
      ran: { code: ran.code || 1, output: `${ran.output}\nNo report of the tests: ${(error as Error).message}\n` },
      counts: NONE,
    };
  }
}

/** Runs one step, prints its line (and its words when it failed), and says what it adds to the totals. */
async function runStep(name: StepName, plan: Plan, ci: boolean): Promise<Counts> {
  const began = performance.now();
  const { ran, counts, failures = [] } = await runSteps[name](plan);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const skippedInCi = ci && (counts?.skipped ?? 0) > 0;
  const ok = ran.code === 0 && (counts?.failed ?? 0) === 0 && !skippedInCi;
  const tests = counts ? `  ${inWords(counts)}` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(15)} ${seconds.padStart(6)} s${tests}`);

  const log = join(REPORTS, `${name.replace(' ', '-')}.log`);
  writeFileSync(log, ran.output);
  // One that passed only at a later try is shown too: it is a fault to be found, in the test or in Baton.
  for (const { name: test, flaky, errors } of failures) {
    console.log(`    ${test}${flaky ? ' (passed at a later try)' : ''}`);
    console.log(shown(errors.join('\n'), flaky ? SHOWN_OF_FLAKY : SHOWN_OF_ONE));
  }
  if (ok) return counts ?? NONE;
  if (failures.length === 0) console.log(lastLines(ran.output));
  if (skippedInCi) console.log('Tests were skipped, and with CI set nothing may be.');
  console.log(`(all of it: ${log})\n`);
  // A step that failed without a failing test (types, a build, no tests at all) counts as one failure.
  return { ...(counts ?? NONE), failed: Math.max(1, counts?.failed ?? 0) };
}

function inWords({ passed, failed, skipped, flaky }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${flaky ? `, ${flaky} at a later try` : ''}`;
}

function shown(text: string, lines: number): string {
  const all = text.trim().split('\n');
  return all
    .slice(0, lines)
    .map((line) => `        ${line}`)
    .join('\n');
}

function lastLines(output: string): string {
  const lines = output.trimEnd().split('\n');
  return (lines.length > SHOWN_LINES ? ['…', ...lines.slice(-SHOWN_LINES)] : lines)
    .map((line) => `    ${line}`)
    .join('\n');
}

async function main(options: Options): Promise<number> {
  const began = performance.now();
  const machine = thisMachine();
  const packages = ['request-tracker5', 'rt5-db-sqlite', 'starman', 'redmine', 'redmine-sqlite', 'puma'];
  const deskInstalled = machine.debian && (await missingPackages(packages)).length === 0;
  const plan = planRun(
    {
      ...machine,
      deskInstalled,
      firefoxFound: findFirefox() !== undefined,
      displayFound: missingTools().length === 0,
    },
    {
      ...options,
      withoutDesks: options.withoutDesks || isSet(process.env.BATON_WITHOUT_DESKS),
      withoutFirefox: options.withoutFirefox || isSet(process.env.BATON_WITHOUT_FIREFOX),
      withoutWindow: options.withoutWindow || isSet(process.env.BATON_WITHOUT_WINDOW),
    },
  );

  mkdirSync(REPORTS, { recursive: true });
  let totals = NONE;
  for (const name of plan.steps) totals = add(totals, await runStep(name, plan, machine.ci));
  for (const what of plan.notRun) console.log(`NOT RUN ${what}`);
  if (plan.failure) {
    console.log(`FAILED  ${plan.failure}`);
    totals = add(totals, { ...NONE, failed: 1 });
  }
  console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all`);
  console.log(inWords(totals));
  return totals.failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(parseOptions(process.argv.slice(2)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
