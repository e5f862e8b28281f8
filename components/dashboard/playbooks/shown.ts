import type { Demotion } from '../../../lib/audit/diet';
import type { ShadowFigures } from '../../../lib/audit/shadow';
import type { Playbook } from '../../../lib/model/playbook';
import type { Mode } from '../../../lib/model/settings';
import type { PlaybookChange } from '../../../lib/rules/playbook-changes';

/** A playbook as the list shows it. */
export type ShownPlaybook = {
  playbook: Playbook;
  source: 'company' | 'own' | 'shared' | 'baton';
  mode: Mode;
  /** Set by the company: shown, not changed. */
  locked: boolean;
  /** In the shadow: what it saw, and after how many handoffs it asks to be armed. */
  shadow?: { figures: ShadowFigures; enough: number };
  diet: readonly Demotion[];
};

/** What somebody is about to take over: from a file, or from the company's source. */
export type Offered = {
  playbook: Playbook;
  /** What it changes in the one that is there; null where there is none of its id. */
  changes: readonly PlaybookChange[] | null;
};
