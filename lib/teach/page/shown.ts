import { readFirst } from '../../capture/read';
import { oneLine } from '../../capture/visible';
import type { TaughtField, TaughtOption } from '../../model/lesson';
import type { Shown } from '../../model/teaching';

const MOST = 2000;
/** Entries of menus that pages draw themselves, and where they keep the id. */
const ENTRIES = '[role=option], [role=menuitem], [role=menuitemradio]';
const IDS = ['data-value', 'data-id', 'value'];

/** What the fields show now, a list what is chosen in it, and the words of lists for their ids. */
export function shownOn(page: Document, fields: readonly TaughtField[]): Shown {
  const values: Shown['values'] = {};
  const options: TaughtOption[] = [];
  const lists = [...page.querySelectorAll('select')].map(ofSelect);
  const menu = [...page.querySelectorAll(ENTRIES)].map(ofEntry).filter(({ id }) => id !== '');
  for (const { field, tries, read } of fields) {
    const live = tries.map((one) => (one.read === 'came' ? { ...one, read: 'value' as const } : one));
    const text = readFirst(page, live)?.text.slice(0, 4000);
    if (text !== undefined) values[field] = text;
    // A list that has the field's own value is one of that field's values.
    for (const list of [...lists, menu])
      if (list.some(({ label }) => label !== '' && (label === text || label === read)))
        options.push(...list.map((one) => ({ field, ...one })));
  }
  return { url: page.URL.slice(0, 4000), values, options: options.slice(0, MOST) };
}

function ofSelect(list: HTMLSelectElement) {
  return [...list.options].map((one) => ({ id: one.value.slice(0, 256), label: wordsOf(one) }));
}

function ofEntry(entry: Element) {
  const id = IDS.map((name) => entry.getAttribute(name)).find(Boolean) ?? '';
  return { id: id.slice(0, 256), label: wordsOf(entry) };
}

const wordsOf = ({ textContent }: Element): string => oneLine((textContent ?? '').slice(0, 1000)).slice(0, 300);
