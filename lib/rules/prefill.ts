import type { Answer, AnswerBy } from '../model/handoff';
import type { Criterion } from '../model/playbook';
import { convert } from './convert';
import { isDerived, type Source, sourceOf } from './derived';
import { fold } from './people';
import { cut } from './plain-text';
import type { Situation } from './situation';

/**
 * What the page already says to a criterion, in its own kind; null where nothing on it fits. Sources are tried in the
 * playbook's order. `where` is the desk's own word for the place, or the name of the derived source ("@lastPublicReply").
 */
export function prefill(criterion: Criterion, situation: Situation): Answer | null {
  for (const name of criterion.prefill ?? []) {
    for (const source of isDerived(name) ? sourceOf(name, situation) : capturedSources(name, situation)) {
      const value = convert(criterion, source.text, source.id);
      if (value !== null) return { value, by: source.by, where: cut(source.where, 200), at: source.at };
    }
  }
  return null;
}

/** A desk's own field goes by the words that people gave it: "Go-live date" is GO LIVE DATE or Go_live_date on another desk. */
function isCalled(field: string, name: string): boolean {
  return field === name || (name.includes(' ') && bare(field) === bare(name));
}

const bare = (name: string) => fold(name).replace(/[\s_-]+/g, '');

/** A field that the site names stands; one that was found by generic means waits for a person. */
function capturedSources(field: string, { snapshot }: Situation): Source[] {
  return (snapshot?.fields ?? [])
    .filter((captured) => isCalled(captured.field, field))
    .map(({ value, id, certainty, where }) => {
      const by: AnswerBy = certainty === 'certain' ? 'captured' : 'guess';
      return { text: value, id, by, where, at: snapshot?.seenAt ?? 0 };
    });
}
