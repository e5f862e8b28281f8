import { describe, expect, it } from 'vitest';
import { PanelPlace } from '../../../lib/model/settings';
import { afterKey, allowed, moved, NARROWEST, WIDEST } from '../../../lib/overlay/width';

describe('the panel’s width', () => {
  it('is what settings take, and no more than the window', () => {
    const chosen = (width: number) => PanelPlace.safeParse({ side: 'left', chosen: width }).success;
    expect([NARROWEST - 1, NARROWEST, WIDEST, WIDEST + 1].map(chosen)).toEqual([false, true, true, false]);
    expect([100, 400.4, 900].map((width) => allowed(width, 1_400))).toEqual([NARROWEST, 400, WIDEST]);
    expect(allowed(600, 500)).toBe(500);
    // Settings take nothing less, and a window that is narrower than that shows what fits.
    expect(allowed(300, 200)).toBe(NARROWEST);
  });

  it('follows the edge that is dragged: at the right side it grows to the left', () => {
    expect([moved(380, -40, 'right'), moved(380, -40, 'left')]).toEqual([420, 340]);
  });

  it('follows the arrow keys as the edge would, and Home and End to the ends', () => {
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'a'].map((key) => afterKey(key, 380, 'right'))).toEqual([
      400,
      360,
      NARROWEST,
      WIDEST,
      null,
    ]);
    expect(afterKey('ArrowLeft', 380, 'left')).toBe(360);
  });
});
