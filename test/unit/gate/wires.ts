import {
  ANSWER,
  ASK,
  ASK_SUBMIT,
  GONE,
  HANDOVER,
  OUTCOME,
  PING,
  type Question,
  TAKEN,
} from '../../../lib/gate/wire-protocol';

/** The page's world: the window of a frame has natives of its own, which a test may spoil as a page may. */
export type World = Window & typeof globalThis;

/** What the browser's own functions were asked to do. */
export type Sent = { how: 'fetch' | 'xhr' | 'beacon' | 'submit'; args: unknown[] };

export function newWorld(): World {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame.contentWindow as World;
}

/** An XMLHttpRequest that records: jsdom's own would go to the network. */
function recordingXhr(world: World, sent: Sent[]) {
  return class extends world.EventTarget {
    opened: unknown[] = [];
    aborted = 0;
    /** An accessor on the prototype, as in a browser. */
    get status() {
      return 200;
    }
    said: string | Error = 'ok';
    type: string | null = null;
    getResponseHeader() {
      return this.type;
    }
    get responseText() {
      if (typeof this.said !== 'string') throw this.said;
      return this.said;
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

/** What of a Request the wire looks at. jsdom has none, and Node's takes no signal of another world. */
function fakeRequest(world: World) {
  return class {
    used = false;
    private readonly address: string;
    private readonly init: RequestInit;
    constructor(address: string, init: RequestInit = {}) {
      this.address = address;
      this.init = init;
    }
    get url() {
      return new world.URL(this.address, world.document.baseURI).href;
    }
    get method() {
      return this.init.method ?? 'GET';
    }
    get body() {
      return this.init.body ?? null;
    }
    get signal() {
      return this.init.signal ?? new world.AbortController().signal;
    }
    clone() {
      if (this.used) throw new world.TypeError('used');
      return new world.Request(this.address, this.init);
    }
    async text() {
      this.used = true;
      return String(this.init.body);
    }
  };
}

/** Puts the wire into a world over recording stand-ins of the browser's functions, and plays the gate at the element's other end. */
export function wireUp(script: string, { gate = true } = {}) {
  const world = newWorld();
  const sent: Sent[] = [];
  const questions: Question[] = [];
  const told: [string, unknown][] = [];
  const rules = {
    cares: (_question: Question): boolean => true,
    holds: (_question: Question): boolean => true,
    alive: true,
    answers: () => new Response('ok', { status: 201 }),
  };

  const Xhr = recordingXhr(world, sent);
  // jsdom has none of these.
  Object.assign(world, {
    XMLHttpRequest: Xhr,
    Request: fakeRequest(world),
    Response,
    Headers,
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
  world.eval(`${script};wire.install()`);

  const element = new world.EventTarget();
  // The gate reads in a world of its own, where the page replaced nothing.
  const detail = Object.getOwnPropertyDescriptor(world.CustomEvent.prototype, 'detail')?.get as () => string;
  const read = (event: Event) => JSON.parse(detail.call(event));
  element.addEventListener(ASK, (event) => {
    const question = read(event) as Question;
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

  const answer = (go: boolean, n = questions.at(-1)?.n, no?: string) =>
    element.dispatchEvent(new world.CustomEvent(ANSWER, { detail: JSON.stringify({ n, go, no }) }));
  return { world, sent, questions, told, rules, element, answer, handOver, Xhr };
}

/** Lets promises and the reading of blobs end. */
export const soon = () => new Promise((resolve) => setTimeout(resolve, 10));
