import type { Handoff, HandoffState } from '../../lib/model/handoff';

export type Filter = { state: HandoffState | ''; text: string };

/** Handoffs of a state whose case, teams or people hold these words, all of them, in any order. */
export function filterHandoffs(handoffs: readonly Handoff[], { state, text }: Filter): Handoff[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return handoffs.filter((handoff) => {
    if (state !== '' && handoff.state !== state) return false;
    const about = [handoff.title, handoff.ref.id, handoff.from, handoff.to, handoff.sender].join(' ').toLowerCase();
    return words.every((word) => about.includes(word));
  });
}
