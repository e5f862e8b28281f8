import { oneLine } from '../visible';
import type { Look } from './look';

const FILE =
  /\.(png|jpe?g|gif|webp|heic|pdf|txt|log|csv|xlsx?|docx?|zip|gz|7z|har|json|xml|eml|msg|mp4|mov)(?:\s*\(.*\))?$/i;

/** Names of files that the page offers to be taken: links that say so, and links whose words are a file's name. */
export function filesOn({ all, sees }: Look): string[] {
  const names = new Set<string>();
  for (const link of all('a[href]')) {
    const name = oneLine((link.textContent ?? '').slice(0, 400)).slice(0, 300);
    const offered = link.hasAttribute('download') || FILE.test(name);
    if (name !== '' && offered && names.size < 100 && sees(link)) names.add(name);
  }
  return [...names];
}
