import file from '../../../public/_locales/en/messages.json';

const english: Record<string, { message: string }> = file;

/** Puts the English sentences where an extension has them, so that tests read what people read. */
export function speakEnglish(overrides: Record<string, string> = {}): void {
  const getMessage = (key: string, subs: string[] = []) =>
    (overrides[key] ?? english[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => subs[Number(n) - 1] ?? '');
  const chrome = (globalThis as { chrome?: object }).chrome;
  (globalThis as { chrome?: object }).chrome = { ...chrome, i18n: { getMessage } };
}
