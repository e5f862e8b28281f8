/** A case key as the parts that the handoffs are indexed by: origin, kind, id. The id may hold any character, the others never a bar. */
export function refOf(key: string): [origin: string, kind: string, id: string] {
  const first = key.indexOf('|');
  const second = key.indexOf('|', first + 1);
  return [key.slice(0, first), key.slice(first + 1, second), key.slice(second + 1)];
}
