import { z } from 'zod';
import type { Body } from './attempt';
import { CaseKind, FieldName } from './case';
import { Css, Try } from './site-parts';

/** Bounds of what a lesson keeps: a request's text, and how many requests a handoff may make while Baton watches. */
export const WATCHED_TEXT = 100_000;
export const WATCHED_MOST = 40;

/** A field that a person pointed at: its name, the ways to find it, the surest first, and what was read there. */
export const TaughtField = z.strictObject({
  field: FieldName,
  /** The page's own name for it, where it has one: "Assigned group". */
  label: z.string().max(200).optional(),
  tries: z.array(Try).min(1).max(6),
  read: z.string().max(4000),
});
export type TaughtField = z.infer<typeof TaughtField>;

/** The control that hands over, as the person pointed at it. */
export const TaughtControl = z.strictObject({ label: z.string().max(200), tries: z.array(Css).min(1).max(6) });
export type TaughtControl = z.infer<typeof TaughtControl>;

const Fields = z.record(z.string().max(200), z.array(z.string().max(WATCHED_TEXT)));
const WatchedBody = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('none') }),
  z.strictObject({
    as: z.literal('fields'),
    fields: Fields,
    files: z.array(z.object({ name: z.string(), size: z.number(), type: z.string() })),
  }),
  z.strictObject({ as: z.literal('json'), json: z.json() }),
  z.strictObject({ as: z.literal('text'), text: z.string().max(WATCHED_TEXT) }),
  z.strictObject({ as: z.literal('unread'), why: z.string().max(200) }),
]) satisfies z.ZodType<Body>;

/** A request that left the page while the person handed over. */
export const Watched = z.strictObject({
  door: z.enum(['form', 'link', 'wire']),
  method: z.string().max(10),
  url: z.url().max(4000),
  body: WatchedBody,
  /** The name of the button that sent a form. */
  submitter: z.string().max(200).optional(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type Watched = z.infer<typeof Watched>;

/** An option of a list on the page: the desk's word for an id. */
export const TaughtOption = z.strictObject({ field: FieldName, id: z.string().max(256), label: z.string().max(300) });
export type TaughtOption = z.infer<typeof TaughtOption>;

/** What the fields showed on a page. */
export const TaughtValues = z.record(FieldName, z.string().max(4000));
export type TaughtValues = z.infer<typeof TaughtValues>;

/** What another case showed, when the person tried what was taught. */
export const Tried = z.strictObject({ url: z.url().max(4000), id: z.string().max(128), values: TaughtValues });
export type Tried = z.infer<typeof Tried>;

/**
 * What a person showed Baton of one desk's pages, until it is a site: kept in the background, so that a page that is loaded anew between
 * two steps loses nothing.
 */
export const Lesson = z.strictObject({
  origin: z.url().max(300),
  /** The page that was pointed at. */
  url: z.url().max(4000),
  /** What the desk is called: the person's word, or the page's host. */
  name: z.string().trim().min(1).max(80),
  kind: CaseKind,
  /** The case's id as it stands in the address; the person's own choice where several parts may be it. */
  caseId: z.string().min(1).max(128).optional(),
  fields: z.array(TaughtField).max(20),
  control: TaughtControl.optional(),
  /** The fields when the watching began, and after it. */
  before: TaughtValues.optional(),
  after: TaughtValues.optional(),
  options: z.array(TaughtOption).max(2000).optional(),
  watched: z.array(Watched).max(WATCHED_MOST),
  /** Which of the watched requests hands over, and where the changed value stands in it, where the person chose. */
  chosen: z.number().int().nonnegative().optional(),
  tried: z.array(Tried).max(3),
});
export type Lesson = z.infer<typeof Lesson>;
