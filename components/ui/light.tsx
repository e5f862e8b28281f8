/** A state in a colour, a shape and words: never in colour alone. */
export function Light({ state, words }: { state: 'green' | 'amber' | 'red'; words: string }) {
  return (
    <span className={`light light-${state}`}>
      <span className="light-dot" aria-hidden="true" />
      <span>{words}</span>
    </span>
  );
}
