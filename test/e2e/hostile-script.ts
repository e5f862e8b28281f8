// What a hostile page runs before anything else of its own; it goes into the page as text, so it uses nothing from outside itself.

/**
 * Replaces the browser's functions by its own, which note in `caught` whatever passes through them that is Baton's: its private
 * element, or an event on it. Those that a careless asker would believe say that nobody minds.
 */
export function replaceEverything(): void {
  const { caught } = globalThis as unknown as { caught: string[] };
  const push = Array.prototype.push;
  const call = Reflect.apply;
  const targetOf = Object.getOwnPropertyDescriptor(Event.prototype, 'target')?.get;
  const isPrivate = (value: unknown): boolean =>
    value instanceof Element && value.localName === 'i' && !value.isConnected;
  const look = (where: string, value: unknown) => {
    const target = value instanceof Event && targetOf ? call(targetOf, value, []) : undefined;
    if (isPrivate(value) || isPrivate(target)) call(push, caught, [where]);
  };

  const replace = (owner: object, member: string, where: string) => {
    const described = Object.getOwnPropertyDescriptor(owner, member);
    if (!described?.configurable) return;
    const { value, get } = described;
    if (typeof value === 'function')
      Object.defineProperty(owner, member, {
        ...described,
        value(this: unknown, ...args: unknown[]) {
          look(where, this);
          for (const one of args) look(where, one);
          return member === 'dispatchEvent' ? true : call(value, this, args);
        },
      });
    else if (get)
      Object.defineProperty(owner, member, {
        ...described,
        get(this: unknown) {
          look(where, this);
          return member === 'defaultPrevented' ? false : call(get, this, []);
        },
      });
  };

  const members: Record<string, string[]> = {
    EventTarget: ['dispatchEvent', 'addEventListener', 'removeEventListener'],
    Event: ['preventDefault', 'defaultPrevented', 'stopImmediatePropagation'],
    CustomEvent: ['detail'],
    MouseEvent: ['relatedTarget'],
    Function: ['call', 'apply', 'bind'],
    Promise: ['then'],
    WeakMap: ['get', 'set', 'delete'],
    String: ['toUpperCase'],
  };
  const world = globalThis as unknown as Record<string, { prototype: object }>;
  for (const [name, list] of Object.entries(members))
    for (const member of list) replace(world[name]?.prototype ?? {}, member, `${name}.${member}`);
  replace(Reflect, 'apply', 'Reflect.apply');
  replace(JSON, 'stringify', 'JSON.stringify');
  replace(JSON, 'parse', 'JSON.parse');

  // Members that are looked up on plain objects and lists when they are written down or handed to the browser.
  for (const prototype of [Object.prototype, Array.prototype, String.prototype])
    Object.defineProperty(prototype, 'toJSON', { configurable: true, value: () => 'spoilt' });
  for (const member of ['bubbles', 'cancelable', 'composed', 'once'])
    Object.defineProperty(Object.prototype, member, { configurable: true, get: () => true, set: () => {} });
}

/**
 * Lies in wait for Baton's element from the start: defines it as an element of the page's own, hooks what makes elements and roots,
 * and hears everything. What it could get hold of is noted in `caught`; `search` looks for words wherever a page can read.
 */
export function lieInWait(): void {
  // Its own words are no find.
  document.currentScript?.remove();
  const world = globalThis as unknown as { caught: string[]; search(words: string): Promise<string[]> };
  const { caught } = world;
  /** Something from inside Baton's root: its tab, its frame. */
  const inside = (value: unknown): value is Element =>
    value instanceof Element && (value.getRootNode() instanceof ShadowRoot || /panel\.html/.test(value.outerHTML));
  const look = (where: string, value: unknown) => {
    if (inside(value)) caught.push(`${where}: ${value.outerHTML.slice(0, 80)}`);
  };

  class Own extends HTMLElement {
    static formAssociated = true;
    static observedAttributes = ['style', 'popover'];
    constructor() {
      super();
      const root = this.attachInternals().shadowRoot;
      if (root) caught.push(`attachInternals: ${root.innerHTML.length}`);
    }
    connectedCallback() {
      if (this.shadowRoot) caught.push('an open root');
    }
  }
  customElements.define('baton-overlay', Own);
  for (const [owner, member] of [
    [Element.prototype, 'attachShadow'],
    [Element.prototype, 'append'],
    [Node.prototype, 'appendChild'],
    [Node.prototype, 'insertBefore'],
    [Document.prototype, 'createElement'],
    [HTMLElement.prototype, 'showPopover'],
  ] as const) {
    const native = (owner as never)[member] as (...args: unknown[]) => unknown;
    Object.defineProperty(owner, member, {
      configurable: true,
      value(this: unknown, ...args: unknown[]) {
        const made = Reflect.apply(native, this, args);
        for (const one of [this, made, ...args]) look(member, one);
        if (made instanceof ShadowRoot) caught.push('a root of Baton’s');
        return made;
      },
    });
  }
  const types = Object.keys(HTMLElement.prototype)
    .concat(Object.keys(window))
    .filter((name) => name.startsWith('on'));
  for (const type of [...types.map((name) => name.slice(2)), 'focusin', 'focusout', 'baton', 'securitypolicyviolation'])
    for (const place of [window, document])
      place.addEventListener(
        type,
        (event) => {
          for (const one of event.composedPath()) look(type, one);
          const { data, relatedTarget, blockedURI } = event as MessageEvent & MouseEvent & SecurityPolicyViolationEvent;
          look(type, relatedTarget);
          if (data !== undefined || /panel/.test(blockedURI ?? ''))
            caught.push(`${type} ${String(data)} ${blockedURI}`);
        },
        true,
      );
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const one of addedNodes) look('mutation', one);
  }).observe(document, { childList: true, subtree: true, attributes: true });
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (/panel\.html/.test(JSON.stringify(entry))) caught.push(`${type} ${entry.name}`);
        const shifts = (entry as unknown as { sources?: { node: unknown }[] }).sources ?? [];
        for (const one of [...shifts.map(({ node }) => node), ...Object.values(entry)]) look(type, one);
      }
    }).observe({ type, buffered: true });

  world.search = async (words) => {
    const host = document.querySelector('baton-overlay') as HTMLElement;
    getSelection()?.selectAllChildren(document.documentElement);
    const readable: Record<string, unknown> = {
      page: document.documentElement.outerHTML,
      html: document.documentElement.getHTML({ serializableShadowRoots: true }),
      root: host.shadowRoot?.innerHTML,
      selection: getSelection()?.toString(),
      storage: JSON.stringify({ ...localStorage, ...sessionStorage }),
      databases: (await indexedDB.databases()).map(({ name }) => name).join(),
      frames: [...Array(window.length).keys()].map((n) => String(window[n]?.name)).join(),
      extension: Object.keys((globalThis as { chrome?: { runtime?: object } }).chrome?.runtime ?? {}).join(),
    };
    const frames = document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target);
    for (const one of [...frames, ...host.getAnimations({ subtree: true }), ...document.elementsFromPoint(1_390, 400)])
      look('search', one);
    look('caret', document.caretRangeFromPoint(1_390, 400)?.startContainer.parentElement);
    return Object.entries(readable)
      .filter(([, text]) => String(text).includes(words) || /panel\.html|sendMessage/.test(String(text)))
      .map(([where, text]) => `${where}: ${String(text)}`);
  };
}
