import type { DraftStatus } from '../messages/protocol';
import { say } from '../words/say';
import { icon } from './icon';

export type TabFace = { to: string; status: DraftStatus | null } | null;

/** The slim tab at the page's edge: quiet until the form shows a handoff, then it says to whom and how many things are missing. */
export function makeTab(root: ShadowRoot, open: () => void) {
  const page = root.ownerDocument;
  const button = page.createElement('button');
  button.className = 'tab';
  button.type = 'button';
  const words = page.createElement('span');
  button.append(icon(page), words);
  root.append(button);

  /** `kept`: the name of a field whose text is kept, and which the page does not show. */
  const show = (face: TabFace, kept: string | null = null) => {
    const text = !face
      ? kept
        ? say('overlay_kept', kept)
        : ''
      : !face.status
        ? say('overlay_to', face.to)
        : face.status.met
          ? say('overlay_to_ready', face.to)
          : missing(face.to, face.status.missing);
    words.textContent = text;
    button.dataset['tone'] = face?.status ? (face.status.met ? 'good' : 'warn') : !face && kept ? 'warn' : 'plain';
    button.setAttribute('aria-label', text ? `${text}. ${say('overlay_open')}` : say('overlay_open'));
    button.title = say('overlay_open');
  };
  show(null);
  return {
    show,
    /** A click somewhere in Baton's root. A page script's opens nothing, nor does one on the strip; a key's has no place. */
    pressed: (event: MouseEvent) => {
      if (button.hidden) return;
      const hit = root.elementFromPoint(event.clientX, event.clientY);
      if (event.isTrusted && (!hit || button.contains(hit))) open();
    },
    hide: (hidden: boolean) => {
      button.hidden = hidden;
    },
    side: (side: 'left' | 'right') => {
      button.dataset['side'] = side;
    },
    /** Steps aside from what the person is typing in; `rect` in page pixels. */
    avoid: (rect: DOMRect) => {
      button.style.insetBlockStart = '';
      const mine = button.getBoundingClientRect();
      const over = rect.left < mine.right && rect.right > mine.left && rect.top < mine.bottom && rect.bottom > mine.top;
      if (over)
        button.style.insetBlockStart = rect.top > mine.height + 16 ? '8px' : `calc(100% - ${mine.height + 8}px)`;
    },
  };
}

function missing(to: string, count: number): string {
  return count === 1 ? say('overlay_to_missing_one', to) : say('overlay_to_missing', to, String(count));
}
