import type { Line } from '../messages/protocol';
import { sayIfKnown } from '../words/say';

/** How long a line stays at least, and for each of its letters, in milliseconds. A warning stays until the next page. */
const STAYS = 4_000;
const PER_LETTER = 70;

/** The one-line strip: says what happened, takes no focus, goes by itself. */
export function makeStrip(root: ShadowRoot) {
  const strip = root.ownerDocument.createElement('div');
  strip.className = 'strip';
  strip.setAttribute('role', 'status');
  strip.hidden = true;
  root.append(strip);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the watch over a line that is true only for a time. */
  let unwatch: (() => void) | undefined;
  const put = (text: string, tone: Line['tone']) => {
    clearTimeout(timer);
    unwatch?.();
    unwatch = undefined;
    strip.hidden = false;
    strip.dataset['tone'] = tone;
    strip.textContent = text;
    if (tone !== 'warn')
      timer = setTimeout(() => strip.toggleAttribute('hidden', true), Math.max(STAYS, text.length * PER_LETTER));
  };
  // An orphaned script cannot ask for words any more: this line is taken along from the start.
  const updated = sayIfKnown('line_updated');
  return {
    clear: () => strip.toggleAttribute('hidden', true),
    updated: () => updated && put(updated, 'warn'),
    show({ key, subs, tone }: Line) {
      const text = sayIfKnown(key, ...subs);
      if (text) put(text, tone);
    },
    /** Nothing is being said. */
    get free() {
      return strip.hidden;
    },
    /** Says a line that is true only for a time. `watch` calls `over` at its end, and gives what ends the watch sooner. */
    showWhile(line: Line, watch: (over: () => void) => () => void) {
      this.show(line);
      unwatch = watch(() => this.endWhile());
    },
    endWhile() {
      if (!unwatch) return;
      unwatch();
      unwatch = undefined;
      strip.hidden = true;
    },
  };
}
