import type { PageSite } from '../model/site';
import { oneLine } from './visible';

/** The desk's word for an id, from the controls on this page that list both: `<option value=4>Engineering`. */
export function labelFor(site: PageSite, root: ParentNode, field: string, id: string): string | undefined {
  for (const directory of site.directory) {
    if (directory.field !== field) continue;
    for (const option of root.querySelectorAll(directory.options)) {
      if (option.getAttribute(directory.id ?? 'value') === id) return oneLine(option.textContent ?? '');
    }
  }
  return undefined;
}

/** Every word that this page lists for a field (teams, people), without empty and doubled ones; as many and as long as the protocol takes. */
export function wordsFor(site: PageSite, root: ParentNode, field: string): string[] {
  const words = new Set<string>();
  for (const directory of site.directory) {
    if (directory.field !== field) continue;
    for (const option of root.querySelectorAll(directory.options)) {
      const word = oneLine(option.textContent ?? '').slice(0, 300);
      if (word && option.getAttribute(directory.id ?? 'value') && words.size < 500) words.add(word);
    }
  }
  return [...words];
}
