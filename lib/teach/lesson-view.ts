import type { Lesson } from '../model/lesson';
import type { LessonView, Teaching, TeachPlace } from '../model/teaching';
import { idsIn } from './case-id';
import { placesIn, type TaughtPlace } from './places';
import { siteFrom } from './site-from';

/** What the frame shows of a lesson. What requests carried besides is not among it. */
export function viewOf({ lesson, step, side, aim, watching, found, lost }: Teaching): LessonView {
  const made = siteFrom(lesson);
  const places = placesIn(lesson);
  return {
    step,
    side,
    ...(aim ? { aim } : {}),
    watching,
    found,
    ...(lost ? { lost } : {}),
    host: new URL(lesson.origin).host,
    fields: lesson.fields,
    ...(lesson.control ? { control: lesson.control.label } : {}),
    ...(lesson.caseId ? { caseId: lesson.caseId } : {}),
    ids: idsIn(lesson.url).slice(0, 5),
    requests: lesson.watched.filter(({ door }, n) => door !== 'link' || places.some(({ watched }) => watched === n))
      .length,
    places: places.map((place) => shownPlace(place, lesson)),
    ...(lesson.chosen === undefined ? {} : { chosen: lesson.chosen }),
    ...(made.ok ? {} : { lacks: made.why }),
    tried: lesson.tried.map(({ id, values }) => ({ id, values })),
  };
}

function shownPlace(
  { watched, field, value, sure }: TaughtPlace,
  { watched: all, after, options }: Lesson,
): TeachPlace {
  const { method = '', url = '' } = all[watched] ?? {};
  const option = options?.find((one) => one.field === field && one.id === value)?.label;
  const word = sure === 'label' ? undefined : (option ?? after?.[field]);
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return { watched, field, method, path, value: value.slice(0, 300), sure, ...(word ? { word } : {}) };
}
