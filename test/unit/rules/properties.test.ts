import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answer } from '../../../lib/model/handoff';
import { type Condition, Playbook } from '../../../lib/model/playbook';
import { Evaluation } from '../../../lib/model/verdict';
import { answersOf, applies, evaluate, reasonOf } from '../../../lib/rules/evaluate';
import { textsOf } from '../../../lib/rules/normalise';
import { readableText } from '../../../lib/rules/packet-text';
import { lintPlaybook } from '../../../lib/rules/playbook-lint';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { prefill } from '../../../lib/rules/prefill';
import type { Situation } from '../../../lib/rules/situation';
import { goodAnswer, playbooks, situations } from './arbitraries';

const anySituation = situations(fc.oneof(playbooks(), fc.constantFrom(...builtInPlaybooks)));
const withAnswer = (it: Situation, id: string, given: Answer): Situation => ({
  ...it,
  draft: { ...it.draft, answers: { ...it.draft.answers, [id]: given } },
});
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

  it('a good answer never makes it less satisfied, where no condition looks at it', () => {
    const blind: fc.Arbitrary<Condition> = fc.constantFrom(
      { field: 'status', is: ['yes'] },
      { not: { field: 'priority', is: ['n/a'] } },
      { reason: ['a', 'b'] },
    );
    const noTwins = playbooks(blind).filter((playbook) => !idsTwice(playbook));
    fc.assert(
      fc.property(situations(noTwins), fc.nat(), (situation, pick) => {
        const { exit } = situation.playbook;
        const criterion = exit[pick % exit.length];
        fc.pre(criterion !== undefined && applies(criterion, situation));
        // A host that is none can never be met.
        fc.pre(
          criterion.kind !== 'link' || !criterion.hosts || criterion.hosts.some((host) => host.endsWith('example.com')),
        );
        const before = evaluate(situation);
        const after = evaluate(withAnswer(situation, criterion.id, goodAnswer(criterion)));
        expect(after.findings.find((finding) => finding.criterion === criterion.id)).toMatchObject({ met: true });
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        for (const finding of before.findings.filter(({ met }) => met)) expect(after.findings).toContainEqual(finding);
      }),
      { numRuns: 300 },
    );
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
