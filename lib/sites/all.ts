import type { Site } from '../model/site';
import { asana } from './asana/site';
import { chatwoot } from './chatwoot/site';
import { clickup } from './clickup/site';
import { dynamics365 } from './dynamics-365/site';
import { espocrm } from './espocrm/site';
import { freescout } from './freescout/site';
import { freshdesk } from './freshdesk/site';
import { front } from './front/site';
import { generic } from './generic/site';
import { gorgias } from './gorgias/site';
import { helpScout } from './help-scout/site';
import { hubspot } from './hubspot/site';
import { intercom } from './intercom/site';
import { jira } from './jira/site';
import { jiraDataCenter } from './jira-data-center/site';
import { linear } from './linear/site';
import { monday } from './monday/site';
import { odoo } from './odoo/site';
import { osticket } from './osticket/site';
import { pipedrive } from './pipedrive/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { salesforce } from './salesforce/site';
import { suitecrm } from './suitecrm/site';
import { twenty } from './twenty/site';
import { zammad } from './zammad/site';
import { zendesk } from './zendesk/site';
import { zohoCrm } from './zoho-crm/site';
import { zohoDesk } from './zoho-desk/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [
  asana,
  chatwoot,
  clickup,
  dynamics365,
  espocrm,
  freescout,
  freshdesk,
  front,
  generic,
  gorgias,
  helpScout,
  hubspot,
  intercom,
  jira,
  jiraDataCenter,
  linear,
  monday,
  odoo,
  osticket,
  pipedrive,
  practice,
  redmine,
  requestTracker,
  salesforce,
  suitecrm,
  twenty,
  zammad,
  zendesk,
  zohoCrm,
  zohoDesk,
];
