/** Chromium gives scripts of extensions all shadow roots by a function of its own, Firefox by a property of the element. */
declare const chrome: { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } } | undefined;

/**
 * The elements below `root` that a site's selector finds. `>>>` goes on in the shadow root of what was found so far, closed ones
 * included; a host without one is searched below itself, for desks draw the same part both ways (Salesforce).
 */
export function queryAll(root: ParentNode, css: string): Element[] {
  return css
    .split('>>>')
    .reduce<ParentNode[]>(
      (roots, part, depth) => roots.flatMap((one) => [...(depth ? shadowOf(one) : one).querySelectorAll(part)]),
      [root],
    ) as Element[];
}

/** Every shadow root that a selector goes through: a change inside tells nobody outside. */
export function shadowsOn(root: ParentNode, css: string): ShadowRoot[] {
  const parts = css.split('>>>');
  const hosts = parts.slice(1).flatMap((_, n) => queryAll(root, parts.slice(0, n + 1).join('>>>')));
  return hosts.map(shadowOf).filter((inner) => inner instanceof ShadowRoot);
}

/** The root of a component, a closed one too; what has none is its own. */
export function shadowOf(host: ParentNode): ParentNode {
  const element = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null };
  if (!(element instanceof HTMLElement)) return host;
  const inner =
    element.shadowRoot ?? element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(element);
  return inner ?? host;
}
