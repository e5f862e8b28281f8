import { clickup } from './clickup/desk.ts';
import { freshdesk } from './freshdesk/desk.ts';
import { hubspot } from './hubspot/desk.ts';
import { intercom } from './intercom/desk.ts';
import { jira } from './jira/desk.ts';
import type { Mirror } from './mirror.ts';
import { salesforce } from './salesforce/desk.ts';
import { zendesk } from './zendesk/desk.ts';

/** Every desk that has a mirror. */
export const mirrors: readonly Mirror[] = [clickup, freshdesk, hubspot, intercom, jira, salesforce, zendesk];
