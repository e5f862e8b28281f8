import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { missingTools } from './display.ts';
import { Screen } from './screen.ts';

/** A screen as Xvfb writes it, by the colour of each place. */
function xwd(width: number, height: number, colour: (x: number, y: number) => [number, number, number]): Buffer {
  const head = Buffer.alloc(160 + 12);
  const words: Record<number, number> = { 0: 160, 1: 7, 4: width, 5: height, 11: 32, 12: width * 4, 19: 1 };
  for (const [word, value] of Object.entries(words)) head.writeUInt32BE(value, Number(word) * 4);
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = colour(x, y);
      pixels.set([blue, green, red, 0], (y * width + x) * 4);
    }
  return Buffer.concat([head, pixels]);
}

const BLUE = [0x2f, 0x4f, 0xb5] as const;
const icon = (x: number, y: number) => x >= 20 && x < 30 && y >= 4 && y < 14;
const screen = (dark = false) =>
  new Screen(xwd(60, 40, (x, y) => (icon(x, y) ? [...BLUE] : dark ? [40, 40, 40] : [200, 220, 240])));

describe('what a screen shows', () => {
  it('is read by place, and compared', () => {
    expect([screen().width, screen().height]).toEqual([60, 40]);
    expect(screen().at(0, 39)).toEqual([200, 220, 240]);
    expect(screen().at(20, 4)).toEqual(BLUE);
    expect(screen().same(screen())).toBe(true);
    expect(screen().same(screen(true))).toBe(false);
  });

  it('is searched for a colour, in a part of it', () => {
    expect(screen().find(BLUE, { x: 0, y: 0, width: 60, height: 40 })).toEqual({ x: 25, y: 9 });
    expect(screen().find(BLUE, { x: 30, y: 0, width: 30, height: 40 })).toBeUndefined();
  });

  it('is as bright as its colours', () => {
    const part = { x: 40, y: 20, width: 10, height: 10 };
    expect(screen().brightness(part)).toBe(220);
    expect(screen(true).brightness(part)).toBe(40);
  });

  it('is a picture that can be looked at', () => {
    const png = screen().png();
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([60, 40]);
    const data = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect([...rows.subarray(0, 4)]).toEqual([0, 200, 220, 240]);
    expect(rows).toHaveLength(40 * (60 * 3 + 1));
  });

  it('is refused where it is written in another way', () => {
    const other = xwd(4, 4, () => [0, 0, 0]);
    other.writeUInt32BE(16, 44);
    expect(() => new Screen(other)).toThrow('16 bits');
  });
});

it('the programs of a display are looked for on the path, and those that are missing are named', () => {
  const only =
    (...paths: string[]) =>
    (path: string) =>
      paths.includes(path);
  expect(missingTools('/usr/bin:/opt/bin', only('/usr/bin/Xvfb', '/opt/bin/openbox', '/usr/bin/xdotool'))).toEqual([]);
  expect(missingTools('/usr/bin', only('/usr/bin/Xvfb'))).toEqual(['openbox', 'xdotool']);
});
