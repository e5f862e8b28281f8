import type { Site } from '../model/site';
import { espocrm } from './espocrm/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { twenty } from './twenty/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [espocrm, practice, redmine, requestTracker, twenty];
