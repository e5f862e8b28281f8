import { ReadableStream } from 'node:stream/web';
import {
  ANSWER,
  ASK,
  ASK_SUBMIT,
  GONE,
  HANDOVER,
  OUTCOME,
  PING,
  type Question,
  type Refused,
  TAKEN,
  TEXT,
  type WireBody,
} from '../../../lib/gate/wire-protocol';

/** The page's world: the window of a frame has natives of its own, which a test may spoil as a page may. */
export type World = Window & typeof globalThis;

/** A question as the gate has it: the pieces of its body together. */
export type Asked = Omit<Question, 'body'> & { body?: Told };
export type Told = Exclude<WireBody, { as: string }> | { as: string; text: string; files?: object };

/** What the browser's own functions were asked to do. */
export type Sent = { how: 'fetch' | 'xhr' | 'beacon' | 'submit' | 'later'; args: unknown[] };

export function newWorld(): World {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame.contentWindow as World;
}

/** What has handlers by name, as browsers have them on a prototype of their own. */
function handlers(world: World) {
  class WithHandlers extends world.EventTarget {
    declare onerror: (() => void) | null;
    declare onabort: (() => void) | null;
    declare onloadend: (() => void) | null;
  }
  for (const type of ['error', 'abort', 'loadend']) {
    const put = new WeakMap<object, EventListener>();
    Object.defineProperty(WithHandlers.prototype, `on${type}`, {
      get(this: EventTarget) {
        return put.get(this) ?? null;
      },
      set(this: EventTarget, handler: EventListener) {
        put.set(this, handler);
        this.addEventListener(type, handler);
      },
    });
  }
  return WithHandlers;
}

/** An XMLHttpRequest that records: jsdom's own would go to the network. What it shows are accessors on its prototype, as in a browser. */
function recordingXhr(world: World, sent: Sent[]) {
  return class extends handlers(world) {
    opened: unknown[] = [];
    aborted = 0;
    said: string | Error = 'ok';
    #type = '';
    get responseType() {
      return this.#type;
    }
    set responseType(type) {
      this.#type = type;
    }
    #upload = new world.EventTarget();
    get readyState() {
      return this.opened.length > 0 ? 1 : 0;
    }
    get status() {
      return 200;
    }
    get upload() {
      return this.#upload;
    }
    get responseText() {
      if (typeof this.said !== 'string') throw this.said;
      return this.said;
    }
    /** Of what kind the answer says that it is. */
    type: string | null = null;
    getResponseHeader() {
      return this.type;
    }
    getAllResponseHeaders() {
      return '';
    }
    open(...args: unknown[]) {
      this.opened = args;
    }
    send(...args: unknown[]) {
      sent.push({ how: 'xhr', args: [...this.opened.slice(0, 2), ...args] });
    }
    abort() {
      this.aborted += 1;
    }
  };
}

/**
 * What of a Request the wire looks at. jsdom has none, and Node's takes no signal of another world. As in a browser its members throw on
 * anything else (a private name does that), and making one of another uses that up.
 */
