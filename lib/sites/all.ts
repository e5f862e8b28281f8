import type { Site } from '../model/site';
import { generic } from './generic/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';

/** Every desk that Baton knows, and the one that stands for all others. */
export const sites: readonly Site[] = [requestTracker, redmine, practice, generic];
