import { readFirst } from '../../capture/read';
import type { TaughtField } from '../../model/lesson';
import type { Aim, Picked } from '../../model/teaching';
import { anchorsFor, controlAnchors, labelOf } from '../anchors';

/** What a person pointed at, as it can be found again; null where nothing on the page tells the place from others. */
export function pickedAs(page: Document, aim: Aim, element: Element): Picked | null {
  if ('field' in aim) {
    const field = taughtField(page, aim.field, element);
    return field && { field };
  }
  const tries = controlAnchors(element).slice(0, 6);
  return tries.length > 0 ? { control: { label: (labelOf(element) ?? '').slice(0, 200), tries } } : null;
}

/** The same for a field. */
export function taughtField(page: Document, field: string, element: Element): TaughtField | null {
  const tries = anchorsFor(element).slice(0, 6);
  const read = readFirst(page, tries)?.text.slice(0, 4000);
  const label = labelOf(element)?.slice(0, 200);
  return tries.length > 0 ? { field, ...(label ? { label } : {}), tries, read: read ?? '' } : null;
}
