// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyText } from '../../../components/panel/copy-text';

const clipboard = (value: unknown) => Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
const command = (value: unknown) => Object.defineProperty(document, 'execCommand', { value, configurable: true });

describe('copying', () => {
  afterEach(() => {
    clipboard(undefined);
    command(undefined);
  });

  it('uses the clipboard where there is one', async () => {
    const writeText = vi.fn(async () => {});
    clipboard({ writeText });
    expect(await copyText('a', document)).toBe(true);
    expect(writeText).toHaveBeenCalledWith('a');
  });

  it('copies the old way in a page that is no secure context, or where the frame is refused', async () => {
    let selected = '';
    command(() => {
      const area = document.activeElement as HTMLTextAreaElement;
      selected = area.value.slice(area.selectionStart, area.selectionEnd);
      return true;
    });
    expect(await copyText('two\nlines', document)).toBe(true);
    expect(selected).toBe('two\nlines');
    clipboard({ writeText: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) });
    expect(await copyText('again', document)).toBe(true);
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('says when both ways fail', async () => {
    command(() => false);
    expect(await copyText('a', document)).toBe(false);
  });
});
