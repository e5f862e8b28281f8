import type { Playbook } from '../../model/playbook';
import { agencyDelivery } from './agency-delivery';
import { leadToSales } from './lead-to-sales';
import { onboardingToImplementation } from './onboarding-to-implementation';
import { salesToOnboarding } from './sales-to-onboarding';
import { shiftChange } from './shift-change';
import { successToBilling } from './success-to-billing';
import { supportToEngineering } from './support-to-engineering';

/** The playbooks that Baton comes with. No two fire on one change of one kind of case. */
export const builtInPlaybooks: Playbook[] = [
  supportToEngineering,
  salesToOnboarding,
  onboardingToImplementation,
  successToBilling,
  leadToSales,
  shiftChange,
  agencyDelivery,
];
