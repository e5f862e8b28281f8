import type { Site } from '../model/site';
import { asana } from './asana/site';
import { chatwoot } from './chatwoot/site';
import { clickup } from './clickup/site';
import { espocrm } from './espocrm/site';
import { freescout } from './freescout/site';
import { freshdesk } from './freshdesk/site';
import { generic } from './generic/site';
import { hubspot } from './hubspot/site';
import { intercom } from './intercom/site';
import { jira } from './jira/site';
import { jiraDataCenter } from './jira-data-center/site';
import { linear } from './linear/site';
import { monday } from './monday/site';
import { odoo } from './odoo/site';
import { osticket } from './osticket/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { salesforce } from './salesforce/site';
import { twenty } from './twenty/site';
import { zammad } from './zammad/site';
import { zendesk } from './zendesk/site';
import { zohoCrm } from './zoho-crm/site';
import { zohoDesk } from './zoho-desk/site';

/** Every desk that Baton knows, and the one that stands for all others. */
export const sites: readonly Site[] = [
  asana,
  chatwoot,
  clickup,
  espocrm,
  freescout,
  freshdesk,
  generic,
  hubspot,
  intercom,
  jira,
  jiraDataCenter,
  linear,
  monday,
  odoo,
  osticket,
  practice,
  redmine,
  requestTracker,
  salesforce,
  twenty,
  zammad,
  zendesk,
  zohoCrm,
  zohoDesk,
];
