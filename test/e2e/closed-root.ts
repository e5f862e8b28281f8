// What stands in the closed root, read and pressed through the debugger: no script can.
import { expect, type Page } from '@playwright/test';

/** What the closed root says: tab and strip, by their visible words. */
export async function overlayText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    return (await overlayBy(session)).text;
  } finally {
    await session.detach();
  }
}

/** A page's debugger, whoever attached it. */
interface Debugger {
  send(method: 'DOM.getDocument', params: { depth: number; pierce: boolean }): Promise<{ root: Node }>;
}

/** The same by a debugger that is attached already, and whether the panel is shown. */
export async function overlayBy(session: Debugger): Promise<{ text: string; panel: boolean }> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const host = find(root, (node) => node.nodeName === 'BATON-OVERLAY');
  const parts: string[] = [];
  let panel = false;
  const walk = (node: Node, hidden: boolean) => {
    const gone = hidden || node.nodeName === 'STYLE' || attribute(node, 'hidden') !== undefined;
    if (node.nodeType === 3 && !gone) parts.push(node.nodeValue);
    panel ||= node.nodeName === 'IFRAME' && !gone;
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) walk(child, gone);
  };
  if (host) walk(host, false);
  return { text: parts.join(' ').trim(), panel };
}

type Node = {
  nodeId: number;
  nodeName: string;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
};

function find(node: Node, is: (node: Node) => boolean): Node | undefined {
  if (is(node)) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
}

function attribute(node: Node, name: string): string | undefined {
  const at = node.attributes?.findIndex((text, i) => i % 2 === 0 && text === name) ?? -1;
  return at < 0 ? undefined : node.attributes?.[at + 1];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Part = 'tab' | 'grip' | 'panel';

/** A part of the closed root, by its class. */
async function partOf(session: Debugger, part: Part): Promise<number> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const host = find(root, (node) => node.nodeName === 'BATON-OVERLAY');
  const found = host && find(host, (node) => attribute(node, 'class') === part);
  if (!found) throw new Error(`no ${part} on this page`);
  return found.nodeId;
}

/** Gives the tab at the page's edge the focus, as the Tab key would. */
export async function focusTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.focus', { nodeId: await partOf(session, 'tab') });
  await session.detach();
}

/** Where a part of the closed root stands in the window, by its class: once it is there. */
export async function boxOf(page: Page, part: Part): Promise<Box> {
  const session = await page.context().newCDPSession(page);
  const look = async () => {
    const { model } = await session.send('DOM.getBoxModel', { nodeId: await partOf(session, part) });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  };
  try {
    // A page may be loaded before Baton has read it.
    let box: Box | undefined;
    await expect(async () => {
      box = await look();
    }).toPass({ timeout: 15_000 });
    return box as Box;
  } finally {
    await session.detach();
  }
}

/** Presses the tab at the page's edge, as a person would: once it is there. */
export async function pressTab(page: Page): Promise<void> {
  const { x, y, width, height } = await boxOf(page, 'tab');
  await page.mouse.click(x + width / 4, y + height / 4);
}
