import type { Site } from '../model/site';
import { asana } from './asana/site';
import { clickup } from './clickup/site';
import { jira } from './jira/site';
import { jiraDataCenter } from './jira-data-center/site';
import { linear } from './linear/site';
import { monday } from './monday/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { zohoCrm } from './zoho-crm/site';
import { zohoDesk } from './zoho-desk/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [
  asana,
  clickup,
  jira,
  jiraDataCenter,
  linear,
  monday,
  practice,
  redmine,
  requestTracker,
  zohoCrm,
  zohoDesk,
];
