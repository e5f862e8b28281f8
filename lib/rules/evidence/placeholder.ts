import { barePhrase, bareWord } from './bare';
import { FILLERS } from './filler-words';
import { isMashed } from './mashed';

/**
 * Whether a text only fills its field: a filler word, punctuation alone, one letter or a keyboard row, the label said back.
 * Linear in the text's length.
 */
export function isPlaceholder(text: string, label: string): boolean {
  const phrase = barePhrase(text);
  const word = bareWord(phrase);
  if (word === '' || FILLERS.has(phrase) || FILLERS.has(word)) return true;
  const words = phrase.split(' ');
  // Taken together only where no digits are in it: 2.2.2.2 is an address, 2222 is not.
  const mashed = words.every(isMashed) || (!/\p{N}/u.test(word) && isMashed(word));
  return mashed || words.every(isFiller) || saysBack(word, label);
}

/** One Latin letter says nothing; "n/a, n/a" is taken apart into such. */
function isFiller(word: string): boolean {
  return FILLERS.has(word) || /^[a-z]$/.test(word);
}

function saysBack(word: string, label: string): boolean {
  const name = bareWord(barePhrase(label));
  return name !== '' && word.replaceAll(name, '') === '';
}
