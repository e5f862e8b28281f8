import type { Site } from '../model/site';
import { espocrm } from './espocrm/site';
import { freshdesk } from './freshdesk/site';
import { hubspot } from './hubspot/site';
import { intercom } from './intercom/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { twenty } from './twenty/site';
import { zendesk } from './zendesk/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [
  espocrm,
  freshdesk,
  hubspot,
  intercom,
  practice,
  redmine,
  requestTracker,
  twenty,
  zendesk,
];
