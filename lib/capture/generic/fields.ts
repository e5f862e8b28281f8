import type { CapturedField } from '../../model/case';
import type { Labels } from '../../model/reads';
import { oneLine } from '../visible';
import type { Pair } from './pairs';

/** As many as the protocol takes, with room for those that a site names. */
const MOST = 120;
/** What hands a case over. On a page that nobody described it is never certain: nothing may come of it by itself. */
const MOVES = ['team', 'owner', 'status', 'stage'];
/** Written where there is no value. */
const NOTHING = /^([-–—.…?\s]*|n\/a|none|null|not set|keine?|aucune?|ninguno|nessuno)$/i;
/** What a picture that is missing is filled with: "PR Priya Raman". */
const INITIALS = /^(\p{Lu})(\p{Lu})\s+(?=\1\S*\s(?:.*\s)?\2)/u;
const MAIL = /[^\s<>()"',;]{1,64}@[^\s<>()"',;]{1,200}\.[a-z]{2,24}/i;

/** Fields from labels and values: the first that names a field, certain where the page states it and nothing on it says otherwise. */
export function fieldsFrom(pairs: readonly Pair[], { fieldOf }: Labels): CapturedField[] {
  const found = new Map<string, CapturedField>();
  const add = (field: string, value: string, { label, stated }: Pair) => {
    const known = found.get(field);
    if (known) {
      if (oneLine(known.value) !== oneLine(value)) known.certainty = 'guess';
    } else if (found.size < MOST) {
      const certainty = stated && !MOVES.includes(field) ? 'certain' : 'guess';
      found.set(field, { field, value, certainty, where: label });
    }
  };
  for (const pair of pairs) {
    const field = fieldOf(pair.label);
    const value = pair.value.slice(0, 4_000);
    const mail = field === 'requester' ? MAIL.exec(value)?.[0] : undefined;
    const name = mail ? nameBeside(value, mail) : value.replace(INITIALS, '');
    if (field === '' || NOTHING.test(value)) continue;
    if (name) add(field, name, pair);
    if (mail) add('requesterMail', mail, pair);
  }
  return [...found.values()];
}

/** "Dana Whitlock <dana@clinic.example>": the name alone. */
function nameBeside(value: string, mail: string): string {
  return oneLine(value.replace(mail, ' ').replace(/[<>()"[\]]|mailto:/g, ' '));
}
