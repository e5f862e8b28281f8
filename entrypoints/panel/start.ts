import type { PanelStore } from './panel-store';
import type { QuietStart } from './quiet-start';

type Parts = { store: PanelStore; quiet: QuietStart; window: Window; show(): void };

/** Joins the page's life to the store: loading, being shown, being left. */
export function start({ store, quiet, window, show }: Parts): void {
  // Who has pointed at the panel since the focus was last elsewhere is in it by their own will, however late the focus comes.
  let pointed = false;
  const arm = () => {
    if (!pointed) quiet.arm(performance.now());
  };
  window.addEventListener(
    'pointerdown',
    (event) => {
      pointed ||= event.isTrusted;
    },
    true,
  );
  let shown = store.snapshot().shown;
  store.subscribe(() => {
    const next = store.snapshot().shown;
    if (next === shown) return;
    shown = next;
    arm();
  });

  let had = window.document.hasFocus();
  window.addEventListener('blur', () => {
    had = false;
    pointed = false;
    void store.flush();
  });
  // The overlay shows the kept frame again by giving it the focus: no news says so.
  window.addEventListener('focus', () => {
    if (!had && !pointed) {
      arm();
      store.wake();
    }
    had = true;
  });
  window.addEventListener('pagehide', () => void store.flush(true));
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') void store.flush(true);
    // A tab that slept may have missed what another one did.
    else void store.reload();
  });

  void store.reload().then(() => {
    show();
    // The first painting takes its time, and only then can anybody see where their keys go.
    window.requestAnimationFrame(arm);
  });
}
