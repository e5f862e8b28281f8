import type { Entry } from '../../model/case';
import { NEWEST } from '../conversation';
import { manyLines, oneLine } from '../visible';
import { authorOf } from './author';
import { type Block, type Group, groupsOf } from './groups';
import { type Look, shownIn } from './look';
import { momentOf, timesOn } from './times';

/** Groups of blocks that are looked at more closely, and how many blocks of each. */
const GROUPS = 4;
const TRIED = 3;
/** A message may be long, but not a whole page. */
const NODES = 1_000;
const LONGEST = 20_000;
const CHILDREN = 100;

const ASIDE = 'button, menu, nav, form, footer, svg, img, [role=button], [role=toolbar], [role=menu]';
const INLINE = 'a, span, small, b, strong, em, i, sup, label, abbr, time';
const BADGE = '[class*=badge i], [class*=label i], [class*=tag i], [class*=type i]';
const INTERNAL = /(^|[\s_-])(internal|private|intern|interne[rs]?|privat|priv[ée]e?|interno)([\s_-]|$)|\bnotes?\b/i;
const CUSTOMER = /(^|[\s_-])(customer|client|requester|end-?user|visitor|kunde|cliente)([\s_-]|$)/i;
const PUBLIC =
  /(^|[\s_-])(public|reply|replied|outgoing|outbound|agent-?reply|öffentlich|antwort|publique|réponse|público|respuesta)([\s_-]|$)/i;
const EVENT = /(^|[\s_-])(event|system|activity|history|log|change)([\s_-]|$)/i;

/** The conversation: blocks side by side that each name somebody, a time and a text. The newest, oldest first. */
export function talkOn(look: Look, requester: string): Entry[] {
  const blocks = groupsOf(timesOn(look))
    .slice(0, GROUPS)
    .map((group) => ({ ...group, whole: wholeness(group, look) }))
    .filter(({ whole }) => whole > 0)
    // The same messages are met at several heights: where fewest times stand in a block, it is one message.
    .sort((a, b) => b.whole - a.whole || a.marks - b.marks)[0]?.blocks;
  if (!blocks) return [];
  const [first = 0, last = 0] = [blocks[0], blocks.at(-1)].map((block) => momentOf(block?.mark.at ?? ''));
  const inOrder = first > last ? blocks.toReversed() : blocks;
  return inOrder.slice(-NEWEST).flatMap((block) => entryOf(block, blocks, look, requester) ?? []);
}

/** How many messages a group is: its size, by the share of the blocks tried that have all their parts. */
function wholeness({ blocks }: Group, look: Look): number {
  const tried = blocks.slice(-TRIED);
  const whole = tried.filter((block) => {
    const { author, texts } = look.sees(block.element) ? partsOf(block, blocks, look) : {};
    return author && !texts?.next().done;
  });
  return whole.length * 2 > tried.length ? (blocks.length * whole.length) / tried.length : 0;
}

function entryOf(block: Block, all: readonly Block[], look: Look, requester: string): Entry | null {
  const { element, mark } = block;
  if (!look.sees(element)) return null;
  const { author, texts } = partsOf(block, all, look);
  let text = '';
  for (const part of texts) if (text.length < LONGEST) text += `${part}\n`;
  if (text === '') return null;
  const id = element.id.slice(0, 128);
  const name = author?.name ?? '';
  return {
    ...(id ? { id } : {}),
    author: name,
    at: oneLine(mark.at).slice(0, 100),
    kind: kindOf(element, look, name !== '' && name === requester),
    text: manyLines(text, LONGEST),
  };
}

function partsOf(block: Block, all: readonly Block[], look: Look) {
  const author = authorOf(block.element, block.mark, look);
  const heads = [block.mark.node, ...(author ? [author.node] : [])];
  return { author, texts: textsOf(block, heads, all, look) };
}

/** What a block says but who and when; where it is only a head, what follows it up to the next one. */
function* textsOf({ element }: Block, heads: readonly Node[], all: readonly Block[], look: Look): Generator<string> {
  let found = false;
  for (const text of bodyOf(element, heads, look)) {
    found = true;
    yield text;
  }
  let next = found ? null : element.nextElementSibling;
  for (let n = 0; next && n < 5 && !all.some((one) => one.element === next); n += 1, next = next.nextElementSibling)
    yield* said(next, look);
}

/** The texts beside those that name somebody or a time; a box around all of it is looked into. */
function* bodyOf(block: Element, heads: readonly Node[], look: Look): Generator<string> {
  let inner = block;
  for (let depth = 0; depth < 5; depth += 1) {
    const nodes = [...inner.childNodes].slice(0, CHILDREN);
    const others = nodes.filter((node) => !heads.some((head) => node.contains(head)));
    const boxes = others.filter((node) => node instanceof Element && !node.matches(INLINE));
    let found = false;
    for (const node of boxes.length > 0 ? boxes : others)
      for (const text of said(node, look)) {
        found = true;
        yield text;
      }
    const around = nodes.find((node) => node instanceof Element && heads.some((head) => node.contains(head)));
    if (found || !(around instanceof Element) || heads.includes(around)) return;
    inner = around;
  }
}

/** What a node shows; of one that is very large, what its first children do. */
function* said(node: Node, look: Look, deeper = true): Generator<string> {
  if (node instanceof Text) {
    if (/[\w\u00aa-\uffff]/.test(node.data.slice(0, 500))) yield node.data.slice(0, LONGEST);
  } else if (node instanceof Element && !node.matches(ASIDE) && look.sees(node)) {
    const text = shownIn(node, NODES, LONGEST * 2).trim();
    if (text !== '') yield text;
    else if (deeper) for (const child of [...node.childNodes].slice(0, CHILDREN)) yield* said(child, look, false);
  }
}

/** By the desk's own word for it, in the block's classes or on a badge. */
function kindOf(block: Element, look: Look, byRequester: boolean): Entry['kind'] {
  const classes = block.getAttribute('class') ?? '';
  const badges = [...block.querySelectorAll(BADGE)]
    .slice(0, 5)
    .map((one) => (look.sees(one) ? shownIn(one, 10, 60) : ''));
  const words = `${classes} ${badges.join(' ')}`;
  if (INTERNAL.test(words)) return 'internal';
  if (CUSTOMER.test(words) || byRequester) return 'customer';
  if (EVENT.test(classes)) return 'event';
  return PUBLIC.test(words) ? 'public' : 'unknown';
}
