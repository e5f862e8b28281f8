import type { Playbook } from '../../model/playbook';
import { salesToOnboarding } from './sales-to-onboarding';
import { supportToEngineering } from './support-to-engineering';

/** The playbooks that Baton comes with. */
export const builtInPlaybooks: Playbook[] = [supportToEngineering, salesToOnboarding];
