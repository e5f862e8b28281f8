import { hubspot } from './hubspot/desk.ts';
import type { Mirror } from './mirror.ts';
import { zendesk } from './zendesk/desk.ts';

/** Every desk that has a mirror. */
export const mirrors: readonly Mirror[] = [hubspot, zendesk];
