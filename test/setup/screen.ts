// What a screen of Xvfb shows: it writes its pixels into a file (xwd, 32 bits each), which is read here.
import { pngOf } from './png.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export type Colour = readonly [red: number, green: number, blue: number];

/** The pixels of a screen at one moment. */
export class Screen {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Buffer;
  readonly #row: number;

  /** In: the file. Throws on one of another shape than Xvfb writes with `-screen …x24`. */
  constructor(xwd: Buffer) {
    const at = (word: number) => xwd.readUInt32BE(word * 4);
    const [headSize, version, bits, colours] = [at(0), at(1), at(11), at(19)];
    if (version !== 7 || bits !== 32) throw new Error(`a screen of version ${version} with ${bits} bits is not known`);
    this.width = at(4);
    this.height = at(5);
    this.#row = at(12);
    this.#pixels = xwd.subarray(headSize + colours * 12);
  }

  at(x: number, y: number): Colour {
    const i = y * this.#row + x * 4;
    return [this.#pixels[i + 2] ?? 0, this.#pixels[i + 1] ?? 0, this.#pixels[i] ?? 0];
  }

  same(other: Screen): boolean {
    return this.#pixels.equals(other.#pixels);
  }

  /** From 0 to 255, over a part of it. */
  brightness(part: Box): number {
    let sum = 0;
    for (const [x, y] of points(part)) sum += this.at(x, y).reduce((all, one) => all + one, 0) / 3;
    return sum / (part.width * part.height);
  }

  /** The middle of all that has this colour in a part of it; undefined where hardly anything has. */
  find([red, green, blue]: Colour, part: Box): { x: number; y: number } | undefined {
    const found = points(part).filter(([x, y]) => {
      const [r, g, b] = this.at(x, y);
      return Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < 24;
    });
    if (found.length < 20) return undefined;
    const middle = (of: number[]) => Math.round(of.reduce((sum, one) => sum + one, 0) / of.length);
    return { x: middle(found.map(([x]) => x)), y: middle(found.map(([, y]) => y)) };
  }

  png(): Buffer {
    const rgb = new Uint8Array(this.width * this.height * 3);
    for (let y = 0, to = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++, to += 3) rgb.set(this.at(x, y), to);
    return pngOf(this.width, this.height, rgb);
  }
}

function points({ x, y, width, height }: Box): [number, number][] {
  return Array.from({ length: width * height }, (_, i) => [x + (i % width), y + Math.floor(i / width)]);
}
