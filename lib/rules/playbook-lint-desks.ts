import { KNOWN_FIELDS } from '../model/case';
import type { Criterion, Playbook } from '../model/playbook';
import type { Site } from '../model/site';
import { holdsField, holdsOf } from './can-fire';
import { fold } from './people';
import { type Lint, mustBeTyped } from './playbook-lint';

/** What a playbook will live among. */
export type Surroundings = {
  /** The other playbooks in force. */
  others: readonly Playbook[];
  /** The sites of the desks that are allowed, each once; none where no desk is. */
  sites: readonly Site[];
  /** The field that a label means: one that Baton knows, else anything else. */
  fieldOf(label: string): string;
};

/**
 * Advice on how a playbook fits the desks and the others in force: `same-change:<playbook>` (both fire on one change),
 * `never-fires:kind`, `never-fires:<field>`, `no-prefill:<criterion>/<source>` (no desk reads it), `could-prefill:<criterion>/<field>`.
 */
export function lintAmong(playbook: Playbook, { others, sites, fieldOf }: Surroundings): Lint[] {
  const theirs = sites.filter(({ id }) => playbook.trigger.sites?.includes(id) ?? true);
  const at = 'trigger' as const;
  return [
    ...others
      .filter(({ id }) => id !== playbook.id)
      .filter((other) => sameChange(playbook, other))
      .map(({ name }) => ({ code: 'same-change', about: name, at })),
    // Where no desk is allowed yet, nothing can be said of them.
    ...(sites.length > 0 ? neverFires(playbook, theirs) : []),
    ...(theirs.length > 0 ? playbook.exit.flatMap((one) => prefillLint(one, theirs, fieldOf)) : []),
  ];
}

/** Whether one change of a case may be meant by both. */
export function sameChange(a: Playbook, b: Playbook): boolean {
  const share = <T>(some: readonly T[] | undefined, more: readonly T[] | undefined) =>
    !some || !more || some.some((one) => more.includes(one));
  const folded = (names: readonly string[] | undefined) => names?.map(fold);
  return (
    share(a.trigger.kinds, b.trigger.kinds) &&
    share(a.trigger.sites, b.trigger.sites) &&
    a.trigger.any.some((one) =>
      b.trigger.any.some(
        (other) =>
          one.field === other.field &&
          share(folded(one.to), folded(other.to)) &&
          share(folded(one.from), folded(other.from)),
      ),
    )
  );
}

function neverFires({ trigger }: Playbook, sites: readonly Site[]): Lint[] {
  const at = 'trigger' as const;
  const ofKind = sites.filter((site) => trigger.kinds.some((kind) => hasKind(site, kind)));
  if (ofKind.length === 0) return [{ code: 'never-fires', about: 'kind', at }];
  const dead = new Set(
    trigger.any
      .map(({ field }) => field)
      .filter((field) => !ofKind.some((site) => holdsField(holdsOf(site), field, trigger.kinds))),
  );
  return [...dead].map((field) => ({ code: 'never-fires', about: field, at }));
}

function hasKind({ pages, writes, holdAt = [] }: Site, kind: string): boolean {
  return [...pages, ...writes, ...holdAt].some((one) => one.kind === kind);
}

function prefillLint(criterion: Criterion, sites: readonly Site[], fieldOf: Surroundings['fieldOf']): Lint[] {
  const at = `criterion:${criterion.id}` as const;
  const named = criterion.prefill ?? [];
  if (named.length > 0) {
    if (named.some((source) => sites.some((site) => reads(site, source)))) return [];
    return [{ code: 'no-prefill', about: `${criterion.id}/${named[0]}`, at }];
  }
  const field = fieldOf(criterion.label);
  const known = (KNOWN_FIELDS as readonly string[]).includes(field);
  if (!known || criterion.kind === 'rows' || !(mustBeTyped(criterion) || criterion.kind === 'choice')) return [];
  return sites.some((site) => reads(site, field))
    ? [{ code: 'could-prefill', about: `${criterion.id}/${field}`, at }]
    : [];
}

/** Whether a desk's page gives this source. What names itself may be anything. */
function reads({ generic, labelled, fields, conversation, attachments }: Site, source: string): boolean {
  if (source === '@url' || source === '@receiver') return true;
  if (generic) return true;
  if (source === '@attachments') return attachments !== undefined;
  if (source.startsWith('@')) return conversation !== undefined;
  return fields.some(({ field }) => field === source) || (labelled ?? []).length > 0;
}
