// HubSpot's own names: the account, its types of object, and their properties by what Baton calls them.
export const PORTAL = '20887301';

/** HubSpot's names of what Baton calls these, by type of object. */
export const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0-3': {
    subject: 'dealname',
    stage: 'dealstage',
    owner: 'hubspot_owner_id',
    team: 'hubspot_team_id',
    amount: 'amount',
    closeDate: 'closedate',
    'Plan tier': 'plan_tier',
  },
  '0-5': {
    subject: 'subject',
    status: 'hs_pipeline_stage',
    owner: 'hubspot_owner_id',
    team: 'hubspot_team_id',
    priority: 'hs_ticket_priority',
    severity: 'severity',
  },
  '0-1': { subject: 'hs_full_name_or_email', owner: 'hubspot_owner_id', stage: 'lifecyclestage' },
};

export const TYPES: Readonly<Record<string, string>> = { deal: '0-3', ticket: '0-5', contact: '0-1' };
