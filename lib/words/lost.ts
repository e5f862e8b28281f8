type File = Record<string, { message: string }>;

/** The part of the extension API used here, in pages of ours. */
declare const chrome: {
  i18n: { getUILanguage(): string; getMessage(key: string, subs?: string[]): string };
  runtime: { getManifest(): { default_locale?: string } };
};

/** A chunk for each language. */
const files = import.meta.glob<File>('../../public/_locales/*/messages.json', { import: 'default' });

/**
 * Gives a page of ours its sentences where the browser has none. Chromium keeps an extension's words once in each process, and keeps too
 * that it got none: a worker that asks for one while its extension is unloaded leaves the next version without any, for as long as the
 * process lives. Not for the worker: it may load nothing later.
 */
export async function findLostWords(): Promise<void> {
  const language = chrome.i18n.getUILanguage().replaceAll('-', '_');
  // As the browser does: what a region does not say is said as in its language, and the rest as in the extension's own.
  const tags = [chrome.runtime.getManifest().default_locale, language.split('_')[0], language];
  const found = await Promise.all(tags.map((tag) => files[`../../public/_locales/${tag}/messages.json`]?.()));
  const words: File = Object.assign({}, ...found);
  const { getMessage } = chrome.i18n;
  // In the browser's own place: every script of the page asks there.
  chrome.i18n.getMessage = (key, subs = []) =>
    getMessage(key, subs) || (words[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => subs[Number(n) - 1] ?? '');
}
