import type { CaseHandoff, Change } from '../model/attempt';
import type { CaseSnapshot } from '../model/case';
import { caseKey, draftKey } from '../model/case-key';
import type { Draft } from '../model/handoff';
import type { Playbook } from '../model/playbook';
import type { Evaluation } from '../model/verdict';
import { evaluate } from '../rules/evaluate';
import type { Situation } from '../rules/situation';
import { handoffsIn, sameValue } from '../rules/trigger';
import { emptyDraft, readDraft } from '../store/drafts';
import { recentTexts } from '../store/handoffs';
import { sightingsOf } from '../store/sightings';
import type { SightingRow } from '../store/tables';

/** An earlier sighting is trusted to say that a change changes nothing for this long, in milliseconds: others work on the case too. */
const FRESH = 2 * 60_000;

/** One case of an attempt with everything that is known of it. */
export type Judged = {
  handoff: CaseHandoff;
  playbook: Playbook;
  draft: Draft;
  snapshot: CaseSnapshot | undefined;
  situation: Situation;
  evaluation: Evaluation;
  title: string;
  url: string;
};

/** How far a judged case is, as gates remember it. */
export function statusOf({ playbook, evaluation, draft }: Judged) {
  return { playbook: playbook.id, met: evaluation.met, missing: evaluation.missing, revision: draft.revision };
}

/** What the database knows of some handoffs: their cases as last seen, their drafts, and what was written in earlier ones. */
export type Known = {
  seen: ReadonlyMap<string, SightingRow>;
  drafts: ReadonlyMap<string, Draft>;
  recent: ReadonlyMap<string, string[]>;
};

/** Reads all of it at once: the person waits for the sum of what is read one after the other. */
export async function known(handoffs: readonly CaseHandoff[]): Promise<Known> {
  const keys = handoffs.map(({ ref, playbook }) => draftKey(ref, playbook));
  const playbooks = [...new Set(handoffs.map(({ playbook }) => playbook))];
  const [seen, drafts, recent] = await Promise.all([
    sightingsOf(handoffs.map(({ ref }) => ref)),
    Promise.all(keys.map(readDraft)),
    Promise.all(playbooks.map(async (id) => [id, await recentTexts(id)] as const)),
  ]);
  return {
    seen: new Map(seen.map((row) => [row.key, row])),
    drafts: new Map(drafts.flatMap((draft) => (draft ? [[draft.key, draft]] : []))),
    recent: new Map(recent),
  };
}

/** Judges each case against its playbook, from the database. Cases whose playbook is gone are left out. `all`: what was read of them already. */
export async function judge(
  handoffs: readonly CaseHandoff[],
  playbooks: readonly Playbook[],
  me: string | undefined,
  now: number,
  all?: Known,
): Promise<Judged[]> {
  const read = all ?? (await known(handoffs));
  return handoffs.flatMap((handoff) => {
    const playbook = playbooks.find(({ id }) => id === handoff.playbook);
    return playbook ? [judgeOne(handoff, playbook, read, me, now)] : [];
  });
}

/**
 * Whether a handoff is one still, knowing what was last seen of the case. A value that a fresh sighting already shows is no change;
 * a team that only follows from its owner is none either, however old the sighting: the case was there already.
 */
export function stillHandsOver(
  handoff: CaseHandoff,
  sighting: SightingRow | undefined,
  playbooks: readonly Playbook[],
  now: number,
): boolean {
  const { ref, changes } = completed(handoff, sighting, now);
  return !sighting || handoffsIn([{ ref, changes }], playbooks, [], () => undefined).length > 0;
}

/** The case was seen a moment ago where the change would bring it: another tab, or somebody else, was first. */
export function alreadyThere({ changes }: CaseHandoff, sighting: SightingRow | undefined, now: number): boolean {
  return sighting !== undefined && now - sighting.at < FRESH && shows(sighting, { changes });
}

/** What was last seen of a case is what these changes bring about. */
export function shows(sighting: SightingRow | undefined, { changes }: Pick<CaseHandoff, 'changes'>): boolean {
  const own = changes.filter(({ implied }) => !implied);
  return (
    own.length > 0 &&
    own.every(({ field, to }) => {
      const shown = sighting?.values[field];
      return shown !== undefined && sameValue(shown, to);
    })
  );
}

/** A handoff whose changes start from the last sighting where the page did not show what they start from. */
export function completed(handoff: CaseHandoff, sighting: SightingRow | undefined, now: number): CaseHandoff {
  if (!sighting) return handoff;
  const changes = handoff.changes.map((change): Change => {
    const from = sighting.values[change.field];
    if (!from || change.from) return change;
    // Seen long ago where it is to go now: somebody may have moved it since, so where it starts is not known.
    if (!change.implied && now - sighting.at >= FRESH && sameValue(from, change.to)) return change;
    return { ...change, from, fromSeenAt: sighting.at };
  });
  return { ...handoff, changes };
}

function judgeOne(
  held: CaseHandoff,
  playbook: Playbook,
  { seen, drafts, recent }: Known,
  me: string | undefined,
  now: number,
): Judged {
  const { ref } = held;
  const sighting = seen.get(caseKey(ref));
  const handoff = completed(held, sighting, now);
  const snapshot = sighting?.snapshot;
  const title = snapshot?.fields.find(({ field }) => field === 'subject')?.value ?? handoff.title ?? `#${ref.id}`;
  const url = handoff.url ?? snapshot?.url ?? ref.origin;
  const identity = { ref, playbook: playbook.id, playbookVersion: playbook.version, title: title.slice(0, 1000), url };
  const draft = drafts.get(draftKey(ref, playbook.id)) ?? emptyDraft(identity, now);
  const texts = recent.get(playbook.id) ?? [];
  const situation = { playbook, draft, snapshot, changes: handoff.changes, url, me, recent: texts, now };
  return {
    handoff,
    playbook,
    draft,
    snapshot,
    situation,
    evaluation: evaluate(situation),
    title: identity.title,
    url,
  };
}
