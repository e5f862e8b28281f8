import type { Body } from '../../model/attempt';
import { fieldsBody, lengthOf, understood, WHOLE_LIMIT } from '../body';
import type { WireBody } from '../wire-protocol';
import type { Matched } from '../writes';
import { type Asked, countedFields, encodedFields, type Fields, isMultipart, multipartFields } from './fields';
import { Broken, readJson, TooLarge } from './json';
import { atOnce, inTurns, type Work } from './pace';
import { Pieces } from './pieces';
import { wantedBy } from './wanted';

/**
 * What the wire sent of the body of a request that may be these writes. Of a long one only what they need is read: a pasted picture
 * costs next to nothing. Later, where even that takes long; never later, where the answer is needed `now`.
 */
export function understoodFor(body: WireBody, matched: readonly Matched[], now: boolean): Body | Promise<Body> {
  if (!('as' in body) || lengthOf(body.texts ?? []) <= WHOLE_LIMIT) return understood(body);
  const work = readFor(body, matched);
  return now ? atOnce(work) : inTurns(work);
}

type TextBody = Extract<WireBody, { as: string }>;

function* readFor({ as, texts = [], files = {} }: TextBody, matched: readonly Matched[]): Work<Body> {
  const text = new Pieces(texts);
  const wanted = wantedBy(matched);
  const asked: Asked = (name) => wanted.fields.get(name);
  try {
    if (as !== 'text')
      return fields(yield* (as === 'form' ? encodedFields : countedFields)(text, asked), Object.values(files));
    const beginning = text.slice(0, 1_000);
    if (/^\s*[[{]/.test(beginning)) return { as: 'json', json: yield* readJson(text, [wanted.json]) };
    if (isMultipart(beginning)) return fields(yield* multipartFields(text, asked));
    if (/^[^\s=&]+=/.test(beginning)) return fields(yield* encodedFields(text, asked));
  } catch (error) {
    if (!(error instanceof Broken))
      return { as: 'unread', why: error instanceof TooLarge ? 'too large' : 'not readable' };
  }
  return { as: 'text', text: '' };
}

const fields = ({ pairs, files }: Fields, beside = files): Body => fieldsBody(pairs, beside);
