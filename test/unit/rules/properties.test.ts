import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answer } from '../../../lib/model/handoff';
import { type Condition, type Criterion, Playbook } from '../../../lib/model/playbook';
import { Evaluation } from '../../../lib/model/verdict';
import { readPlaybookFile, writePlaybookFile } from '../../../lib/playbooks/file';
import { answersOf, applies, evaluate, reasonOf } from '../../../lib/rules/evaluate';
import { textsOf } from '../../../lib/rules/normalise';
import { readableText } from '../../../lib/rules/packet-text';
import { changesBetween } from '../../../lib/rules/playbook-changes';
import { isError, lintPlaybook } from '../../../lib/rules/playbook-lint';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { prefill } from '../../../lib/rules/prefill';
import '../../../lib/rules/re2';
import type { Situation } from '../../../lib/rules/situation';
import { goodAnswer, playbooks, situations } from './arbitraries';

const anySituation = situations(fc.oneof(playbooks(), fc.constantFrom(...builtInPlaybooks)));
const withAnswer = (it: Situation, id: string, given: Answer): Situation => ({
  ...it,
  draft: { ...it.draft, answers: { ...it.draft.answers, [id]: given } },
});
/** A host that is none can never be met. */
const canBeMet = (criterion: Criterion) =>
  criterion.kind !== 'link' || !criterion.hosts || criterion.hosts.some((host) => host.endsWith('example.com'));
const idsTwice = ({ exit }: Playbook) => new Set(exit.map(({ id }) => id)).size < exit.length;

