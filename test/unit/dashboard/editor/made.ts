import type { Criterion, Playbook } from '../../../../lib/model/playbook';

/** A criterion of text. */
export const text = (id: string, part: Partial<Extract<Criterion, { kind: 'text' }>> = {}): Criterion => ({
  id,
  kind: 'text',
  label: `Label of ${id}`,
  why: 'It matters.',
  level: 'block',
  ...part,
});

/** A sound playbook with what a test wants to be otherwise. */
export const made = (part: Partial<Playbook> = {}): Playbook => ({
  id: 'p',
  version: 3,
  name: 'P',
  because: 'Because.',
  trigger: { kinds: ['ticket'], any: [{ field: 'team', to: ['Billing'] }] },
  reason: {
    question: 'Why?',
    choices: [
      { id: 'refund', label: 'A refund' },
      { id: 'invoice', label: 'An invoice' },
    ],
  },
  receiver: { team: 'Billing' },
  closedBy: 'sender',
  exit: [text('a'), text('b'), text('c')],
  entry: [],
  onMissing: 'override',
  acceptWithinMinutes: 60,
  ...part,
});
