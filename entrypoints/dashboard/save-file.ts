import { isoDay } from '../../lib/words/dates';

/** Hands the person a JSON file, named by what is in it and the day. */
export function saveFile(parts: string[], name: string, now: number): void {
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `baton-${name}-${isoDay(new Date(now))}.json`;
  link.click();
  // The browser has taken the file by the next turn at the latest; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