describe('whatever the playbook, the page and the draft hold', () => {
  it('the generated playbooks are ones that the schema takes', () => {
    fc.assert(
      fc.property(playbooks(), (playbook) => {
        expect(Playbook.safeParse(playbook).error).toBeUndefined();
        lintPlaybook(playbook);
      }),
    );
  });

  it('evaluation gives an answer, its numbers agree with its findings, and it is the same each time', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const result = evaluate(situation);
        expect(Evaluation.safeParse(result).success).toBe(true);
        const unmet = result.findings.filter(({ level, met }) => level === 'block' && !met).length;
        expect(result.missing).toBe(unmet + (result.reason === undefined ? 1 : 0));
        expect(result.met).toBe(result.missing === 0);
        expect(result.findings.every(({ met, problem }) => met === (problem === undefined))).toBe(true);
        expect(result.findings.map(({ criterion }) => criterion)).toEqual(
          situation.playbook.exit.filter((one) => applies(one, situation)).map(({ id }) => id),
        );
        expect(result.reason).toBe(reasonOf(situation));
        expect(evaluate(structuredClone(situation))).toEqual(result);
      }),
      { numRuns: 300 },
    );
  });

  it('what is filled in fits the schema, and can be judged, remembered and read out', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        for (const criterion of situation.playbook.exit) {
          const given = prefill(criterion, situation);
          if (given === null) continue;
          expect(Answer.safeParse(given).error).toBeUndefined();
          expect(given.by).not.toBe('person');
          evaluate(withAnswer(situation, criterion.id, given));
        }
        const answers = answersOf(situation);
        textsOf(answers);
        const text = readableText({ ...situation, title: situation.url, to: 'Engineering', answers });
        expect(text).not.toMatch(/(?!\n|\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 300 },
    );
  });

  // "Adding an answer never makes less satisfied" is not true as it stands: "some were made" asks for the list of what was made, and
  // that is its purpose. What is true of every playbook: an answer takes nothing from any other criterion. What was met and is still
  // asked for is still met, what was unmet has the same problem, and more can be missing only by what the answer brought up.
  it('a good answer takes nothing from any other criterion, and more is missing only by what it brings up', () => {
    const noTwins = playbooks().filter((playbook) => !idsTwice(playbook));
    fc.assert(
      fc.property(situations(noTwins), fc.nat(), (situation, pick) => {
        const { exit } = situation.playbook;
        const criterion = exit[pick % exit.length] as Criterion;
        fc.pre(applies(criterion, situation) && canBeMet(criterion));
        const before = evaluate(situation);
        const after = evaluate(withAnswer(situation, criterion.id, goodAnswer(criterion)));
        const was = new Map(before.findings.map((finding) => [finding.criterion, finding]));
        for (const finding of after.findings)
          if (finding.criterion === criterion.id) expect(finding.met).toBe(true);
          else expect(finding).toEqual(was.get(finding.criterion) ?? finding);
        const broughtUp = after.findings.filter((one) => !was.has(one.criterion) && one.level === 'block' && !one.met);
        const reasonLost = before.reason !== undefined && after.reason === undefined ? 1 : 0;
        expect(after.missing).toBeLessThanOrEqual(before.missing + broughtUp.length + reasonLost);
      }),
      { numRuns: 300 },
    );
  });

  it('a good answer never makes it less satisfied, where no condition looks at answers', () => {
    const blind: fc.Arbitrary<Condition> = fc.constantFrom(
      { field: 'status', is: ['yes'] },
      { not: { field: 'priority', is: ['n/a'] } },
      { reason: ['a', 'b'] },
    );
    const noTwins = playbooks(blind).filter((playbook) => !idsTwice(playbook));
    fc.assert(
      fc.property(situations(noTwins), fc.nat(), (situation, pick) => {
        const { exit } = situation.playbook;
        const criterion = exit[pick % exit.length] as Criterion;
        fc.pre(applies(criterion, situation) && canBeMet(criterion));
        const before = evaluate(situation);
        const after = evaluate(withAnswer(situation, criterion.id, goodAnswer(criterion)));
        expect(after.findings.find((finding) => finding.criterion === criterion.id)).toMatchObject({ met: true });
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        for (const finding of before.findings.filter(({ met }) => met)) expect(after.findings).toContainEqual(finding);
      }),
      { numRuns: 300 },
    );
  });

  it('good answers given one by one, in any order, only ever add to what is met of the built-in playbooks', () => {
    const orders = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(situations(fc.constantFrom(...builtInPlaybooks)), orders, (start, order) => {
        const chosen = start.playbook.reason.choices[0]?.id ?? '';
        let situation: Situation = { ...start, draft: { ...start.draft, reason: chosen } };
        const left = [...start.playbook.exit];
        for (const at of order.slice(0, left.length)) {
          const [criterion] = left.splice(at % left.length, 1) as [Criterion];
          const before = evaluate(situation);
          situation = withAnswer(situation, criterion.id, goodAnswer(criterion));
          const after = evaluate(situation);
          const asked = new Set(after.findings.map((one) => one.criterion));
          for (const one of before.findings.filter(({ met, criterion: id }) => met && asked.has(id)))
            expect(after.findings).toContainEqual(one);
        }
        expect(evaluate(situation)).toMatchObject({ met: true, missing: 0 });
      }),
      { numRuns: 30 },
    );
  });

  it('a file of it reads back as the same, or is refused for what the lint calls an error, and for nothing else', () => {
    const any = fc.oneof(playbooks(), fc.constantFrom(...builtInPlaybooks));
    let taken = 0;
    fc.assert(
      fc.property(any, (playbook) => {
        const read = readPlaybookFile(writePlaybookFile([playbook]));
        const error = lintPlaybook(playbook).find(isError);
        if (error) {
          expect(read).toMatchObject({ ok: false, why: 'unsound', detail: error });
          return;
        }
        taken += 1;
        expect(read).toEqual({ ok: true, playbooks: [playbook] });
        if (read.ok) expect(changesBetween(playbook, read.playbooks[0] as Playbook)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('good answers to everything asked, and a reason, meet the built-in playbooks', () => {
    fc.assert(
      fc.property(situations(fc.constantFrom(...builtInPlaybooks)), fc.nat(), (situation, pick) => {
        const { exit, reason } = situation.playbook;
        const answers = Object.fromEntries(exit.map((criterion) => [criterion.id, goodAnswer(criterion)]));
        const chosen = reason.choices[pick % reason.choices.length]?.id ?? '';
        expect(evaluate({ ...situation, draft: { answers, reason: chosen } })).toMatchObject({
          met: true,
          missing: 0,
          reason: chosen,
        });
      }),
    );
  });
});
