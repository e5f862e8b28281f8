// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { keptWindow } from '../../../lib/gate/kept-window';

/** A frame of the page, and what was put on its window, kept and plain. */
function frame() {
  const element = document.createElement('iframe');
  document.body.append(element);
  const { contentWindow, contentDocument } = element as unknown as { contentWindow: Window; contentDocument: Document };
  const [kept, plain, again] = [vi.fn(), vi.fn(), vi.fn()];
  keptWindow(contentWindow, again).addEventListener('click', kept, true);
  contentWindow.addEventListener('click', plain, true);
  const write = (html: string) => {
    contentDocument.open();
    contentDocument.write(html);
    contentDocument.close();
  };
  const press = () => contentDocument.querySelector('button')?.click();
  return { contentDocument, kept, plain, again, write, press };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

it('hears again after the page filled the document by document.write, each time', async () => {
  const { kept, plain, again, write, press } = frame();
  for (const times of [1, 2, 3]) {
    write('<button>Save</button>');
    await turn();
    press();
    expect([kept.mock.calls.length, again.mock.calls.length]).toEqual([times, times]);
  }
  // What is put on the window itself is gone: the test would pass without a keeper else.
  expect(plain).not.toHaveBeenCalled();
});

it('hears once, and is told of nothing, while the page only changes', async () => {
  const { contentDocument, kept, again, press } = frame();
  contentDocument.body.append(contentDocument.createElement('button'));
  await turn();
  press();
  expect([kept.mock.calls.length, again.mock.calls.length]).toEqual([1, 0]);
});
