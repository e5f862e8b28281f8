import { getMember, on, ProxyNative } from './natives';

type Fn = (...args: never[]) => unknown;

/**
 * Puts `asking` in the place of one of the browser's functions, so that a page sees the browser's own: its name, length and members,
 * what it prints, and that it is no constructor. One thing differs (both browsers): printed by `Function.prototype.toString.call`, it has
 * no name. Nothing but a change of that function itself would hide it, and that would cost every page more than it shows.
 */
export function lookAlike<T extends Fn>(native: T, asking: Fn): T {
  let prints: [from: unknown, to: Fn] | undefined;
  const looks: T = new ProxyNative(native, {
    __proto__: null,
    apply: (_: T, self: unknown, args: unknown[]) => on(asking, self, args),
    get(_: T, name: string | symbol, self: unknown) {
      const member = getMember(native, name, self) as unknown;
      if (name !== 'toString' || typeof member !== 'function') return member;
      // Whatever prints functions in this page (zone.js has its own way) is asked to print the browser's.
      if (prints?.[0] !== member)
        prints = [
          member,
          lookAlike(member as Fn, function print(this: unknown) {
            return on(member, this === looks ? native : this, arguments as never);
          }),
        ];
      return prints[1];
    },
  } as ProxyHandler<T>);
  return looks;
}

/** Has a page find `asking` where the browser's own function is; nothing where the browser has none. */
export function replace<O extends object>(owner: O, name: string, asking: Fn): void {
  const place = owner as Record<string, Fn>;
  const native = place[name];
  if (typeof native === 'function') place[name] = lookAlike(native, asking);
}
