import { describe, expect, it } from 'vitest';
import { CaseKind } from '../../../lib/model/case';
import { Playbook } from '../../../lib/model/playbook';
import { answersOf, evaluate } from '../../../lib/rules/evaluate';
import { lintPlaybook } from '../../../lib/rules/playbook-lint';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { salesToOnboarding } from '../../../lib/rules/playbooks/sales-to-onboarding';
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering';
import type { Situation } from '../../../lib/rules/situation';
import { handoffsIn } from '../../../lib/rules/trigger';
import { sites } from '../../../lib/sites/all';
import { answer, common, field, playbook, situation, snapshot, supportFields } from './cases';

const missing = (it: Situation) =>
  evaluate(it)
    .findings.filter(({ level, met }) => level === 'block' && !met)
    .map(({ criterion }) => criterion);
const toEngineering = [{ field: 'team', from: { label: 'Support L1' }, to: { label: 'Engineering' } }];

describe.each(builtInPlaybooks)('the built-in playbook $id', (builtIn) => {
  it('fits the schema and is sound', () => {
    expect(Playbook.parse(builtIn)).toEqual(builtIn);
    expect(lintPlaybook(builtIn)).toEqual([]);
  });
  it('says in a short line why, for the whole and for each criterion', () => {
    for (const line of [
      builtIn.because,
      ...builtIn.exit.map(({ why }) => why),
      ...builtIn.entry.map(({ why }) => why),
    ]) {
      expect(line.length).toBeLessThanOrEqual(100);
      expect(line).not.toMatch(/\n/);
    }
  });
  it('asks first how urgent it is, or how much hangs on it, and says what to do if it goes wrong', () => {
    expect(builtIn.exit.some(({ id, kind }) => id === 'contingency' && kind === 'text')).toBe(true);
    const first = builtIn.exit.filter(({ level, when }) => level === 'block' && !when)[0];
    if (builtIn.id === 'agency-delivery')
      expect(builtIn.exit.slice(0, 2).map(({ kind }) => kind)).toEqual(['choice', 'choice']);
    else if (builtIn.id !== 'sales-to-onboarding') expect(first?.kind).toBe('choice');
  });
  it('says what each stage of its life means, once, in statuses that the desks have', () => {
    expect(builtIn.lifecycle?.map(({ stage }) => stage)).toEqual(['sent', 'accepted', 'returned', 'closed']);
    for (const { stage, desks = [] } of builtIn.lifecycle ?? [])
      for (const { site, status } of desks)
        expect(sites.find(({ id }) => id === site)?.statuses?.[stage], `${site} ${stage}`).toContain(status);
  });
  it('lets its receiver say it in their own words, and its owner be known', () => {
    expect(builtIn.entry.some(({ id, level }) => id === 'restated' && level === 'block')).toBe(true);
    expect(builtIn.owner).toBeDefined();
  });
});

describe('the triggers of the built-in playbooks', () => {
  const words = [...new Set(builtInPlaybooks.flatMap(({ trigger }) => trigger.any.flatMap(({ to }) => to)))];
  const fields = ['team', 'owner', 'status', 'stage', 'tag'] as const;

  it('no two fire on one change of one kind of case', () => {
    for (const kind of CaseKind.options)
      for (const field of fields)
        for (const label of words) {
          const change = {
            ref: { origin: 'https://desk.example', kind, id: '1' },
            changes: [{ field, to: { label } }],
          };
          const fired = builtInPlaybooks.filter((one) => handoffsIn([change], [one], [], () => undefined).length > 0);
          expect(fired.length, `${kind} ${field} ${label}: ${fired.map(({ id }) => id)}`).toBeLessThanOrEqual(1);
        }
  });
  it.each([
    ['ticket', 'team', 'Professional Services', 'onboarding-to-implementation'],
    ['issue', 'status', 'Ready for implementation', 'onboarding-to-implementation'],
    ['ticket', 'team', 'Billing', 'success-to-billing'],
    ['ticket', 'team', 'Fulfillment', 'success-to-billing'],
    ['contact', 'stage', 'salesqualifiedlead', 'lead-to-sales'],
    ['lead', 'status', 'Converted', 'lead-to-sales'],
    ['deal', 'stage', 'Qualified', 'lead-to-sales'],
    ['ticket', 'team', 'Night shift', 'shift-change'],
    ['ticket', 'tag', 'shift_handover', 'shift-change'],
    ['task', 'status', 'with delivery', 'agency-delivery'],
    ['deal', 'stage', 'Over to delivery', 'agency-delivery'],
    ['task', 'status', 'With account management', 'agency-delivery'],
  ] as const)('a %s whose %s becomes %s', (kind, field, label, id) => {
    const change = { ref: { origin: 'https://desk.example', kind, id: '1' }, changes: [{ field, to: { label } }] };
    expect(handoffsIn([change], builtInPlaybooks, [], () => undefined).map(({ playbook }) => playbook)).toEqual([id]);
  });
});

