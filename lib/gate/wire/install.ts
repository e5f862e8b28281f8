import { askingBeacon } from './beacon';
import { notingBlob } from './blob-texts';
import { awaitGate } from './channel';
import { askingFetch } from './fetch';
import { askingFetchLater } from './fetch-later';
import { replace } from './look-alike';
import { askingSubmit } from './submit';
import { askingAbort, askingOpen, askingSend } from './xhr';

/** Puts the asking functions where page scripts find the browser's own. */
export function install(): void {
  awaitGate();
  replace(globalThis, 'fetch', askingFetch);
  replace(globalThis, 'fetchLater', askingFetchLater);
  const xhr = XMLHttpRequest.prototype;
  replace(xhr, 'open', askingOpen);
  replace(xhr, 'send', askingSend);
  replace(xhr, 'abort', askingAbort);
  replace(HTMLFormElement.prototype, 'submit', askingSubmit);
  replace(Navigator.prototype, 'sendBeacon', askingBeacon);
  globalThis.Blob = notingBlob;
  Blob.prototype.constructor = notingBlob;
}
