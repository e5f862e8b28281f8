import type { TimeMark } from './times';

/** One part of the page that may be a message, with the first time in it. */
export type Block = { element: Element; mark: TimeMark };
/** Blocks side by side that are alike, and how many times stand in all of them. */
export type Group = { blocks: Block[]; marks: number };

/** How far up from a time the block of its message may begin. */
const CLIMB = 8;

/** Blocks that are alike: the same kind of element in the same kind of place. The largest groups first, of equal ones the outermost. */
export function groupsOf(marks: readonly TimeMark[]): Group[] {
  type Found = { blocks: Map<Element, Block>; marks: number };
  const places = new Map<Node, Map<string, Found>>();
  for (const mark of marks) {
    let element: Element | null = mark.element;
    for (let up = 0; element && up < CLIMB; up += 1, element = element.parentElement) {
      const parent: Element | null = element.parentElement;
      const place = parent?.parentNode;
      if (!parent || !place || element.tagName === 'BODY') break;
      const kinds: Map<string, Found> = places.get(place) ?? new Map();
      places.set(place, kinds);
      const kind = `${shape(element)} ${shape(parent)}`;
      const group: Found = kinds.get(kind) ?? { blocks: new Map(), marks: 0 };
      kinds.set(kind, group);
      group.marks += 1;
      if (!group.blocks.has(element)) group.blocks.set(element, { element, mark });
    }
  }
  return [...places.values()]
    .flatMap((kinds) => [...kinds.values()])
    .filter(({ blocks }) => blocks.size > 1)
    .reverse()
    .map(({ blocks, marks: count }) => ({ blocks: [...blocks.values()], marks: count }))
    .sort((a, b) => b.blocks.length - a.blocks.length);
}

const shape = (element: Element) => `${element.tagName} ${element.getAttribute('role')}`;
