import { call } from '../messages/client';
import type { PanelPlace } from '../model/settings';
import { say } from '../words/say';
import { newNonce } from './nonce';

declare const chrome: { runtime: { getURL(path: string): string } };

/** The frame that holds the checklist: an extension page, made when first needed and kept. */
export function makeFrame(root: ShadowRoot, scheme: () => 'light' | 'dark', placed: (place: PanelPlace) => void) {
  let frame: HTMLIFrameElement | null = null;
  let ready: Promise<HTMLIFrameElement> | null = null;
  let before: Element | null = null;

  const make = async (): Promise<HTMLIFrameElement> => {
    const made = root.ownerDocument.createElement('iframe');
    // The panel shows nothing to a frame that cannot name this: any page may frame a page of ours.
    const nonce = newNonce();
    const known = call('overlay/frame', { nonce });
    made.className = 'frame';
    // A title would be shown over its first line while the pointer rests there.
    made.ariaLabel = say('overlay_panel');
    made.allow = 'clipboard-write *';
    made.hidden = true;
    made.src = `${chrome.runtime.getURL('panel.html')}#${nonce}.${scheme()}`;
    // Shown before its page is there, the focus went to an empty one, and is gone with that.
    made.addEventListener('load', () => {
      if (root.activeElement !== made) return;
      made.blur();
      made.focus();
    });
    // Its page takes longer to start than the background to answer, and asks for nothing before.
    root.append(made);
    try {
      const { panel } = await known;
      frame = made;
      place(panel);
      return made;
    } catch (error) {
      made.remove();
      throw error;
    }
  };
  const place = (panel: PanelPlace) => {
    if (!frame) return;
    frame.dataset['side'] = panel.side;
    frame.style.setProperty('--width', `${panel.width}px`);
    placed(panel);
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
    async show(focus: boolean) {
      const made = await prepare();
      if (made.hidden) before = root.activeElement ?? root.ownerDocument.activeElement;
      made.hidden = false;
      if (focus) made.focus();
    },
    /** Gives the page back, and the focus to where it was. */
    hide() {
      if (!frame || frame.hidden) return;
      frame.hidden = true;
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
      return frame && !frame.hidden ? frame : null;
    },
    get shown() {
      return frame !== null && !frame.hidden;
    },
  };
}
