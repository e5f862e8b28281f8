import type { LifeStage } from '../../model/playbook';

type Desks = NonNullable<LifeStage['desks']>;

const on = (statuses: Record<string, string>): Desks =>
  Object.entries(statuses).map(([site, status]) => ({ site, status }));

/** What the stages of a handoff's life are called on desks of tickets; each is one of the statuses that the site itself names. */
export const TICKETS = {
  sent: on({
    zendesk: 'Open',
    freshdesk: 'Open',
    'request-tracker': 'open',
    redmine: 'New',
    zammad: 'open',
    osticket: 'Open',
    'help-scout': 'Active',
    freescout: 'Active',
    intercom: 'Open',
    chatwoot: 'open',
    'zoho-desk': 'Open',
    jira: 'To Do',
    'jira-data-center': 'To Do',
    linear: 'Triage',
  }),
  accepted: on({
    zendesk: 'Open',
    freshdesk: 'Open',
    'request-tracker': 'open',
    redmine: 'In Progress',
    zammad: 'open',
    osticket: 'Open',
    'help-scout': 'Active',
    freescout: 'Active',
    intercom: 'Open',
    chatwoot: 'open',
    'zoho-desk': 'Open',
    jira: 'In Progress',
    'jira-data-center': 'In Progress',
    linear: 'In Progress',
  }),
  closed: on({
    zendesk: 'Solved',
    freshdesk: 'Resolved',
    'request-tracker': 'resolved',
    redmine: 'Resolved',
    zammad: 'closed',
    osticket: 'Resolved',
    'help-scout': 'Closed',
    freescout: 'Closed',
    intercom: 'Closed',
    chatwoot: 'resolved',
    'zoho-desk': 'Closed',
    jira: 'Done',
    'jira-data-center': 'Done',
    linear: 'Done',
  }),
} satisfies Partial<Record<LifeStage['stage'], Desks>>;

/** The same on desks of projects and tasks. */
export const TASKS = {
  sent: on({ clickup: 'to do', monday: 'Not Started', asana: 'incomplete', redmine: 'New', jira: 'To Do' }),
  accepted: on({ clickup: 'in progress', monday: 'Working on it', redmine: 'In Progress', jira: 'In Progress' }),
  closed: on({ clickup: 'complete', monday: 'Done', asana: 'complete', redmine: 'Resolved', jira: 'Done' }),
} satisfies Partial<Record<LifeStage['stage'], Desks>>;
