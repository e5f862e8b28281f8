/** A long text as it came, in pieces: putting them together would copy all of it. Places count from 0 over all pieces. */
export class Pieces {
  readonly length: number;
  readonly #parts: readonly string[];
  readonly #starts: readonly number[];
  /** The piece that was looked at last: most often the next place is in it too. */
  #near = 0;

  constructor(parts: readonly string[]) {
    let length = 0;
    const full = parts.filter((part) => part !== '');
    this.#parts = full;
    this.#starts = full.map((part) => {
      length += part.length;
      return length - part.length;
    });
    this.length = length;
  }

  /** The character at a place; '' past the end. */
  at(place: number): string {
    if (place < 0 || place >= this.length) return '';
    const n = this.#pieceAt(place);
    return (this.#parts[n] as string)[place - (this.#starts[n] as number)] as string;
  }

  slice(from: number, to = this.length): string {
    const end = Math.min(to, this.length);
    if (from >= end) return '';
    let n = this.#pieceAt(from);
    const start = this.#starts[n] as number;
    const first = (this.#parts[n] as string).slice(from - start, end - start);
    if (from + first.length >= end) return first;
    const found = [first];
    for (let at = from + first.length; at < end; at = this.endOfPiece(at)) {
      n = this.#pieceAt(at);
      found.push((this.#parts[n] as string).slice(0, end - at));
    }
    return found.join('');
  }

  /** Where the piece ends that holds a place. */
  endOfPiece(place: number): number {
    return this.#starts[this.#pieceAt(place) + 1] ?? this.length;
  }

  /**
   * Where the next of what is sought begins, at or after a place and in the same piece; it may reach into the next one. -1 if nowhere.
   * `sought`: a text, or a pattern of one character with the flag g.
   */
  find(sought: string | RegExp, from: number): number {
    if (from >= this.length) return -1;
    const n = this.#pieceAt(from);
    const start = this.#starts[n] as number;
    const part = this.#parts[n] as string;
    if (typeof sought !== 'string') {
      sought.lastIndex = from - start;
      // One character long: it stands before where the next look would begin. `exec` would make a list of each.
      return sought.test(part) ? start + sought.lastIndex - 1 : -1;
    }
    const at = part.indexOf(sought, from - start);
    if (at >= 0) return start + at;
    const end = start + part.length;
    if (sought.length < 2 || end === this.length) return -1;
    const seam = Math.max(from, end - sought.length + 1);
    const across = this.slice(seam, end + sought.length - 1).indexOf(sought);
    return across < 0 ? -1 : seam + across;
  }

  #pieceAt(place: number): number {
    let n = this.#near;
    while (place < (this.#starts[n] as number)) n -= 1;
    while (n + 1 < this.#starts.length && place >= (this.#starts[n + 1] as number)) n += 1;
    this.#near = n;
    return n;
  }
}
