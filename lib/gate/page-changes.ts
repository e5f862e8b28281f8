/** More than this is not looked through: all of it then counts as everywhere. */
const MOST = 1_000;

/** What changed on the page since it was last looked at, and when, in milliseconds of the page's clock. */
export class PageChanges {
  /** A node that is new, or whose attributes changed: what stands in it may have changed. Or one that changed inside. */
  #nodes: { node: Node; at: number; holds: boolean; within: boolean }[] = [];
  #everywhere: number[] = [];
  /** When the page last changed. */
  last = Number.NEGATIVE_INFINITY;

  get any(): boolean {
    return this.#nodes.length > 0 || this.#everywhere.length > 0;
  }

  note(records: readonly MutationRecord[], at: number): void {
    this.last = at;
    if (this.#nodes.length > MOST) {
      this.#everywhere = [...this.#everywhere, at].slice(-MOST);
      return;
    }
    for (const { type, target, addedNodes } of records) {
      this.#nodes.push({ node: target, at, holds: type === 'attributes', within: true });
      for (const node of addedNodes) this.#nodes.push({ node, at, holds: true, within: false });
    }
  }

  /** When something changed that this element stands in, or that stands in it. */
  timesOf(element: Element): number[] {
    const touches = this.#nodes.filter(
      ({ node, holds, within }) => (within && element.contains(node)) || (holds && node.contains(element)),
    );
    return [...touches.map(({ at }) => at), ...this.#everywhere];
  }

  clear(): void {
    this.#nodes = [];
    this.#everywhere = [];
  }
}
