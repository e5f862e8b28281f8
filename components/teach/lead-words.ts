import type { TeachPlace } from '../../lib/model/teaching';
import { locale } from '../../lib/words/locale';
import { say, sayIfKnown } from '../../lib/words/say';

const TROUBLE: Record<string, string> = {
  'no-case': say('teach_lacks_case'),
  'no-field': say('teach_lacks_field'),
  'no-write': say('teach_lacks_write'),
  'not-a-site': say('teach_lacks_site'),
  'teach-not-here': say('teach_not_here'),
};

/** Why something cannot be done, in a sentence. */
export function troubleWords(code: string): string {
  return TROUBLE[code] ?? say('teach_gone');
}

/** A field as people call it; one that Baton does not know stands under its own name. */
export function fieldWords(field: string): string {
  const words = sayIfKnown(`field_${field}`) ?? field;
  return words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);
}

/** "PUT /api/tickets/7 sets Team to Engineering". */
export function placeWords({ method, path, field, value, word, sure }: TeachPlace): string {
  const request = `${method} ${path}`;
  if (sure === 'guess') return say('teach_place_guess', request, value, fieldWords(field));
  return say('teach_place', request, fieldWords(field), word ?? value);
}
