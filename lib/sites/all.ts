import type { Site } from '../model/site';
import { chatwoot } from './chatwoot/site';
import { espocrm } from './espocrm/site';
import { freescout } from './freescout/site';
import { odoo } from './odoo/site';
import { osticket } from './osticket/site';
import { practice } from './practice/site';
import { redmine } from './redmine/site';
import { requestTracker } from './request-tracker/site';
import { suitecrm } from './suitecrm/site';
import { twenty } from './twenty/site';
import { zammad } from './zammad/site';

/** Every desk that Baton knows. */
export const sites: readonly Site[] = [
  chatwoot,
  espocrm,
  freescout,
  odoo,
  osticket,
  practice,
  redmine,
  requestTracker,
  suitecrm,
  twenty,
  zammad,
];
