import type { Change } from '../model/attempt';
import type { CaseSnapshot } from '../model/case';
import type { Draft } from '../model/handoff';
import type { Playbook } from '../model/playbook';

/** Everything that the rules may look at when they judge one draft. Read only; nothing else decides. */
export type Situation = {
  playbook: Playbook;
  draft: Pick<Draft, 'answers' | 'reason'>;
  snapshot?: CaseSnapshot | undefined;
  changes: Change[];
  /** The address of the case's page. */
  url: string;
  /** The person signed in to the desk, as the desk shows them. */
  me?: string | undefined;
  /** Normalised texts of the last five handoffs of this playbook. */
  recent: readonly string[];
  /** Milliseconds since 1970. */
  now: number;
};
