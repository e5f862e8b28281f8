import type { CaseRef, CaseSnapshot } from '../model/case';
import type { DebugField, DebugReport } from '../model/debug';
import type { PageSite, SitePage } from '../model/site';
import { formsOf } from './health';
import { isField } from './labels';
import { noteState } from './note';
import type { PageHit } from './page';
import { queryAll } from './query';
import { countTry } from './read';
import { readCase, scopeOf } from './snapshot';
import { visible } from './visible';

/** What people teach has an id of its own, which may say whose desk it is. */
const TAUGHT = /^taught-.*/;
/** A word of the page this long is looked for in selectors: a person may have taught one by it. */
const TELLING = 4;

/** How the page is read, without a word of it: selectors of the site, numbers, and the names of fields that Baton or the site gives. */
export function debugReport(site: PageSite, hit: PageHit | null, root: Document): DebugReport {
  const { page, ref } = hit ?? {};
  const nothing = { fields: [], others: 0, labelled: [], writes: [], attachments: 0 };
  const about = {
    site: site.id.replace(TAUGHT, 'taught'),
    page: page ? { id: page.id, path: page.path + (page.hash ? ` #${page.hash}` : ''), isCase: ref !== null } : null,
  };
  if (!page || !ref) return { ...about, ...nothing };
  const seen = readCase(site, page, ref, root, root.URL, 0);
  const scope = scopeOf(page, ref, root);
  const { note, conversation } = site;
  const kinds = { customer: 0, public: 0, internal: 0, event: 0, unknown: 0 };
  for (const { kind } of seen.entries) kinds[kind] += 1;
  const report: DebugReport = {
    ...about,
    light: seen.health.light,
    ...(page.container ? { container: counted(root, page.container, ref.id) } : {}),
    fields: fieldsOf(site, page, scope, seen),
    others: seen.fields.filter(({ field }) => !named(site, field)).length,
    labelled: (site.labelled ?? []).map(({ row }) => counted(scope, row)),
    writes: writesOf(site, page, ref, root),
    talk: { ...(conversation ? counted(scope, conversation.entry) : {}), kinds },
    attachments: seen.attachments.length,
    ...(note ? { note: { editor: note.editor, internal: note.internal, state: noteState(scope, note) } } : {}),
  };
  return withoutWords(report, seen);
}

const named = (site: PageSite, field: string) => isField(field) || site.fields.some((one) => one.field === field);

function fieldsOf(site: PageSite, { shows }: SitePage, scope: ParentNode, seen: CaseSnapshot): DebugField[] {
  const wanted = site.fields.filter(({ field }) => !shows || shows.includes(field));
  const bySite = wanted.map(({ field, tries, anchor }): DebugField => {
    let open = true;
    const made = tries.map((attempt) => {
      const { found, hidden, empty } = countTry(scope, attempt);
      const used = open && found > hidden + empty;
      open &&= !used;
      return { css: attempt.css, ...(attempt.read ? { read: attempt.read } : {}), found, hidden, empty, used };
    });
    // A field may stand in two places, each with tries of its own: what one gave, the other did not.
    const twice = wanted.filter((one) => one.field === field).length > 1;
    const certainty = twice && open ? undefined : seen.fields.find((one) => one.field === field)?.certainty;
    return {
      field,
      ...(certainty ? { certainty } : {}),
      ...(anchor ? { anchor: { css: anchor, found: queryAll(scope, anchor).length } } : {}),
      tries: made,
    };
  });
  const byLabel = seen.fields.filter(({ field }) => isField(field) && !wanted.some((one) => one.field === field));
  return [...bySite, ...byLabel.map(({ field, certainty }) => ({ field, certainty, tries: [] }))];
}

/** `css` as the site writes it: `:id` stands for the case's. */
function counted(root: ParentNode, css: string, id = ''): { css: string; found: number; hidden: number } {
  const all = queryAll(root, css.replaceAll(':id', CSS.escape(id)));
  return { css, found: all.length, hidden: all.filter((element) => !visible(element)).length };
}

/** Which writes have a form on this page. What leaves by a link or a request leaves no trace before. */
function writesOf(site: PageSite, page: SitePage, ref: CaseRef, root: Document): DebugReport['writes'] {
  const { standing, lost } = formsOf({ site, page, ref, root });
  return site.writes
    .filter(({ kind }) => kind === ref.kind)
    .map(({ id, doors }) => ({
      id,
      state: lost.includes(id)
        ? 'lost'
        : standing.includes(id)
          ? 'seen'
          : doors.includes('form')
            ? 'not-here'
            : 'no-form',
    }));
}

/** A selector that a person taught may hold a word of the page: such a one is left out. */
function withoutWords(report: DebugReport, { fields, entries, attachments, ref }: CaseSnapshot): DebugReport {
  const words = [
    ...fields.map(({ value }) => value),
    ...entries.flatMap(({ author, text }) => [author, text]),
    ...attachments,
    ref.id,
  ].filter((word) => word.length >= TELLING);
  const tells = (css: string) => words.some((word) => css.includes(word));
  return JSON.parse(JSON.stringify(report), (key, value) =>
    ['css', 'editor', 'internal'].includes(key) && typeof value === 'string' && tells(value) ? '…' : value,
  ) as DebugReport;
}
