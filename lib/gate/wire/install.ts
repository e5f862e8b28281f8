import { askingBeacon } from './beacon';
import { notingBlob } from './blob-texts';
import { awaitGate } from './channel';
import { askingFetch } from './fetch';
import { askingSubmit } from './submit';
import { askingAbort, askingOpen, askingSend } from './xhr';

/** Puts the asking functions where page scripts find the browser's own. */
export function install(): void {
  awaitGate();
  globalThis.fetch = askingFetch;
  const xhr = XMLHttpRequest.prototype;
  xhr.open = askingOpen as typeof xhr.open;
  xhr.send = askingSend;
  xhr.abort = askingAbort;
  HTMLFormElement.prototype.submit = askingSubmit;
  Navigator.prototype.sendBeacon = askingBeacon;
  globalThis.Blob = notingBlob;
  Blob.prototype.constructor = notingBlob;
}
