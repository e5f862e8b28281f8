import type { Site } from '../model/site';
import { dynamics365 } from './dynamics-365/site';
import { hubspot } from './hubspot/site';
import { pipedrive } from './pipedrive/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { salesforce } from './salesforce/site';
import { twenty } from './twenty/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [
  dynamics365,
  hubspot,
  pipedrive,
  practice,
  redmine,
  requestTracker,
  salesforce,
  twenty,
];
