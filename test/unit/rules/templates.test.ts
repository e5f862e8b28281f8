import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/attempt';
import type { AnswerValue } from '../../../lib/model/handoff';
import type { Playbook } from '../../../lib/model/playbook';
import { answersOf, evaluate } from '../../../lib/rules/evaluate';
import { agencyDelivery } from '../../../lib/rules/playbooks/agency-delivery';
import { leadToSales } from '../../../lib/rules/playbooks/lead-to-sales';
import { onboardingToImplementation } from '../../../lib/rules/playbooks/onboarding-to-implementation';
import { shiftChange } from '../../../lib/rules/playbooks/shift-change';
import { successToBilling } from '../../../lib/rules/playbooks/success-to-billing';
import type { Situation } from '../../../lib/rules/situation';
import { answer, field, situation, snapshot } from './cases';

const missing = (it: Situation) =>
  evaluate(it)
    .findings.filter(({ level, met }) => level === 'block' && !met)
    .map(({ criterion }) => criterion);

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
