import type { PanelPlace } from '../model/settings';

/** How narrow and how wide a person may make the panel, in pixels (`PanelPlace`, frame.css). */
export const NARROWEST = 260;
export const WIDEST = 640;
/** How far one press of an arrow key goes. */
const STEP = 20;

type Side = PanelPlace['side'];

/** A width that a person may choose, in a window of this width. */
export function allowed(width: number, window: number): number {
  return Math.max(NARROWEST, Math.min(Math.round(width), WIDEST, window));
}

/** The width after the panel's inner edge went by so many pixels to the right. */
export function moved(width: number, by: number, side: Side): number {
  return side === 'right' ? width - by : width + by;
}

/** The width after a key on the panel's inner edge; null for all other keys. */
export function afterKey(key: string, width: number, side: Side): number | null {
  if (key === 'ArrowLeft') return moved(width, -STEP, side);
  if (key === 'ArrowRight') return moved(width, STEP, side);
  if (key === 'Home') return NARROWEST;
  return key === 'End' ? WIDEST : null;
}
