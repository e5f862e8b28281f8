import type { Site } from '../model/site';
import { chatwoot } from './chatwoot/site';
import { freescout } from './freescout/site';
import { osticket } from './osticket/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { zammad } from './zammad/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [requestTracker, redmine, practice, chatwoot, freescout, osticket, zammad];
