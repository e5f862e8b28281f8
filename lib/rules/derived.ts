import type { Entry } from '../model/case';
import type { AnswerBy } from '../model/handoff';
import { isNobody } from './evidence/nobody';
import { hasVisible } from './plain-text';
import type { Situation } from './situation';

/** A text that an answer can be filled in from, and how far it may be trusted. */
export type Source = { text: string; id: string | undefined; by: AnswerBy; where: string; at: number };

const DERIVED = [
  '@lastCustomerMessage',
  '@lastPublicReply',
  '@internalNotes',
  '@attachments',
  '@receiver',
  '@url',
] as const;
type Derived = (typeof DERIVED)[number];

export function isDerived(name: string): name is Derived {
  return (DERIVED as readonly string[]).includes(name);
}

/** What Baton derives from the case. Conversation texts are guesses: only a person knows whether they answer the question. */
export function sourceOf(name: Derived, situation: Situation): Source[] {
  const text = derivedText(name, situation);
  if (!hasVisible(text)) return [];
  const stands = name === '@url' || name === '@attachments' || name === '@receiver';
  const at = name === '@url' || name === '@receiver' ? situation.now : (situation.snapshot?.seenAt ?? situation.now);
  return [{ text, id: undefined, by: stands ? 'captured' : 'guess', where: name, at }];
}

function derivedText(name: Derived, { snapshot, changes, url }: Situation): string {
  const entries = snapshot?.entries ?? [];
  switch (name) {
    case '@lastCustomerMessage':
      return lastOf(entries, 'customer');
    case '@lastPublicReply':
      return lastOf(entries, 'public');
    case '@internalNotes':
      return newest(entries, 20_000);
    case '@attachments':
      return (snapshot?.attachments ?? []).join('\n');
    case '@receiver': {
      const receiver = changes.findLast(({ field }) => field === 'owner')?.to.label ?? '';
      return isNobody(receiver) ? '' : receiver;
    }
    case '@url':
      return url;
  }
}

/** Entries are in the order of the conversation, oldest first. */
function lastOf(entries: readonly Entry[], kind: Entry['kind']): string {
  return entries.findLast((entry) => entry.kind === kind && hasVisible(entry.text))?.text ?? '';
}

/** The newest internal notes that fit into `max` characters, oldest first, a blank line between them. */
function newest(entries: readonly Entry[], max: number): string {
  const texts: string[] = [];
  let room = max;
  for (const { text } of entries.filter((entry) => entry.kind === 'internal' && hasVisible(entry.text)).reverse()) {
    room -= text.length + 2;
    if (room < 0 && texts.length > 0) break;
    texts.unshift(text);
  }
  return texts.join('\n\n');
}
