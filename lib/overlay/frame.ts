import { call } from '../messages/client';
import type { PanelPlace } from '../model/settings';
import { say } from '../words/say';
import { makeGrip } from './grip';
import { newNonce } from './nonce';

declare const chrome: { runtime: { getURL(path: string): string } };

/** The frame that holds the checklist, with the grip at its inner edge: an extension page, made when first needed and kept. */
export function makeFrame(root: ShadowRoot, scheme: () => 'light' | 'dark', placed: (place: PanelPlace) => void) {
  const panel = root.ownerDocument.createElement('div');
  panel.className = 'panel';
  panel.hidden = true;
  let frame: HTMLIFrameElement | null = null;
  let ready: Promise<HTMLIFrameElement> | null = null;
  let before: Element | null = null;

  const widen = (width: number | null) => {
    if (width === null) panel.style.removeProperty('--chosen');
    else panel.style.setProperty('--chosen', `${width}px`);
  };
  const grip = makeGrip(root, {
    side: () => (panel.dataset['side'] === 'left' ? 'left' : 'right'),
    width: () => panel.getBoundingClientRect().width,
    show: widen,
    // What cannot be remembered is so wide on this page.
    remember: (width) => void call('overlay/width', { width }).catch(() => undefined),
  });
  panel.append(grip.element);
  root.append(panel);
  /** While it is shown. */
  let watch: ResizeObserver | undefined;

  const make = async (): Promise<HTMLIFrameElement> => {
    const made = root.ownerDocument.createElement('iframe');
    // The panel shows nothing to a frame that cannot name this: any page may frame a page of ours.
    const nonce = newNonce();
    const known = call('overlay/frame', { nonce });
    made.className = 'frame';
    // A title would be shown over its first line while the pointer rests there.
    made.ariaLabel = say('overlay_panel');
    made.allow = 'clipboard-write *';
    made.src = `${chrome.runtime.getURL('panel.html')}#${nonce}.${scheme()}`;
    // Shown before its page is there, the focus went to an empty one, and is gone with that.
    made.addEventListener('load', () => {
      if (root.activeElement !== made) return;
      made.blur();
      made.focus();
    });
    // Its page takes longer to start than the background to answer, and asks for nothing before.
    panel.append(made);
    try {
      place((await known).panel);
      frame = made;
      return made;
    } catch (error) {
      made.remove();
      throw error;
    }
  };
  const place = (at: PanelPlace) => {
    panel.dataset['side'] = at.side;
    widen(at.chosen ?? null);
    placed(at);
  };

  /** Makes it ready before it is needed. */
  const prepare = () => {
    ready ??= make();
    ready.catch(() => {
      ready = null;
    });
    return ready;
  };

  return {
    place,
    prepare,
    grip,
    async show(focus: boolean) {
      const made = await prepare();
      if (panel.hidden) before = root.activeElement ?? root.ownerDocument.activeElement;
      panel.hidden = false;
      watch ??= new ResizeObserver(() => grip.tell(panel.getBoundingClientRect().width));
      watch.observe(panel);
      if (focus) made.focus();
    },
    /** Gives the page back, and the focus to where it was. */
    hide() {
      if (!frame || panel.hidden) return;
      panel.hidden = true;
      watch?.disconnect();
      const back = before;
      // A moment later: the tab, where the focus may have been, is only shown again then.
      queueMicrotask(() => back instanceof HTMLElement && back.isConnected && back.focus({ preventScroll: true }));
    },
    /** Takes it out of the page: it is made again when it is needed. */
    drop() {
      this.hide();
      void ready?.then(
        (made) => made.remove(),
        () => undefined,
      );
      ready = null;
      frame = null;
    },
    /** The frame while it is shown. */
    get seen(): Element | null {
      return panel.hidden ? null : frame;
    },
    get shown() {
      return !panel.hidden;
    },
  };
}
