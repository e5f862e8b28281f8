import { pageOf } from '../capture/page';
import type { Lesson, TaughtField } from '../model/lesson';
import { type Directory, type HeldControl, Site, type SiteField, type SitePage, type Try } from '../model/site';
import { runtimeSite } from '../sites/runtime';
import { idsIn, pagePath } from './case-id';
import { placesIn, type TaughtPlace } from './places';
import { quoted } from './quoted';
import { HANDS_OVER } from './wanted';

export type FromLesson =
  | { ok: true; site: Site }
  | { ok: false; why: 'no-case' | 'no-field' | 'no-write' | 'not-a-site' };

/** What a snapshot takes of a site's id. */
const LONGEST_ID = 64;
/** A site's selector, at most. */
const LONGEST_CSS = 400;

/**
 * The site that a lesson describes, as data like that of the sites that come with Baton; or why there is none yet. `now`, in milliseconds
 * since 1970, is when it was taught. Nothing of what the case said goes into it.
 */
export function siteFrom(lesson: Lesson, now = Date.now()): FromLesson {
  const id = lesson.caseId ?? idsIn(lesson.url)[0]?.id;
  const at = id === undefined ? null : pagePath(lesson.url, id);
  if (id === undefined || !at) return { ok: false, why: 'no-case' };
  if (lesson.fields.length === 0) return { ok: false, why: 'no-field' };
  const places = placesIn(lesson);
  const place =
    places.find(({ watched }) => watched === lesson.chosen) ?? (lesson.chosen === undefined ? places[0] : undefined);
  const control = place ? undefined : heldControl(lesson);
  if (!place && !control) return { ok: false, why: 'no-write' };
  const { host } = new URL(lesson.url);
  const page: SitePage = {
    id: 'case',
    ...at,
    kind: lesson.kind,
    full: true,
    shows: lesson.fields.map(({ field }) => field),
  };
  const made = Site.safeParse({
    id: siteId(host),
    name: lesson.name,
    reality: { level: 'read', note: noteOf(now) },
    hosts: [host],
    marks: [],
    pages: [page],
    me: [],
    fields: lesson.fields.map(fieldFrom),
    directory: directoryOf(lesson, place),
    rows: [],
    caseUrl: caseUrlOf(page),
    nobody: [],
    writes: place ? [place.write] : [],
    ...(control ? { holdAt: [control] } : {}),
  });
  if (!made.success) return { ok: false, why: 'not-a-site' };
  const shown = pageOf(runtimeSite(made.data), lesson.url)?.ref;
  return shown?.id === id ? { ok: true, site: made.data } : { ok: false, why: 'no-case' };
}

/** Found by chance alone, a value is a guess that the person confirms. */
const BY_CHANCE = /^(?!h1$)[^#.[]*$|^[^#[]*:nth-/;

function fieldFrom({ field, tries }: TaughtField): SiteField {
  const chance = tries.every(({ css, label }) => !label && BY_CHANCE.test(css));
  return { field, tries, certainty: chance ? 'guess' : 'certain', ...(tries[0] ? { anchor: tries[0].css } : {}) };
}

/** One site for a host: what is taught anew takes its place. */
export function siteId(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `taught-${name}`.slice(0, LONGEST_ID);
}

function noteOf(now: number): string {
  return `Taught on ${new Date(now).toISOString().slice(0, 10)} by pointing at a page and handing over once.`;
}

/** Where a case is read again; none where its address holds what only that case has. */
function caseUrlOf({ path, hash, query, case: place, kind }: SitePage): Site['caseUrl'] {
  // As written: "#/tickets/118", or "#!/tickets/118".
  const whole = path + (hash ? `#${hash.startsWith('/!/') ? hash.slice(1) : hash}` : '');
  if (!kind || !place || /:title|:#?p\d+/.test(whole.split(/:#?id/)[1] ?? '')) return {};
  const asked = Object.entries(query ?? {}).map(
    ([name, [value]]) => `${name}=${value === undefined ? ':id' : encodeURIComponent(value)}`,
  );
  const bare = whole.replaceAll(':#', ':');
  return { [kind]: asked.length > 0 ? bare.replace(/(?=#)|$/, `?${asked.join('&')}`) : bare };
}

/** Read by what it came with. */
const isList = ({ tries }: TaughtField) => tries.some(({ read }) => read === 'came');

const isControl = (read: Try['read']) => read === 'came' || read === 'value';

/** The lists in which the page gives its words for ids: those that were pointed at, and the one that sends the value. */
function directoryOf({ fields, options = [] }: Lesson, place: TaughtPlace | undefined): Directory[] {
  const hasWords = (field: string) => options.some((one) => one.field === field);
  const lists = fields.flatMap(({ field, tries }) =>
    tries
      .filter(({ read, css }) => isControl(read) && !css.includes('>>>') && hasWords(field))
      .map(({ css }) => ({ field, options: `${css} option` })),
  );
  const sent = (place?.write.changes ?? []).flatMap(({ field, to }) =>
    'body' in to && hasWords(field) ? [{ field, options: `select[name=${quoted(to.body)}] option` }] : [],
  );
  const all = [...lists, ...sent].filter(({ options: css }) => css.length <= LONGEST_CSS);
  return all.filter(
    (one, n) => all.findIndex((other) => other.field === one.field && other.options === one.options) === n,
  );
}

/** The control that hands over, stopped at its press: for a desk whose request does not say which case goes where. */
function heldControl({ control, fields, kind }: Lesson): HeldControl | null {
  // A control may stand in a shadow root: the press is looked for along its path, by what stands in the innermost.
  const all = (control?.tries ?? []).map((css) => css.split('>>>').at(-1) as string);
  const css = all.reduce(
    (joined, one) => (joined.length + one.length + 2 > LONGEST_CSS ? joined : [joined, one].filter(Boolean).join(', ')),
    '',
  );
  if (css === '') return null;
  const moving = fields.filter(({ field }) => HANDS_OVER.includes(field));
  const asked = moving.length > 0 ? moving : fields;
  const lists = asked.filter(isList);
  const others = asked.filter((one) => !isList(one)).map(({ field }) => field);
  const listOf = (tries: readonly Try[]) => tries.find(({ read }) => read === 'came')?.css ?? '';
  return {
    id: 'handover',
    css,
    on: ['click'],
    kind,
    case: { page: true },
    ...(others.length > 0 ? { differs: others } : {}),
    // A list is read by what it came with, so what is chosen in it now is asked of the list itself.
    ...(lists.length > 0 ? { changes: lists.map(({ field, tries }) => ({ field, to: { css: listOf(tries) } })) } : {}),
  };
}
