import { describe, expect, it } from 'vitest';
import { type Options, parseOptions, planRun, STEPS } from './plan.ts';

const everything: Options = { withoutDesks: false, withoutFirefox: false, withoutWindow: false, only: undefined };
const withoutDesks: Options = { ...everything, withoutDesks: true };
const withoutFirefox: Options = { ...everything, withoutFirefox: true };
const withoutWindow: Options = { ...everything, withoutWindow: true };
const found = { firefoxFound: true, displayFound: true };
const debianRoot = { debian: true, root: true, ci: false, deskInstalled: false, ...found };
const laptop = { debian: false, root: false, ci: false, deskInstalled: false, ...found };

describe('the options of npm test', () => {
  it('runs everything by default', () => {
    expect(parseOptions([])).toEqual(everything);
  });

  it('takes steps by name or first word, and keeps their order', () => {
    expect(parseOptions(['--only', 'unit,types']).only).toEqual(['types', 'unit']);
    expect(parseOptions(['--only=build']).only).toEqual(['build chromium', 'build firefox', 'build e2e']);
  });

  it.each([['--no-desks'], ['--only'], ['--only=tpyes']])('refuses %s, and says what there is', (arg) => {
    expect(() => parseOptions([arg])).toThrow(/types, lint, unit/);
  });
});

describe('which steps run', () => {
  it.each([
    ['Debian as root', debianRoot, everything, true, false],
    ['Debian as root, desks not wanted', debianRoot, withoutDesks, false, false],
    ['Debian, not root, desk installed', { ...debianRoot, root: false, deskInstalled: true }, everything, true, false],
    ['Debian, not root, desk missing', { ...debianRoot, root: false }, everything, false, true],
    ['another system', laptop, everything, false, true],
    ['another system as root', { ...laptop, root: true }, everything, false, true],
    ['another system, desks not wanted', laptop, withoutDesks, false, false],
    ['CI on Debian as root', { ...debianRoot, ci: true }, everything, true, false],
    ['CI on Debian as root, desks not wanted', { ...debianRoot, ci: true }, withoutDesks, false, true],
    ['CI on another system', { ...laptop, ci: true }, everything, false, true],
    ['CI on another system, desks not wanted', { ...laptop, ci: true }, withoutDesks, false, true],
  ])('%s', (_, machine, options, liveDesks, fails) => {
    const plan = planRun(machine, options);
    expect(plan.steps).toEqual(STEPS);
    expect(plan.liveDesks).toBe(liveDesks);
    expect(plan.notRun.length > 0).toBe(!liveDesks);
    expect(plan.failure !== undefined).toBe(fails);
  });

  it.each([
    ['Debian as root installs it', { ...debianRoot, firefoxFound: false }, everything, true, undefined],
    ['not wanted', debianRoot, withoutFirefox, false, undefined],
    ['not wanted, and CI', { ...debianRoot, ci: true }, withoutFirefox, false, /CI is set/],
    ['not found', { ...laptop, firefoxFound: false }, withoutDesks, false, /--without-firefox accepts/],
    ['not found, and CI', { ...laptop, firefoxFound: false, ci: true }, withoutDesks, false, /CI is set/],
  ])('Firefox: %s', (_, machine, options, runs, failure) => {
    const plan = planRun(machine, options);
    expect(plan.firefox).toBe(runs);
    expect(plan.notRun.some((what) => what.includes('Firefox'))).toBe(!runs);
    if (failure) expect(plan.failure).toMatch(failure);
    else expect(plan.failure).toBeUndefined();
  });

  it.each([
    ['Debian as root installs its display', { ...debianRoot, displayFound: false }, everything, true, undefined],
    ['not wanted', debianRoot, withoutWindow, false, undefined],
    ['not wanted, and CI', { ...debianRoot, ci: true }, withoutWindow, false, /CI is set/],
    ['no display', { ...laptop, displayFound: false }, withoutDesks, false, /--without-window accepts/],
  ])('a real window: %s', (_, machine, options, runs, failure) => {
    const plan = planRun(machine, options);
    expect(plan.window).toBe(runs);
    expect(plan.notRun.some((what) => what.includes('real window'))).toBe(!runs);
    if (failure) expect(plan.failure).toMatch(failure);
    else expect(plan.failure).toBeUndefined();
  });

  it('does not ask for a desk where no end-to-end test runs', () => {
    expect(planRun({ ...laptop, ci: true }, parseOptions(['--only', 'types,unit']))).toEqual({
      steps: ['types', 'unit'],
      liveDesks: false,
      firefox: false,
      window: false,
      notRun: [],
      failure: undefined,
    });
  });
});
