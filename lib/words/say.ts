import type messages from '../../public/_locales/en/messages.json';

/** Every sentence on screen has a key in the locale files; the type comes from the English one and costs nothing at run time. */
export type WordKey = keyof typeof messages;

/** The part of the extension API used here: the same in Chromium and Firefox, in pages of ours and in content scripts. */
declare const chrome: { i18n?: { getMessage(key: string, subs?: string[]): string } } | undefined;

/** The sentence of a key that may not exist (made from data, such as an error code); undefined where there is none. */
export function sayIfKnown(key: string, ...subs: string[]): string | undefined {
  return globalThis.chrome?.i18n?.getMessage(key, subs) || undefined;
}

/** The sentence of a key in the browser's language. Without an extension around it (unit tests) the key and its parts. */
export function say(key: WordKey, ...subs: string[]): string {
  return sayIfKnown(key, ...subs) ?? [key, ...subs].join(' ');
}
