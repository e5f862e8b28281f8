// How much of a playbook a page fills in: measured by the rules themselves, on pages as Baton reads them. Pure.
import type { CaseKind, CaseSnapshot } from '../../lib/model/case';
import type { Criterion, Playbook } from '../../lib/model/playbook';
import { answersOf, evaluate } from '../../lib/rules/evaluate';
import { lintPlaybook, mustBeTyped } from '../../lib/rules/playbook-lint';
import { prefill } from '../../lib/rules/prefill';
import type { Situation } from '../../lib/rules/situation';
import type { PlaybookRow, Share } from './playbook-table';

/** What Baton read on one page of a case. */
export type PageFacts = { site: string; snapshot: CaseSnapshot };

/** What a fixture of a site says is read on its page; as much of `*.expected.json` as counts here. */
export type Expected = {
  fields?: Record<string, string>;
  certain?: string[];
  entries?: CaseSnapshot['entries'];
  attachments?: string[];
};

/** A fixture as Baton would have read it. */
export function pageOf(site: string, kind: CaseKind, expected: Expected): PageFacts {
  const { fields = {}, certain, entries = [], attachments = [] } = expected;
  return {
    site,
    snapshot: {
      ref: { origin: 'https://desk.example', kind, id: '1' },
      site,
      url: 'https://desk.example/1',
      fields: Object.entries(fields).map(([field, value]) => ({
        field,
        value,
        certainty: certain && !certain.includes(field) ? 'guess' : 'certain',
        where: field,
      })),
      entries,
      attachments,
      health: { light: 'green', missing: [] },
      seenAt: 0,
    },
  };
}

/** Nothing was answered, and the change itself says nothing: what stands there then, the page alone gave. */
const on = (playbook: Playbook, { snapshot }: PageFacts): Situation => ({
  playbook,
  draft: { answers: {} },
  snapshot,
  changes: [],
  url: snapshot.url,
  recent: [],
  now: 0,
});

/** Of the exit criteria that are asked for, those that are filled in, on the page of each site that fills in most; without a site where none shows such a case. */
export function sharesOf(playbook: Playbook, pages: readonly PageFacts[]): Map<string, Share> {
  const best = new Map<string, Share>();
  for (const page of pages.filter(({ snapshot }) => playbook.trigger.kinds.includes(snapshot.ref.kind))) {
    const situation = on(playbook, page);
    const filled = Object.keys(answersOf(situation)).length;
    const of = evaluate(situation).findings.length;
    if (filled / of > (best.get(page.site)?.filled ?? -1) / (best.get(page.site)?.of ?? 1))
      best.set(page.site, { filled, of });
  }
  return best;
}

/** One playbook in numbers. Typed is also what has a source that no page of any site, nor the change, ever fills in. */
export function rowOf(playbook: Playbook, pages: readonly PageFacts[]): PlaybookRow {
  const { exit } = playbook;
  const isFilled = (criterion: Criterion) =>
    criterion.prefill?.includes('@receiver') || pages.some((page) => prefill(criterion, on(playbook, page)) !== null);
  const asked = exit.filter((criterion) => mustBeTyped({ ...criterion, prefill: [] }));
  return {
    name: playbook.name,
    criteria: exit.length,
    block: exit.filter(({ level }) => level === 'block').length,
    typed: asked.filter((criterion) => !isFilled(criterion)).length,
    sourced: exit.filter(({ prefill: sources = [] }) => sources.length > 0).length,
    problems: lintPlaybook(playbook),
  };
}
