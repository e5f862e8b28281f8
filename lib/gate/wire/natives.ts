/**
 * The browser's own functions, taken at document_start before any page script can replace them.
 * Everything in the page's world goes through these: a page that patches prototypes sees and forges nothing.
 */
const { apply, getOwnPropertyDescriptor } = Reflect;
export const { construct } = Reflect;

/** Calls `fn` on `self` without looking anything up that a page could have replaced. */
export const on = <T>(fn: unknown, self: unknown, args: readonly unknown[]): T =>
  apply(fn as (...a: unknown[]) => unknown, self, args) as T;

const accessor = (owner: object, name: string) => getOwnPropertyDescriptor(owner, name)?.get;

/** Reads an accessor of a prototype as the browser made it. */
const getter = (owner: object, name: string): ((self: unknown) => unknown) => {
  const get = accessor(owner, name);
  return (self) => (get ? apply(get, self, []) : undefined);
};

/**
 * Whether the browser takes a value for one of its own objects of a kind: a member of that kind throws on anything else. It tells
 * in whatever frame the object was made, and no prototype or name that a page puts on something makes a difference.
 */
const kind =
  (member: unknown, args: readonly unknown[] = []) =>
  (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    try {
      on(member, value, args);
      return true;
    } catch {
      return false;
    }
  };

export const { defineProperty, deleteProperty } = Reflect;
export const getMember = Reflect.get;
export const ProxyNative = Proxy;
/** What stands on an object itself, and not on its prototypes. */
export const ownOf = (self: object, name: string): unknown => getOwnPropertyDescriptor(self, name)?.value;

export const stringify = JSON.stringify;
export const parse = JSON.parse;
export const Text = String;
export const isList = Array.isArray;
export const isOwn = Object.hasOwn;
export const NativePromise = Promise;
export const chain = Promise.prototype.then;
export const Url = URL;
export const hrefOf = getter(URL.prototype, 'href');
export const { toUpperCase, toLowerCase, includes, slice } = String.prototype;
export const Decoder = TextDecoder;
export const { decode } = TextDecoder.prototype;
export const Encoder = TextEncoder;
export const { encode } = TextEncoder.prototype;

export const {
  dispatchEvent: dispatch,
  addEventListener: listen,
  removeEventListener: unlisten,
} = EventTarget.prototype;
export const EventNative = Event;
export const ProgressEventNative = ProgressEvent;
export const CustomEventNative = CustomEvent;
export const MouseEventNative = MouseEvent;
export const detailOf = getter(CustomEvent.prototype, 'detail');
export const relatedOf = getter(MouseEvent.prototype, 'relatedTarget');
export const eventPhase = getter(Event.prototype, 'eventPhase');
export const { stopImmediatePropagation: stopNow, preventDefault: prevent } = Event.prototype;
export const baseOf = getter(Node.prototype, 'baseURI');
export const isNode = kind(accessor(Node.prototype, 'baseURI'));
export const page = document;
export const every = setInterval;
export const clearEvery = clearInterval;
export const later = setTimeout;

export const fetchNative = globalThis.fetch;
/** The document of a window, of another frame too; throws for anything else. */
export const documentOf = getter(globalThis, 'document');
export const RequestNative = Request;
export const isRequest = kind(accessor(Request.prototype, 'url'));
export const requestUrl = getter(Request.prototype, 'url');
export const requestMethod = getter(Request.prototype, 'method');
export const requestSignal = getter(Request.prototype, 'signal');
export const { clone: requestClone, blob: requestBlob } = Request.prototype;
export const signalAborted = getter(AbortSignal.prototype, 'aborted');
export const ResponseNative = Response;
export const { clone: responseClone, text: responseText } = Response.prototype;
export const responseStatus = getter(Response.prototype, 'status');
export const responseHeaders = getter(Response.prototype, 'headers');
export const headerGet = Headers.prototype.get;

type Later = { fetchLater?: unknown; FetchLaterResult?: { prototype: object } };
export const { fetchLater: fetchLaterNative, FetchLaterResult: LaterResult } = globalThis as Later;
export const activatedOf = getter(LaterResult?.prototype ?? {}, 'activated');
export const Controller = AbortController;
export const controllerSignal = getter(AbortController.prototype, 'signal');
export const controllerAbort = AbortController.prototype.abort;

export const {
  open: xhrOpen,
  send: xhrSend,
  abort: xhrAbort,
  getResponseHeader: xhrHeader,
  getAllResponseHeaders: xhrHeaders,
} = XMLHttpRequest.prototype;
export const xhrStatus = getter(XMLHttpRequest.prototype, 'status');
export const xhrText = getter(XMLHttpRequest.prototype, 'responseText');
export const xhrType = getter(XMLHttpRequest.prototype, 'responseType');
export const xhrUpload = getter(XMLHttpRequest.prototype, 'upload');
const xhrEvents = Reflect.getPrototypeOf(XMLHttpRequest.prototype) ?? {};
export const xhrOnError = getter(xhrEvents, 'onerror');
export const xhrOnAbort = getter(xhrEvents, 'onabort');
export const xhrOnLoadEnd = getter(xhrEvents, 'onloadend');
export const xhrOnState = getter(XMLHttpRequest.prototype, 'onreadystatechange');

export const { assign: goTo, replace: goToInstead } = location;
export const place = location;
export const submitNative = HTMLFormElement.prototype.submit;
export const isForm = kind(accessor(HTMLFormElement.prototype, 'length'));
export const beaconNative = Navigator.prototype.sendBeacon;
export const isNavigator = kind(accessor(Navigator.prototype, 'userAgent'));

export const FormDataNative = FormData;
export const { forEach: formEntries, append: formAppend } = FormData.prototype;
export const isFormData = kind(FormData.prototype.has, ['']);
export const Params = URLSearchParams;
export const paramsText = URLSearchParams.prototype.toString;
export const isParams = kind(URLSearchParams.prototype.has, ['']);
export const isBuffer = kind(accessor(ArrayBuffer.prototype, 'byteLength'));
export const isView = ArrayBuffer.isView;
export const isStream = kind(accessor(globalThis.ReadableStream?.prototype ?? {}, 'locked'));
export const BlobNative = Blob;
export const isBlob = kind(accessor(Blob.prototype, 'size'));
export const blobSize = getter(Blob.prototype, 'size');
export const blobType = getter(Blob.prototype, 'type');
export const { slice: blobSlice, arrayBuffer: blobBuffer } = Blob.prototype;
export const isFile = kind(accessor(File.prototype, 'name'));
export const fileName = getter(File.prototype, 'name');
const { iterator } = Symbol;
/** A list of one for the browser to go through: an array would be gone through by what a page can replace. */
export const single = (value: unknown): never[] => {
  let done = false;
  const next = () => {
    const step = { __proto__: null, done, value };
    done = true;
    return step;
  };
  return { __proto__: null, [iterator]: () => ({ __proto__: null, next }) } as unknown as never[];
};
export const DomError = DOMException;
export const Failure = TypeError;
export const { get: weakGet, set: weakSet } = WeakMap.prototype;

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
