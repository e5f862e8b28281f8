import { type Lesson, type TaughtField, type TaughtOption, WATCHED_MOST, type Watched } from '../model/lesson';
import { AT_CONTROL, type PageLesson, type Picked, type Shown, type Teaching } from '../model/teaching';
import { caseAt } from './case-at';
import { idsIn } from './case-id';
import { placesIn } from './places';

/** At most so many other cases are looked at. */
const OTHERS = 3;
const OPTIONS = 2000;
/** Fields that say what kind of record it is: only deals have stages. */
const DEAL = 'stage';

type Begin = { url: string; name: string; side: Teaching['side'] };

/** A lesson on this page, before anything was pointed at. */
export function begin({ url, name, side }: Begin): Teaching {
  const caseId = idsIn(url)[0]?.id;
  const { origin } = new URL(url);
  const lesson: Lesson = {
    origin,
    url,
    name: name.slice(0, 80),
    kind: 'ticket',
    ...(caseId ? { caseId } : {}),
    fields: [],
    watched: [],
    tried: [],
  };
  return { lesson, step: 'fields', side, watching: false, looked: false, found: [] };
}

/** What the page needs to know of it. */
export function forPage({ lesson, step, side, aim, watching, looked }: Teaching): PageLesson {
  return { step, side, watching, looked, fields: lesson.fields, ...(aim ? { aim } : {}) };
}

/** The page shows this address now. Until Baton watches, the case in front is the one that is taught. */
export function moved(teaching: Teaching, url: string): Teaching {
  const { lesson, step, watching } = teaching;
  if (step === 'others' || watching || url === lesson.url || lesson.watched.length > 0) return teaching;
  const same = caseAt(lesson, url);
  if (!same && lesson.fields.length > 0) return teaching;
  const { caseId: _, ...rest } = lesson;
  const id = same ?? idsIn(url)[0]?.id;
  return { ...teaching, lesson: { ...rest, url, ...(id ? { caseId: id } : {}) } };
}

/** What was pointed at; what Baton had found for it by itself counts no more. */
export function picked({ aim: _, lost: __, ...teaching }: Teaching, what: Picked): Teaching {
  if ('control' in what) return { ...teaching, lesson: atControl({ ...teaching.lesson, control: what.control }) };
  const { field } = what;
  return {
    ...teaching,
    found: teaching.found.filter((name) => name !== field.field),
    lesson: withFields(teaching.lesson, [...without(teaching.lesson.fields, field.field), field]),
  };
}

/** A request that says an id alone is of little use, for playbooks wait for words: the control is held, where the person pointed at one. */
function atControl(lesson: Lesson): Lesson {
  return lesson.control && placesIn(lesson)[0]?.sure === 'guess' ? { ...lesson, chosen: AT_CONTROL } : lesson;
}

/** Fields that the page names itself, once; what was pointed at before stays. */
export function found(teaching: Teaching, fields: readonly TaughtField[]): Teaching {
  if (teaching.looked) return teaching;
  const more = fields.filter(({ field }) => !teaching.lesson.fields.some((one) => one.field === field));
  return {
    ...teaching,
    looked: true,
    found: more.map(({ field }) => field),
    lesson: withFields(teaching.lesson, [...teaching.lesson.fields, ...more]),
  };
}

export function dropped(teaching: Teaching, field: string): Teaching {
  return {
    ...teaching,
    found: teaching.found.filter((name) => name !== field),
    lesson: withFields(teaching.lesson, without(teaching.lesson.fields, field)),
  };
}

/** What the fields show now: while Baton watches, what the handoff made of them; later, what another case shows. */
export function shows(teaching: Teaching, { url, values, options }: Shown): Teaching {
  const { lesson } = teaching;
  if (teaching.watching) {
    if (caseAt(lesson, url) !== lesson.caseId) return teaching;
    const after = { ...lesson.after, ...values };
    return { ...teaching, lesson: { ...lesson, after, options: joined(lesson.options ?? [], options) } };
  }
  if (teaching.step !== 'others') {
    const fields = lesson.fields.map((one) => ({ ...one, read: values[one.field] ?? one.read }));
    return lesson.watched.length > 0 ? teaching : { ...teaching, lesson: { ...lesson, fields } };
  }
  const id = caseAt(lesson, url);
  if (!id || id === lesson.caseId) return teaching;
  const others = lesson.tried.filter((one) => one.id !== id);
  return { ...teaching, lesson: { ...lesson, tried: [...others, { url, id, values }].slice(-OTHERS) } };
}

/** Baton begins to watch: what is seen from now on is all that counts. */
export function watching(before: Teaching, shown: Shown | undefined): Teaching {
  const { after: _, chosen: __, ...rest } = before.lesson;
  const bare = { ...withoutAim(before), watching: false, lesson: { ...rest, watched: [] } };
  const teaching = shown ? moved(bare, shown.url) : bare;
  const { lesson } = teaching;
  const read = Object.fromEntries(lesson.fields.map(({ field, read: text }) => [field, text]));
  const here = shown && caseAt(lesson, shown.url) === lesson.caseId;
  return {
    ...teaching,
    watching: true,
    lesson: { ...lesson, before: here ? shown.values : read, options: shown?.options ?? [] },
  };
}

/** Nothing is being pointed at. */
export function withoutAim({ aim: _, ...teaching }: Teaching): Teaching {
  return teaching;
}

/** One more request left. Of more than can be kept the newest stay. */
export function watched(teaching: Teaching, one: Watched): Teaching {
  if (!teaching.watching) return teaching;
  const { chosen, ...lesson } = teaching.lesson;
  const next = { ...lesson, watched: [...lesson.watched, one].slice(-WATCHED_MOST) };
  // What was chosen has its number for as long as none before it went.
  const stays = chosen !== undefined && lesson.watched.length < WATCHED_MOST;
  return { ...teaching, lesson: stays ? { ...next, chosen } : atControl(next) };
}

function withFields(lesson: Lesson, fields: TaughtField[]): Lesson {
  return { ...lesson, fields: fields.slice(-20), kind: fields.some(({ field }) => field === DEAL) ? 'deal' : 'ticket' };
}

const without = (fields: readonly TaughtField[], name: string) => fields.filter(({ field }) => field !== name);

function joined(before: readonly TaughtOption[], more: readonly TaughtOption[]): TaughtOption[] {
  const all = new Map([...before, ...more].map((one) => [`${one.field} ${one.id}`, one]));
  return [...all.values()].slice(-OPTIONS);
}
