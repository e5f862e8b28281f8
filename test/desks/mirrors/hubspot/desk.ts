// HubSpot: records, board, list and the create form in frames. Shapes from public extensions and test suites; the board's own request is not known.
import type { Change, Mirror, MirrorRecord, Sent } from '../mirror.ts';
import { board } from './board.ts';
import { builder, creator, list } from './list.ts';
import { NAMES, PORTAL, TYPES } from './names.ts';
import { record } from './record.ts';

const TALK: MirrorRecord['entries'] = [
  {
    author: 'Dana Whitlock',
    at: 'Oct 12, 2026 at 9:14 AM',
    kind: 'customer',
    text: 'We need both warehouses live before the spring season.',
  },
  {
    author: 'Amara Okafor',
    at: 'Oct 13, 2026 at 4:02 PM',
    kind: 'internal',
    text: 'Their lead for IT asks about the import.',
  },
  { author: 'Amara Okafor', at: 'Oct 14, 2026 at 10:30 AM', kind: 'public', text: 'The order form is attached.' },
];

const seed: MirrorRecord[] = [
  {
    id: '7501',
    kind: 'deal',
    fields: {
      subject: 'Kestrel Outdoor: two warehouses',
      stage: '17915773',
      owner: '41102',
      team: '9001',
      amount: '$24,000.00',
      closeDate: '10/30/2026',
      'Plan tier': 'Growth',
    },
    entries: TALK,
  },
  {
    id: '7502',
    kind: 'deal',
    fields: {
      subject: 'Larkspur Bikes: renewal',
      stage: '17915773',
      owner: '41102',
      team: '9001',
      amount: '$8,100.00',
    },
    entries: [],
  },
  {
    id: '8801',
    kind: 'ticket',
    fields: {
      subject: 'Export of invoices is blank',
      status: '2',
      owner: '41102',
      team: '9003',
      priority: 'HIGH',
      severity: 'S2 - Major',
    },
    entries: TALK,
  },
  { id: '3301', kind: 'contact', fields: { subject: 'Dana Whitlock', owner: '41102', stage: 'lead' }, entries: TALK },
];

const own = (type: string, name: string) =>
  Object.entries(NAMES[type] ?? {}).find(([, one]) => one === name)?.[0] ?? name;
const fieldsOf = (type: string, properties: readonly { name: string; value: string }[]) =>
  Object.fromEntries(properties.map(({ name, value }) => [own(type, name), value]));

function saved({ params: [type = ''], text }: Sent): Change[] {
  const changes = JSON.parse(text) as { objectId: string; propertyValues: { name: string; value: string }[] }[];
  return changes.map(({ objectId, propertyValues }) => ({
    id: String(objectId),
    fields: fieldsOf(type, propertyValues),
  }));
}

function inBulk({ text }: Sent): Change[] {
  const { objectTypeId, objectIdList, properties } = JSON.parse(text);
  return objectIdList.map((id: string) => ({ id: String(id), fields: fieldsOf(objectTypeId, properties) }));
}

export const hubspot: Mirror = {
  id: 'hubspot',
  me: 'Amara Okafor',
  seed,
  words: {
    stage: {
      '17915773': 'Contract sent',
      '97b2bcc6-fb34-4b56-8e62-c349c88ef3d5': 'Verbal yes',
      '20551187': 'Over to delivery',
      closedwon: 'Closed won',
      lead: 'Lead',
      opportunity: 'Opportunity',
      salesqualifiedlead: 'Sales qualified lead',
      customer: 'Customer',
    },
    status: { '1': 'New', '2': 'Waiting on us', '3': 'With engineering', '4': 'Closed' },
    owner: { '': 'No owner', '41102': 'Amara Okafor', '41107': 'Jonas Lindqvist', '41115': 'Sofia Marin' },
    team: { '9001': 'Sales', '9002': 'Onboarding', '9003': 'Support L1', '9004': 'Engineering' },
    priority: { HIGH: 'High', LOW: 'Low' },
  },
  data: { names: NAMES, portal: PORTAL, types: Object.fromEntries(seed.map(({ id, kind }) => [id, TYPES[kind]])) },
  pages: [
    { path: /^\/contacts\/\d+\/record\/0-\d\/(\d+)$/, page: record },
    { path: /^\/contacts\/\d+\/objects\/0-3\/views\/all\/board$/, page: board },
    { path: /^\/contacts\/\d+\/objects\/0-3\/views\/all\/list$/, page: list },
    { path: /^\/object-create\/\d+$/, page: creator },
    { path: /^\/object-builder\/\d+\/0-3\/embed$/, page: builder },
  ],
  writes: [
    { method: 'PUT', path: /^\/api\/inbounddb-objects\/v1\/crm-objects\/(0-\d)$/, changes: saved },
    { method: 'POST', path: /^\/api\/inbounddb-objects\/v2\/batch-mutation\/dynamic-search$/, changes: inBulk },
    {
      method: 'POST',
      path: /^\/api\/chirp-frontend-app\/v1\/gateway\/com\.hubspot\.crm\.object\.builder\.rpc\.ObjectBuilderRpc\/createObjectAndAssociations$/,
      creates: true,
      changes: () => [],
    },
  ],
  refusal: {
    status: 400,
    body: { status: 'error', message: 'Property values were not valid', category: 'VALIDATION_ERROR' },
  },
};
