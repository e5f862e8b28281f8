import type { Site } from '../model/site';
import { freshdesk } from './freshdesk/site';
import { intercom } from './intercom/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { zendesk } from './zendesk/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [freshdesk, intercom, practice, redmine, requestTracker, zendesk];
