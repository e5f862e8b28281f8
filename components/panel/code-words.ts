import { say, sayIfKnown } from '../../lib/words/say';

/** What went wrong and what to do, for a code of the background; a code without a sentence gets the general one. */
export function codeWords(code: string): string {
  return sayIfKnown(`panel_code_${code.replaceAll('-', '_')}`) ?? say('panel_code_other', code);
}
