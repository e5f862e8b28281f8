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
