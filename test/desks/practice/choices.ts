/** One value of a field: the slug in forms and requests, and the words on screen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Person extends Choice {
  readonly mail: string;
}

/** The fields that people change; each takes one value of a closed list. */
export type Field = 'team' | 'owner' | 'status' | 'priority' | 'stage';

export const NOBODY = 'nobody';

export const people: readonly Person[] = [
  { value: 'amara', label: 'Amara Okafor', mail: 'amara@desk.example' },
  { value: 'jonas', label: 'Jonas Lindqvist', mail: 'jonas@desk.example' },
  { value: 'priya', label: 'Priya Raman', mail: 'priya@desk.example' },
];

export const choices: Readonly<Record<Field, readonly Choice[]>> = {
  team: [
    { value: 'support-l1', label: 'Support L1' },
    { value: 'engineering', label: 'Engineering' },
    { value: 'onboarding', label: 'Onboarding' },
    { value: 'sales', label: 'Sales' },
  ],
  owner: [{ value: NOBODY, label: 'Nobody' }, ...people.map(({ value, label }) => ({ value, label }))],
  status: [
    { value: 'new', label: 'New' },
    { value: 'open', label: 'Open' },
    { value: 'waiting', label: 'Waiting' },
    { value: 'solved', label: 'Solved' },
    { value: 'closed', label: 'Closed' },
  ],
  priority: [
    { value: 'low', label: 'Low' },
    { value: 'normal', label: 'Normal' },
    { value: 'high', label: 'High' },
    { value: 'urgent', label: 'Urgent' },
  ],
  stage: [
    { value: 'qualified', label: 'Qualified' },
    { value: 'proposal', label: 'Proposal' },
    { value: 'negotiation', label: 'Negotiation' },
    { value: 'closed-won', label: 'Closed won' },
    { value: 'closed-lost', label: 'Closed lost' },
  ],
};

export const severities: readonly string[] = ['S1 – Critical', 'S2 – Major', 'S3 – Minor', 'S4 – Question'];

/** The words on screen for a field's value. */
export function labelOf(field: Field, value: string): string {
  return choices[field].find((choice) => choice.value === value)?.label ?? value;
}

/** The person with this login, if there is one. */
export function personOf(login: string | undefined): Person | undefined {
  return people.find((person) => person.value === login);
}
