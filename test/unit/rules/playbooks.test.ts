import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/attempt';
import { CaseKind } from '../../../lib/model/case';
import type { AnswerValue } from '../../../lib/model/handoff';
import { Playbook } from '../../../lib/model/playbook';
import { answersOf, evaluate } from '../../../lib/rules/evaluate';
import { lintPlaybook } from '../../../lib/rules/playbook-lint';
import { agencyDelivery } from '../../../lib/rules/playbooks/agency-delivery';
import { builtInPlaybooks } from '../../../lib/rules/playbooks/built-in';
import { leadToSales } from '../../../lib/rules/playbooks/lead-to-sales';
import { onboardingToImplementation } from '../../../lib/rules/playbooks/onboarding-to-implementation';
import { salesToOnboarding } from '../../../lib/rules/playbooks/sales-to-onboarding';
import { shiftChange } from '../../../lib/rules/playbooks/shift-change';
import { successToBilling } from '../../../lib/rules/playbooks/success-to-billing';
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

/** A page of such a case, with what changes; nothing was answered yet. */
function page(playbook: Playbook, fields: Record<string, string>, changes: Change[] = []): Situation {
  const shown = snapshot(Object.entries(fields).map(([name, value]) => field(name, value)));
  return situation(playbook, { draft: { answers: {} }, snapshot: shown, changes });
}
const to = (field: string, label: string): Change[] => [{ field, to: { label } }];
const given = (it: Situation, answers: Record<string, AnswerValue>, reason?: string): Situation => ({
  ...it,
  draft: {
    answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, answer(value)])),
    ...(reason ? { reason } : {}),
  },
});

describe('Onboarding to Implementation', () => {
  it('takes day and people from the project, and asks for an integration only where there are any', () => {
    const project = page(onboardingToImplementation, {
      dueDate: 'Dec 15, 2026',
      contacts: 'Franziska Adler\nMurat Yıldız',
    });
    expect(answersOf(project)).toMatchObject({ 'go-live': { value: '2026-12-15' } });
    expect(missing(project)).not.toContain('people');
    expect(missing(given(project, { integrations: 'none' }))).not.toContain('integration-list');
    expect(missing(given(project, { integrations: 'some' }))).toContain('integration-list');
  });
  it('takes where the access is kept, never the access', () => {
    const project = page(onboardingToImplementation, {});
    expect(missing(given(project, { 'access-where': 'Vault, entry "Kestrel staging"' }))).not.toContain('access-where');
    expect(missing(given(project, { 'access-where': 'admin, password: Sommer2026!' }))).toContain('access-where');
    expect(missing(given(project, { access: true }))).not.toContain('access');
  });
});

describe('Customer Success to Billing', () => {
  const refund = page(successToBilling, { priority: 'Urgent', company: 'Riverside Clinic', tags: 'invoice\nrefund' });

  it('knows from the page what is to be done, how soon, and for whom', () => {
    expect(evaluate(refund).reason).toBe('refund');
    expect(answersOf(refund)).toMatchObject({ urgency: { value: 'today' }, account: { value: 'Riverside Clinic' } });
  });
  it('asks who approved it only where it was approved, and never takes the sender', () => {
    expect(missing(given(refund, { approval: 'below' }))).not.toContain('approved-by');
    expect(missing(given(refund, { approval: 'given' }))).toContain('approved-by');
    const self = given({ ...refund, me: 'Amara Okafor' }, { approval: 'given', 'approved-by': 'Amara Okafor' });
    expect(missing(self)).toContain('approved-by');
  });
  it('asks for contract, address and billing data only where they matter', () => {
    const asked = (reason: string) =>
      missing(given(refund, {}, reason)).filter((id) => ['contract', 'address', 'invoice-data', 'amount'].includes(id));
    expect(asked('refund')).toEqual(['amount']);
    expect(asked('cancel')).toEqual(['contract']);
    expect(asked('ship')).toEqual(['amount', 'invoice-data', 'address']);
  });
  it('takes no number of a card or an account, in any text, whoever wrote it', () => {
    for (const criterion of successToBilling.exit.filter(({ kind }) => kind === 'text' || kind === 'rows'))
      if (!['customer', 'about'].includes(criterion.id))
        expect(criterion, criterion.id).toMatchObject({ without: 'secrets' });
    const quoted = snapshot(
      [],
      [{ kind: 'customer', author: 'Dana', text: 'Refund it to 4111 1111 1111 1111 please.' }],
    );
    const findings = evaluate({ ...refund, snapshot: quoted }).findings;
    expect(findings.find(({ criterion }) => criterion === 'words')).toMatchObject({ met: false, problem: 'secret' });
  });
});

describe('Lead to Sales', () => {
  const lead = page(
    leadToSales,
    { subject: 'Dana Whitlock', company: 'Northwind', 'Lead Source': 'Partner', 'Job Title': 'COO' },
    [{ field: 'owner', to: { label: 'Priya Raman' } }],
  );
  it('fills in who they are, where they come from and who takes over, and leaves what was said to type', () => {
    expect(evaluate(lead).reason).toBe('referral');
    expect(missing(lead)).toEqual(['timeline', 'fit', 'pain', 'why-now', 'consent', 'meeting', 'agenda', 'duplicates']);
    expect(answersOf(lead)).toMatchObject({ role: { value: 'COO' }, source: { value: 'Partner' } });
  });
});

describe('Shift change', () => {
  it('asks what runs out and whom to wake only where it is urgent', () => {
    const calm = page(shiftChange, { severity: 'S3 - Minor' }, to('team', 'Night shift'));
    expect(evaluate(calm).reason).toBe('shift');
    expect(missing(calm)).not.toContain('contingency');
    const hot = page(
      shiftChange,
      { severity: 'S1 - Critical', Due: 'Fri Jan 15 17:00:00 2027' },
      to('team', 'Support APAC'),
    );
    expect(evaluate(hot).reason).toBe('region');
    expect(missing(hot)).toContain('contingency');
    expect(missing(hot)).not.toContain('sla');
  });
  it('reads from the status whom it waits for', () => {
    expect(answersOf(page(shiftChange, { status: 'Pending' }))).toMatchObject({ trend: { value: 'customer' } });
    expect(answersOf(page(shiftChange, { status: 'On-hold' }))).toMatchObject({ trend: { value: 'others' } });
    expect(answersOf(page(shiftChange, { status: 'Open' })).trend).toBeUndefined();
  });
  it('goes to somebody who said yes, not to oneself', () => {
    const own = page(shiftChange, {}, [...to('team', 'Night shift'), ...to('owner', 'Amara Okafor')]);
    expect(missing({ ...own, me: 'Amara Okafor' })).toContain('receiver');
    expect(missing({ ...own, me: 'Priya Raman' })).not.toContain('receiver');
    expect(missing(own)).toContain('on-shift');
  });
});

describe('Agency', () => {
  it('asks on the first leg what was sold, on the second what came of it', () => {
    const first = page(
      agencyDelivery,
      { amount: '€ 18,400.00', dueDate: '2026-12-15' },
      to('stage', 'Over to delivery'),
    );
    expect(evaluate(first).reason).toBe('sold');
    expect(missing(first)).toEqual([
      'deadline-kind',
      'bought',
      'sow',
      'deliverables',
      'capacity',
      'billing',
      'promises',
      'people',
      'new-owner',
    ]);
    const second = page(agencyDelivery, {}, to('status', 'With account management'));
    expect(evaluate(second).reason).toBe('delivered');
    expect(missing(second)).toEqual(['mood', 'people', 'result', 'defects', 'next', 'new-owner']);
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