export class FakeRequest {
  #used = false;
  readonly #address: string;
  readonly #init: RequestInit;
  constructor(from: string | FakeRequest, init: RequestInit = {}) {
    const before = typeof from === 'object' && #init in from ? from : undefined;
    if (before) {
      if (before.#used) throw new TypeError('used');
      before.#used = before.#init.body !== undefined;
    }
    this.#address = before ? before.#address : new URL(String(from), document.baseURI).href;
    this.#init = { ...(before ? before.#init : {}), ...init };
  }
  get url() {
    return this.#address;
  }
  get method() {
    return (this.#init.method ?? 'GET').toUpperCase();
  }
  get signal() {
    return this.#init.signal ?? new (newWorld().AbortController)().signal;
  }
  get init() {
    return this.#init;
  }
  clone() {
    if (this.#used) throw new TypeError('used');
    return new FakeRequest(this.#address, this.#init);
  }
  async blob() {
    this.#used = true;
    return new Blob([this.#init.body as string]);
  }
}

/** What `fetchLater` returns. */
class FakeLater {
  #sent = false;
  get activated() {
    return this.#sent;
  }
}

/** What left by the browser's own functions: a Request by what it says. */
export const left = (sent: readonly Sent[]) =>
  sent.map(({ how, args: [first, ...more] }) =>
    first instanceof FakeRequest
      ? [how, first.method, new URL(first.url).pathname, first.init.body, ...more]
      : [how, first, ...more],
  );

/** Puts the wire into a world over recording stand-ins of the browser's functions, and plays the gate at the element's other end. */
export function wireUp(script: string, { gate = true, before = (_: World) => {} } = {}) {
  const world = newWorld();
  const sent: Sent[] = [];
  const questions: Asked[] = [];
  const told: [string, unknown][] = [];
  const rules = {
    cares: (_question: Asked): boolean => true,
    holds: (_question: Asked): boolean => true,
    alive: true,
    answers: () => new Response('ok', { status: 201 }),
  };

  const Xhr = recordingXhr(world, sent);
  // jsdom has none of these.
  Object.assign(world, {
    XMLHttpRequest: Xhr,
    Request: FakeRequest,
    Response,
    Headers,
    ReadableStream,
    TextDecoder,
    TextEncoder,
    FetchLaterResult: FakeLater,
    fetchLater: (...args: unknown[]) => {
      const [request, how] = args as [FakeRequest, { signal?: AbortSignal; activateAfter?: number }];
      // It is used up by that.
      const one: Sent = { how: 'later', args: [new FakeRequest(request), how.activateAfter] };
      sent.push(one);
      // Given up, it never leaves.
      how.signal?.addEventListener('abort', () => sent.splice(sent.indexOf(one), 1));
      return new FakeLater();
    },
    fetch: (...args: unknown[]) => {
      sent.push({ how: 'fetch', args });
      const signal = (args[1] as RequestInit | undefined)?.signal ?? (args[0] as Partial<Request>).signal;
      return signal?.aborted ? Promise.reject(signal.reason) : Promise.resolve(rules.answers());
    },
  });
  world.Navigator.prototype.sendBeacon = (...args: unknown[]) => {
    sent.push({ how: 'beacon', args });
    return true;
  };
  world.HTMLFormElement.prototype.submit = function () {
    sent.push({ how: 'submit', args: [this] });
  };
  before(world);
  world.eval(`${script};wire.install()`);

  const element = new world.EventTarget();
  // The gate reads in a world of its own, where the page replaced nothing.
  const detail = Object.getOwnPropertyDescriptor(world.CustomEvent.prototype, 'detail')?.get as () => string;
  const read = (event: Event) => JSON.parse(detail.call(event));
  let texts: string[] = [];
  element.addEventListener(TEXT, (event) => texts.push(detail.call(event)));
  element.addEventListener(ASK, (event) => {
    const question = read(event) as Asked;
    if (question.body && 'as' in question.body) question.body.text = texts.join('');
    texts = [];
    questions.push(question);
    if (question.body ? rules.holds(question) : rules.cares(question)) event.preventDefault();
  });
  element.addEventListener(ASK_SUBMIT, (event) => {
    const question = { n: (event as MouseEvent).detail, method: 'submit', url: '' };
    questions.push(question);
    if (rules.holds(question)) event.preventDefault();
  });
  element.addEventListener(PING, (event) => rules.alive && event.preventDefault());
  for (const type of [OUTCOME, GONE]) element.addEventListener(type, (event) => told.push([type, read(event)]));
  element.addEventListener(TAKEN, () => told.push([TAKEN, null]));
  const handOver = (to: EventTarget) =>
    world.document.dispatchEvent(new world.MouseEvent(HANDOVER, { relatedTarget: to as never }));
  if (gate) handOver(element);

  const answer = (go: boolean, n = questions.at(-1)?.n, how: Refused = {}) =>
    element.dispatchEvent(new world.CustomEvent(ANSWER, { detail: JSON.stringify({ n, go, ...how }) }));
  return { world, sent, questions, told, rules, element, answer, handOver, Xhr };
}

/** Lets promises and the reading of blobs end. */
export const soon = () => new Promise((resolve) => setTimeout(resolve, 10));
