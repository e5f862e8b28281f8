import type { Site } from '../model/site';
import { asana } from './asana/site';
import { clickup } from './clickup/site';
import { jira } from './jira/site';
import { jiraDataCenter } from './jira-data-center/site';
import { linear } from './linear/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [asana, clickup, jira, jiraDataCenter, linear, practice, redmine, requestTracker];
