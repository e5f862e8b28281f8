import type { Criterion, CriterionKind } from '../../model/playbook';

/** The criterion of one kind. */
export type Of<K extends CriterionKind> = Extract<Criterion, { kind: K }>;
