/**
 * The browser's own functions, taken at document_start before any page script can replace them.
 * Everything in the page's world goes through these: a page that patches prototypes sees and forges nothing.
 */
const { apply, getOwnPropertyDescriptor } = Reflect;
export const { construct } = Reflect;
const isIn = Object.prototype.isPrototypeOf;

/** Calls `fn` on `self` without looking anything up that a page could have replaced. */
export const on = <T>(fn: unknown, self: unknown, args: readonly unknown[]): T =>
  apply(fn as (...a: unknown[]) => unknown, self, args) as T;

/** Reads an accessor of a prototype as the browser made it. */
const getter = (proto: object, name: string): ((self: unknown) => unknown) => {
  const get = getOwnPropertyDescriptor(proto, name)?.get;
  return (self) => (get ? apply(get, self, []) : undefined);
};

export const stringify = JSON.stringify;
export const parse = JSON.parse;
export const Text = String;
export const ProxyNative = Proxy;
export const isList = Array.isArray;
export const isOwn = Object.hasOwn;
export const NativePromise = Promise;
export const chain = Promise.prototype.then;
export const Url = URL;
export const hrefOf = getter(URL.prototype, 'href');
export const { toUpperCase, toLowerCase, includes } = String.prototype;

export const {
  dispatchEvent: dispatch,
  addEventListener: listen,
  removeEventListener: unlisten,
} = EventTarget.prototype;
export const CustomEventNative = CustomEvent;
export const MouseEventNative = MouseEvent;
export const detailOf = getter(CustomEvent.prototype, 'detail');
export const relatedOf = getter(MouseEvent.prototype, 'relatedTarget');
export const eventPhase = getter(Event.prototype, 'eventPhase');
export const { stopImmediatePropagation: stopNow, preventDefault: prevent } = Event.prototype;
export const baseOf = getter(Node.prototype, 'baseURI');
export const page = document;
export const every = setInterval;
export const clearEvery = clearInterval;

export const fetchNative = globalThis.fetch;
export const RequestNative = Request;
export const requestUrl = getter(Request.prototype, 'url');
export const requestMethod = getter(Request.prototype, 'method');
export const requestBody = getter(Request.prototype, 'body');
export const requestSignal = getter(Request.prototype, 'signal');
export const signalAborted = getter(AbortSignal.prototype, 'aborted');
export const { clone: responseClone, text: responseText } = Response.prototype;
export const { clone: requestClone, text: requestText } = Request.prototype;
export const responseStatus = getter(Response.prototype, 'status');
export const responseHeaders = getter(Response.prototype, 'headers');
export const headerGet = Headers.prototype.get;

export const { open: xhrOpen, send: xhrSend, abort: xhrAbort, getResponseHeader: xhrHeader } = XMLHttpRequest.prototype;
export const xhrStatus = getter(XMLHttpRequest.prototype, 'status');
export const xhrText = getter(XMLHttpRequest.prototype, 'responseText');

export const { assign: goTo, replace: goToInstead } = location;
export const place = location;
export const submitNative = HTMLFormElement.prototype.submit;
export const beaconNative = Navigator.prototype.sendBeacon;

export const formEntries = FormData.prototype.forEach;
export const Params = URLSearchParams;
export const { toString: paramsText, append: paramsAppend } = URLSearchParams.prototype;
export const FormDataNative = FormData;
export const BufferNative = ArrayBuffer;
export const isView = ArrayBuffer.isView;
export const BlobNative = Blob;
export const blobSize = getter(Blob.prototype, 'size');
export const blobType = getter(Blob.prototype, 'type');
export const blobText = Blob.prototype.text;
export const FileNative = File;
export const fileName = getter(File.prototype, 'name');
export const DomError = DOMException;
export const Failure = TypeError;
export const { get: weakGet, set: weakSet, delete: weakDelete } = WeakMap.prototype;
export const hasInstance = (type: { prototype: object }, value: unknown): boolean =>
  typeof value === 'object' && value !== null && (apply(isIn, type.prototype, [value]) as boolean);

/**
 * The options of a private event. All members are given and there is no prototype: a page that writes on Object.prototype
 * changes nothing here (seen: `Object.prototype.bubbles = true` is obeyed where a member is missing).
 */
export const defaults = (detail: string): CustomEventInit<string> =>
  ({
    __proto__: null,
    bubbles: false,
    cancelable: true,
    composed: false,
    detail,
  }) as unknown as CustomEventInit<string>;