describe('Support to Engineering', () => {
  const demo = situation(supportToEngineering, {
    draft: { answers: {} },
    snapshot: snapshot(supportFields),
    changes: toEngineering,
  });

  it('asks first for the severity', () => {
    expect(supportToEngineering.exit[0]?.id).toBe('severity');
  });
  it('on a well-kept ticket shows exactly four things missing: reason, what was tried, the ask, what the customer was told', () => {
    expect(evaluate(demo).missing).toBe(4);
    expect(evaluate(demo).reason).toBeUndefined();
    expect(missing(demo)).toEqual(['tried', 'ask', 'told']);
  });
  it('fills in the rest from the page', () => {
    expect(answersOf(demo)).toMatchObject({
      severity: { value: 's2', by: 'captured' },
      environment: { value: 'Production / Chrome 126 / Windows 11' },
      customer: { value: 'Dana Whitlock' },
      priority: { value: 'High' },
    });
    expect(answersOf(demo).steps?.value).toHaveLength(4);
  });
  it('shows the same four when there is a reply to the customer, which waits to be confirmed', () => {
    const talk = snapshot(supportFields, [
      { kind: 'public', author: 'Amara', text: 'We look into it and write again on Thursday.' },
    ]);
    const replied = { ...demo, snapshot: talk };
    expect(missing(replied)).toEqual(['tried', 'ask', 'told']);
    const told = answer('We look into it and write again on Thursday.', 'person', '@lastPublicReply');
    expect(missing({ ...replied, draft: { answers: { told } } })).toEqual(['tried', 'ask']);
  });
  it('goes when the four are given', () => {
    const answers = {
      tried: answer([['Exported in a single currency', 'works']]),
      ask: answer('Find why the renderer drops the second currency.'),
      told: answer('That we know the cause by Thursday noon.'),
    };
    expect(evaluate({ ...demo, draft: { answers, reason: 'defect' } })).toMatchObject({ met: true, missing: 0 });
  });
  it('asks for everything on a ticket that says only "help"', () => {
    const poor = { ...demo, snapshot: snapshot([field('subject', 'help'), field('environment', 'n/a')]) };
    expect(missing(poor)).toEqual(['severity', 'summary', 'environment', 'steps', 'tried', 'ask', 'told']);
  });
  it('asks for no steps where nothing is to be reproduced', () => {
    const question = {
      ...demo,
      snapshot: snapshot(supportFields.filter((one) => one.field !== 'steps')),
      draft: { answers: {}, reason: 'question' },
    };
    expect(missing(question)).toEqual(['tried', 'ask', 'told']);
  });
});

describe('Sales to Onboarding', () => {
  const deal = snapshot([
    field('company', 'Kestrel Outdoor GmbH'),
    field('amount', '€ 48,600'),
    field('closeDate', '2026-12-04'),
    field('contacts', 'Franziska Adler, COO\nMurat Yıldız, IT lead\nPetra Lang, Billing'),
  ]);
  const won = situation(salesToOnboarding, {
    draft: { answers: {} },
    snapshot: deal,
    changes: [{ field: 'stage', to: { label: 'Closed won', id: 'closed-won' } }],
  });

  it('knows from a won deal why it starts, and fills in people and value', () => {
    expect(evaluate(won).reason).toBe('won');
    expect(missing(won)).toEqual(['why-bought', 'success', 'promises', 'go-live', 'risks', 'new-owner', 'kickoff']);
  });
  it('asks for the promises only when there are any', () => {
    expect(missing({ ...won, draft: { answers: { promises: answer('none') } } })).not.toContain('promise-list');
    expect(missing({ ...won, draft: { answers: { promises: answer('some') } } })).toContain('promise-list');
  });
  it('takes the new owner from the change, unless it is the sender', () => {
    const changes = [{ field: 'owner', to: { label: 'Priya Raman' } }];
    expect(missing({ ...won, changes })).not.toContain('new-owner');
    expect(missing({ ...won, changes, me: 'Priya Raman' })).toContain('new-owner');
  });
});

describe('the lint of playbooks', () => {
  const text = (id: string) => ({ ...common, id, kind: 'text' }) as const;
  it('counts what blocks and a human must type', () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(text);
    expect(lintPlaybook(playbook(seven))).toEqual(['too-many-typed:7']);
    expect(lintPlaybook(playbook(seven.map((one, n) => (n === 0 ? { ...one, prefill: ['subject'] } : one))))).toEqual(
      [],
    );
    expect(lintPlaybook(playbook(seven.map((one, n) => (n === 0 ? { ...one, level: 'warn' as const } : one))))).toEqual(
      [],
    );
  });
  it('finds ids that are used twice, in exit and entry together', () => {
    expect(lintPlaybook(playbook([text('a'), text('b')], { entry: [text('a')] }))).toEqual(['duplicate-criterion:a']);
    const options = [
      { id: 'x', label: 'X' },
      { id: 'x', label: 'Y' },
    ];
    expect(lintPlaybook(playbook([{ ...common, id: 'a', kind: 'choice', options }]))).toEqual(['duplicate-option:a/x']);
    expect(lintPlaybook(playbook([text('a')], { reason: { question: '?', choices: options } }))).toEqual([
      'duplicate-reason:x',
    ]);
  });
  it('finds conditions that name what is not there', () => {
    const lost = {
      ...text('a'),
      when: { any: [{ all: [{ answer: 'gone', is: ['x'] }] }, { not: { reason: ['defect', 'lost'] } }] },
    };
    expect(lintPlaybook(playbook([lost]))).toEqual(['unknown-answer:gone', 'unknown-reason:lost']);
    const reason = { ...playbook([]).reason, implied: [{ when: { field: 'x', is: ['y'] }, choice: 'lost' }] };
    expect(lintPlaybook(playbook([text('a')], { reason }))).toEqual(['unknown-reason:lost']);
    expect(lintPlaybook(playbook([{ ...text('a'), when: { answer: 'a', is: ['x'] } }]))).toEqual(['own-answer:a']);
  });
});
