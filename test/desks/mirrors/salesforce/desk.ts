// Salesforce Lightning's console: records kept alive in hidden tabs, owners in real shadow roots, several actions in one request. How its path saves is not known: that action's name here is made up, and must not matter.
import type { Change, Mirror, MirrorRecord, Sent } from '../mirror.ts';
import { recordPage } from './record.ts';

/** What the desk's fields are called by it and on its screen, by kind. */
export const NAMES: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  deal: {
    subject: ['Name', 'Opportunity Name'],
    stage: ['StageName', 'Stage'],
    owner: ['OwnerId', 'Opportunity Owner'],
    amount: ['Amount', 'Amount'],
    closeDate: ['CloseDate', 'Close Date'],
    company: ['AccountId', 'Account Name'],
  },
  ticket: {
    subject: ['Subject', 'Subject'],
    status: ['Status', 'Status'],
    owner: ['OwnerId', 'Case Owner'],
    priority: ['Priority', 'Priority'],
  },
};

const seed: MirrorRecord[] = [
  {
    id: '0065g00000AbCdEAAV',
    kind: 'deal',
    fields: {
      subject: 'Kestrel Outdoor: two warehouses',
      stage: 'Negotiation/Review',
      owner: '0055g000001AmaraAAQ',
      amount: '$24,000.00',
      closeDate: '10/30/2026',
      company: 'Kestrel Outdoor',
    },
    entries: [],
  },
  {
    id: '5005g00000XyZ12AAF',
    kind: 'ticket',
    fields: { subject: 'Export of invoices is blank', status: 'New', owner: '0055g000001JonasAAQ', priority: 'High' },
    entries: [],
  },
];

interface Action {
  readonly descriptor: string;
  readonly params: { recordId: string; recordInput: { fields: Record<string, string> }; value?: string };
}

const ownName = (kind: string, name: string) =>
  Object.entries(NAMES[kind] ?? {}).find(([, [api]]) => api === name)?.[0] ?? name;
const kindOf = (id: string) => (id.startsWith('006') ? 'deal' : 'ticket');

function acted({ text }: Sent): Change[] {
  const { actions } = JSON.parse(new URLSearchParams(text).get('message') ?? '{}') as { actions: Action[] };
  return actions.flatMap(({ descriptor, params: { recordId, recordInput, value } }) => {
    if (descriptor.endsWith('ACTION$updateRecord')) {
      const fields = Object.entries(recordInput.fields).map(([name, to]) => [ownName(kindOf(recordId), name), to]);
      return [{ id: recordId, fields: Object.fromEntries(fields) }];
    }
    return descriptor.endsWith('ACTION$completeStep') ? [{ id: recordId, fields: { stage: value ?? '' } }] : [];
  });
}

const PAGE_ERROR = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'This record cannot be changed now.' };

export const salesforce: Mirror = {
  id: 'salesforce',
  me: 'Amara Okafor',
  seed,
  words: {
    owner: {
      '0055g000001AmaraAAQ': 'Amara Okafor',
      '0055g000001JonasAAQ': 'Jonas Lindqvist',
      '0055g000001SofiaAAQ': 'Sofia Marin',
    },
  },
  data: { names: NAMES, kinds: Object.fromEntries(seed.map(({ id, kind }) => [id, kind])) },
  pages: [{ path: /^\/lightning\/r\/\w+\/(\w+)\/view$/, page: recordPage }],
  writes: [
    {
      method: 'POST',
      path: /^\/aura$/,
      changes: acted,
      answer: () => ({ actions: [{ id: '42;a', state: 'SUCCESS', returnValue: {}, error: [] }] }),
    },
  ],
  // The desk answers 200, with the error inside.
  refusal: {
    status: 200,
    body: {
      actions: [
        {
          id: '42;a',
          state: 'ERROR',
          error: [{ event: { attributes: { values: { errors: { pageErrors: [PAGE_ERROR], fieldErrors: {} } } } } }],
        },
      ],
    },
  },
};
