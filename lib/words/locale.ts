import { say } from './say';

/** The language of the sentences themselves, which is not the browser's where no translation exists. */
export function language(): string {
  const tag = say('ui_language');
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag) ? tag : 'en';
}

export function direction(): 'ltr' | 'rtl' {
  return say('ui_direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** The locale for dates and numbers: the person's own region where it speaks the language of the sentences. */
export function locale(): string {
  const own = globalThis.navigator?.language ?? '';
  const words = language();
  return own.split('-')[0] === words.split('-')[0] ? own : words;
}
