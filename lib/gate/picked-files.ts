import { elementsOf } from './form';
import type { Way } from './holds';

/**
 * A way that files go. Where one is not at its place any more Chromium sends nothing, and shows an error of its own in the place of the page:
 * so nothing goes this way then. Nobody waits for a look: what is not known to be gone goes.
 */
export function withFiles(way: Way, files: () => File[]): Way {
  const { go } = way;
  return Object.assign(way, {
    async look() {
      if (await anyGone(files())) way.fileGone = true;
      else delete way.fileGone;
    },
    go: (attempt?: string) => !way.fileGone && go(attempt),
  });
}

export async function anyGone(files: readonly File[]): Promise<boolean> {
  return (await Promise.all(files.map(isGone))).includes(true);
}

/** One that was changed meanwhile cannot be read either, and is sent: unless somebody asked for its size or a slice of it before, which nobody does here. */
function isGone(file: File): Promise<boolean> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(reader.error?.name === 'NotFoundError');
    reader.onload = () => resolve(false);
    // A long one is there as soon as a part of it was read.
    reader.onprogress = () => {
      resolve(false);
      reader.abort();
    };
    reader.readAsArrayBuffer(file);
  });
}

/** The files that a form sends. */
export function filesOf(form: HTMLFormElement): File[] {
  return filesIn(elementsOf.call(form) as Iterable<Element>);
}

/** The files that are picked in a page. */
export function filesOn(page: Document): File[] {
  return filesIn(page.querySelectorAll('input[type=file]'));
}

function filesIn(controls: Iterable<Element>): File[] {
  return [...controls].flatMap((control) =>
    control instanceof HTMLInputElement && !control.matches(':disabled') ? [...(control.files ?? [])] : [],
  );
}
