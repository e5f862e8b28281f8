import type { Word } from '../model/case';
import type { Directory, PageSite } from '../model/site';
import { oneLine } from './visible';

/**
 * The desk's word for an id, from the controls on this page that list both: `<option value=4>Engineering`.
 * Of several the last, for "<< me >>" stands before the person's own name.
 */
export function labelFor(site: PageSite, root: ParentNode, field: string, id: string): string | undefined {
  for (const directory of site.directory) {
    if (directory.field !== field) continue;
    const option = [...root.querySelectorAll(directory.options)].filter((one) => idIn(directory, one) === id).pop();
    if (option) return wordIn(directory, option);
  }
  return undefined;
}

/** The ids that this page's lists give for a word of a field. */
export function idsFor(site: PageSite, root: ParentNode, field: string, word: string): string[] {
  const lists = site.directory.filter((directory) => directory.field === field);
  return lists.flatMap((directory) => {
    const options = [...root.querySelectorAll(directory.options)].filter((one) => wordIn(directory, one) === word);
    return options.flatMap((one) => idIn(directory, one) || []);
  });
}

function idIn({ id = 'value', after }: Directory, option: Element): string | null | undefined {
  const text = option.getAttribute(id);
  return after ? text?.split(after)[1] : text;
}

/** An option without the part that holds the word has none. */
function wordIn({ word }: Directory, option: Element): string {
  return oneLine((word ? option.querySelector(word) : option)?.textContent ?? '');
}

/** The ids that this page lists for a field, each with its word, where that is another; as many and as long as the protocol takes. */
export function listedIds(site: PageSite, root: ParentNode, field: string): Word[] {
  const found = new Map<string, Word>();
  for (const directory of site.directory) {
    if (directory.field !== field) continue;
    for (const option of root.querySelectorAll(directory.options)) {
      const id = idIn(directory, option);
      const label = wordIn(directory, option).slice(0, 300);
      if (id && id.length <= 256 && label && label !== id && found.size < 250) found.set(id, { field, id, label });
    }
  }
  return [...found.values()];
}

/** Every word that this page lists for a field (teams, people), without empty and doubled ones; as many and as long as the protocol takes. */
export function wordsFor(site: PageSite, root: ParentNode, field: string): string[] {
  const words = new Set<string>();
  for (const directory of site.directory) {
    if (directory.field !== field) continue;
    for (const option of root.querySelectorAll(directory.options)) {
      const word = wordIn(directory, option).slice(0, 300);
      if (word && idIn(directory, option) && words.size < 500) words.add(word);
    }
  }
  return [...words];
}
