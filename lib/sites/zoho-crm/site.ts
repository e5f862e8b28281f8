import type { Evidence, Site, SitePage, Write } from '../../model/site';

const seen = (where: string, sure: Evidence['sure'] = 'high', when = '2026-11'): Evidence => ({ where, when, sure });

const deal = (id: string, path: string): SitePage => ({
  id,
  path,
  case: { path: 'id' },
  kind: 'deal',
  full: true,
  seen: seen('public code, several scripts'),
});

/** Values stand under the field's old name, in the card of the title and in the page's body. */
const value = (field: string, name: string, certainty: 'certain' | 'guess' = 'certain'): Site['fields'][number] => ({
  field,
  certainty,
  tries: [
    { css: `#subvalue_${name}`, seen: seen('tmetric; public code', 'high', '2026-09') },
    { css: `#value_${name}`, seen: seen('a public scraper; a userscript', 'medium') },
    { css: `#titlecard_${name}`, seen: seen('public code', 'high', '2026-08') },
  ],
});

const OWN_CODE = seen('Zoho’s own data layer, as published in an extension of it', 'medium');
/** The page calls deals Potentials, its requests Deals. */
const MODULES = ['Deals', 'Potentials'];
const onDeals = (
  id: string,
  method: 'PUT' | 'POST',
  path: string,
  how: Pick<Write, 'case' | 'changes' | 'seen'> & Partial<Write>,
): Write[] =>
  MODULES.map((module) => ({
    id: `${id}, ${module}`,
    doors: ['wire'],
    methods: [method],
    path: `/crm/:version/${module}${path}`,
    kind: 'deal',
    ...how,
  }));

/** `place` is where a record's fields stand. */
const changes = (place: string): Write['changes'] =>
  (
    [
      ['stage', 'Stage'],
      ['owner', 'Owner.id'],
      ['amount', 'Amount'],
      ['closeDate', 'Closing_Date'],
    ] as const
  ).map(([field, name]) => ({ field, to: { json: place + name } }));
const TO_OWNER: Write['changes'] = [{ field: 'owner', to: { json: 'owner.id' } }];

export const zohoCrm: Site = {
  id: 'zoho-crm',
  name: 'Zoho CRM',
  reality: {
    level: 'read',
    note: 'Read in pages made from public facts; never run. Saves of a deal are seen as Zoho’s own data layer builds them, which was not watched in a page. A Blueprint move is named by its number, not by the stage that follows. Old forms that are posted as a page, drags in Kanban that save another way, and owners of several deals whose numbers stand in the address pass and are recorded as not seen. Owners are named by numbers that the page does not translate. Notes and history are not read.',
  },
  hosts: ['crm.zoho.com', 'crm.zoho.eu', 'crm.zoho.in', 'crm.zoho.com.au', 'crm.zoho.jp'],
  marks: [],
  pages: [
    deal('deal', '/crm/:org/tab/Potentials/:#id'),
    deal('deal, without an organisation', '/crm/tab/Potentials/:#id'),
    { id: 'list', path: '/crm/*', seen: seen('public code, addresses') },
  ],
  me: [],
  fields: [
    {
      field: 'subject',
      certainty: 'certain',
      anchor: '#titlecard_POTENTIALNAME, #entityNameInBCView, #subvalue_POTENTIALNAME',
      tries: [
        { css: '#titlecard_POTENTIALNAME', seen: seen('public code', 'high', '2026-08') },
        { css: '#entityNameInBCView', seen: seen('tmetric') },
        { css: '#subvalue_POTENTIALNAME', seen: seen('public code') },
      ],
    },
    {
      ...value('stage', 'STAGE'),
      anchor: '#subvalue_STAGE, #value_STAGE, #titlecard_STAGE, [data-zcqa="value_Stage"]',
    },
    value('owner', 'SMOWNERID', 'guess'),
    value('amount', 'AMOUNT'),
    value('closeDate', 'CLOSINGDATE'),
    value('company', 'ACCOUNTID'),
    value('contacts', 'CONTACTID'),
  ],
  labelled: [
    {
      row: '[data-zcqa^="value_"]:not([data-zcqa^="value_listviewtable_"])',
      label: [{ css: ':scope', read: '@data-zcqa', after: 'value_' }],
      value: [{ css: ':scope', read: 'lines', empty: ['—', '-', '-None-'] }],
      seen: seen('five userscripts of 2026 on contacts'),
    },
  ],
  directory: [],
  rows: [
    {
      css: 'lyte-card.crm-kv-card:has(a.crm-kv-header-link[href$="/Potentials/:id"])',
      kind: 'deal',
      title: [{ css: 'a.crm-kv-header-link' }],
      fields: [{ field: 'owner', tries: [{ css: '[data-zcqa="recordOwner"]' }] }],
      seen: seen('a public extractor; that the link ends in the number is taken from other pages', 'low'),
    },
  ],
  caseUrl: { deal: '/crm/tab/Potentials/:id' },
  nobody: [],
  writes: [
    ...onDeals('deals', 'PUT', '', {
      items: { json: 'data.*' },
      case: { json: 'id' },
      changes: changes(''),
      seen: seen('three public scripts, from the page’s session'),
    }),
    ...onDeals('deal', 'PUT', '/:#id', { case: { path: 'id' }, changes: changes('data.*.'), seen: OWN_CODE }),
    ...onDeals('owner', 'POST', '/:#id/actions/change_owner', {
      case: { path: 'id' },
      changes: TO_OWNER,
      seen: OWN_CODE,
    }),
    ...onDeals('owner of several', 'POST', '/actions/change_owner', {
      case: { json: 'ids', each: true },
      changes: TO_OWNER,
      seen: seen('its public interface', 'low'),
    }),
    ...onDeals('blueprint', 'PUT', '/:#id/actions/blueprint', {
      case: { path: 'id' },
      changes: [{ field: 'stage', to: { json: 'blueprint.*.transition_id' } }],
      seen: seen('its public interface', 'low'),
    }),
  ],
  statuses: { closed: ['Closed Won', 'Closed Lost'] },
};
