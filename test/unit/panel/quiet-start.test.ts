// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { guardKeys, QuietStart } from '../../../entrypoints/panel/quiet-start';

describe('the quiet start', () => {
  it('swallows keys until 300 ms have passed without one', () => {
    const quiet = new QuietStart();
    quiet.arm(0);
    const swallowed = [100, 250, 540, 839, 1139, 1140].map((at) => quiet.swallows(at));
    expect(swallowed).toEqual([true, true, true, true, false, false]);
  });

  it('takes keys at once after a pause, and when it was never armed', () => {
    const quiet = new QuietStart();
    expect(quiet.swallows(0)).toBe(false);
    quiet.arm(0);
    expect(quiet.swallows(300)).toBe(false);
  });

  it('keeps a typist’s letters and Enter from fields and buttons', () => {
    let now = 0;
    const quiet = new QuietStart();
    const off = guardKeys(window, quiet, () => now);
    const heard: string[] = [];
    document.body.addEventListener('keydown', (event) => heard.push(event.key));
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    quiet.arm(0);
    now = 120;
    expect(press('e')).toBe(false);
    now = 300;
    expect(press('Enter')).toBe(false);
    now = 650;
    expect(press('Escape')).toBe(true);
    expect(heard).toEqual(['Escape']);
    off();
  });

  it('is live at once for somebody who came by Tab', () => {
    const quiet = new QuietStart();
    const off = guardKeys(window, quiet, () => 10);
    quiet.arm(0);
    window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab' }));
    expect(quiet.swallows(20)).toBe(false);
    off();
  });
});
