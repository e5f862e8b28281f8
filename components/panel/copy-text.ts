/**
 * Puts text on the clipboard. Pages framed in plain http have no `navigator.clipboard`, and a frame may be refused it:
 * then the old way. False when both fail.
 */
export async function copyText(text: string, document: Document): Promise<boolean> {
  try {
    const clipboard = document.defaultView?.navigator.clipboard;
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by the page that frames us: the old way needs no permission.
  }
  return copyByCommand(text, document);
}

function copyByCommand(text: string, document: Document): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  document.body.append(area);
  area.focus({ preventScroll: true });
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
