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

/** Whoever takes over where a desk hands to people, not teams: by name, and by the desk's own numbers where its page has no name for them. */
const SOFIA = ['Sofia Marin', '41115', '5b10ac8d82e05b22cc7d4ef5', '814', '0055g000001SofiaAAQ'];

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
        { field: 'owner', to: SOFIA },
        { field: 'team', to: ['9004', '7002'] },
        { field: 'status', to: ['With delivery', '31', '8'] },
        { field: 'stage', to: ['Customer', 'closedwon'] },
      ],
    },
  },
];
