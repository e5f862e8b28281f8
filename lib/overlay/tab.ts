import { sayCount } from '../words/count';
import { say } from '../words/say';
import { icon } from './icon';

/** What the tab says: whom the form would hand to, or to whom what is held goes. `missing`: how many things, where it is known; `done`: it is there already. */
export type TabFace = { to: string; missing?: number | undefined; held?: boolean; done?: boolean } | null;

/** The slim tab at the page's edge: quiet until the form shows a handoff or one is held, then it says to whom and how many things are missing. */
export function makeTab(root: ShadowRoot, open: () => void) {
  const page = root.ownerDocument;
  const button = page.createElement('button');
  button.className = 'tab';
  button.type = 'button';
  const words = page.createElement('span');
  button.append(icon(page), words);
  button.setAttribute('aria-expanded', 'false');
  // Read out when the panel is folded away; the button's own words are not.
  const told = page.createElement('span');
  told.className = 'told';
  told.setAttribute('role', 'status');
  root.append(button, told);

  /** `kept`: the name of a field whose text is kept, and which the page does not show. */
  const show = (face: TabFace, kept: string | null = null) => {
    const text = face ? wordsOf(face) : kept ? say('overlay_kept', kept) : '';
    words.textContent = text;
    const said = face?.held ? text : '';
    if (told.textContent !== said) told.textContent = said;
    button.dataset['tone'] = face ? toneOf(face) : kept ? 'warn' : 'plain';
    button.setAttribute('aria-label', text ? `${text}. ${say('overlay_open')}` : say('overlay_open'));
    button.title = say('overlay_open');
  };
  show(null);
  return {
    show,
    /** A click somewhere in Baton's root. A page script's opens nothing, nor does one on the strip; a key's has no place (Chromium names what the page has in its corner). */
    pressed: (event: MouseEvent) => {
      if (button.hidden) return;
      const mine = event.detail === 0 || button.contains(root.elementFromPoint(event.clientX, event.clientY));
      if (event.isTrusted && mine) open();
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

function toneOf({ missing, done }: NonNullable<TabFace>): 'plain' | 'good' | 'warn' {
  if (done) return 'good';
  if (missing === undefined) return 'plain';
  return missing === 0 ? 'good' : 'warn';
}

function wordsOf({ to, missing, held, done }: NonNullable<TabFace>): string {
  if (done) return say('overlay_to_done', to);
  if (missing === undefined) return say('overlay_to', to);
  if (missing === 0) return say(held ? 'overlay_held_ready' : 'overlay_to_ready', to);
  return sayCount(held ? 'overlay_held' : 'overlay_to_missing', missing, to);
}
