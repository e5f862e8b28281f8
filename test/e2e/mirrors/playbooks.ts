// The playbooks that Baton brings, with their own triggers and one question each, and one for the changes that only some desks make.
import type { Playbook } from '../../../lib/model/playbook.ts';
import { salesToOnboarding } from '../../../lib/rules/playbooks/sales-to-onboarding.ts';
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering.ts';

const short = (playbook: Playbook): Playbook => ({
  ...playbook,
  reason: {
    ...playbook.reason,
    implied: [{ when: { not: { reason: ['none'] } }, choice: playbook.reason.choices[0]?.id ?? '' }],
  },
  exit: supportToEngineering.exit.filter(({ id }) => id === 'ask'),
});

export const playbooks: Playbook[] = [
  short(supportToEngineering),
  short(salesToOnboarding),
  {
    ...short(supportToEngineering),
    id: 'to-delivery',
    name: 'To delivery',
    trigger: {
      kinds: ['ticket', 'deal', 'task', 'issue', 'lead', 'contact'],
      any: [
        { field: 'owner', to: ['Sofia Marin'] },
        { field: 'status', to: ['With delivery', 'Over to delivery', '8'] },
        { field: 'stage', to: ['Customer', 'Over to delivery'] },
      ],
    },
  },
];
