import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import { Playbook } from '../model/playbook';
import { isError, lintPlaybook } from '../rules/playbook-lint';

/** The version of the file that this Baton writes, and the newest that it reads. */
const VERSION = 1;
/** Larger than any playbooks that people wrote, in characters. */
export const FILE_LIMIT = 128_000;
/** Deeper than any condition that a person can follow. */
const DEPTH = 24;
const MOST = 40;

export type PlaybookFileProblem = {
  why: 'too-big' | 'too-deep' | 'not-json' | 'not-playbooks' | 'newer' | 'broken' | 'unsound' | 'twice';
  /** Where it is wrong, counted from one. */
  line?: number;
  /** The part that is wrong, by the names on the way to it. */
  at?: string;
  /** What is wrong with it: the schema's words, or the lint's code. */
  detail?: string;
};
export type PlaybookFile = { ok: true; playbooks: Playbook[] } | ({ ok: false } & PlaybookFileProblem);

/** The playbooks as a file's text, to be read by `readPlaybookFile` anywhere. */
export function writePlaybookFile(playbooks: readonly Playbook[]): string {
  return `${JSON.stringify({ baton: 'playbooks', version: VERSION, playbooks }, null, 2)}\n`;
}

/**
 * Playbooks from a text that strangers may have sent: all of them, or the first thing that is wrong, with its line. Never throws.
 * Size and depth are looked at before anything is parsed.
 */
export function readPlaybookFile(text: string): PlaybookFile {
  if (text.length > FILE_LIMIT) return { ok: false, why: 'too-big' };
  if (depthOf(text) > DEPTH) return { ok: false, why: 'too-deep' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-json', ...firstError(text) };
  }
  const head = z
    .object({ baton: z.literal('playbooks'), version: z.number(), playbooks: z.unknown() })
    .safeParse(value);
  if (!head.success) return { ok: false, why: 'not-playbooks' };
  if (head.data.version > VERSION) return { ok: false, why: 'newer' };
  const read = Shape.safeParse(value);
  if (!read.success) {
    const { path, message } = innermost(read.error.issues[0] as z.core.$ZodIssue);
    return { ok: false, why: 'broken', ...place(text, path), detail: message.slice(0, 300) };
  }
  return sound(read.data.playbooks, text);
}

/** Playbooks as a company's policy may hold them: the text of a file, what stands in that, or one playbook alone. Never throws on JSON. */
export function readPlaybooks(value: unknown): PlaybookFile {
  if (typeof value === 'string') return readPlaybookFile(value);
  const isFile = typeof value === 'object' && value !== null && 'baton' in value;
  return readPlaybookFile(
    JSON.stringify(isFile ? value : { baton: 'playbooks', version: VERSION, playbooks: [value] }),
  );
}

const Shape = z.strictObject({
  // Named by editors that check files against it.
  $schema: z.string().max(500).optional(),
  baton: z.literal('playbooks'),
  version: z.literal(VERSION),
  playbooks: z.array(Playbook).min(1).max(MOST),
});

/** The file's shape, for the schema that is published with Baton. */
export const PlaybookFileShape = Shape;

function sound(playbooks: Playbook[], text: string): PlaybookFile {
  for (const [n, playbook] of playbooks.entries()) {
    const path = ['playbooks', n];
    if (playbooks.findIndex(({ id }) => id === playbook.id) !== n)
      return { ok: false, why: 'twice', ...place(text, [...path, 'id']), detail: playbook.id };
    const detail = lintPlaybook(playbook).find(isError);
    if (detail) return { ok: false, why: 'unsound', ...place(text, path), detail };
  }
  return { ok: true, playbooks };
}

/** The part of a choice between shapes that came nearest: the one that goes deepest into the value. */
function innermost(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flatMap(([first]) => (first ? [innermost(first)] : []))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return inner && inner.path.length > 0 ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

/** How deep lists and objects stand in each other, without parsing: what is deeper may be made to overflow a parser. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inText) {
      if (char === '\\') at += 1;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

function firstError(text: string): { line?: number; detail?: string } {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const first = errors[0];
  return first ? { line: lineAt(text, first.offset), detail: printParseErrorCode(first.error) } : {};
}

/** Where a path stands in the text; of a part that is not there, the nearest that is. */
function place(text: string, path: readonly PropertyKey[]): { line?: number; at: string } {
  const tree = parseTree(text);
  const names = path.filter((name) => typeof name !== 'symbol');
  for (let length = names.length; tree && length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, names.slice(0, length));
    if (node) return { line: lineAt(text, node.offset), at: names.join('.') };
  }
  return { at: names.join('.') };
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
