/** A key or chord as people see it on their keyboard. */
export function Keys({ children }: { children: string }) {
  return (
    <kbd className="keys" dir="ltr">
      {children}
    </kbd>
  );
}

/** The name of the modifier that goes with Enter on this machine. */
export function commandKey(platform = globalThis.navigator?.platform ?? ''): string {
  return /mac|iphone|ipad/i.test(platform) ? '⌘' : 'Ctrl';
}
