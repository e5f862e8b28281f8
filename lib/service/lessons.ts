import { browser } from 'wxt/browser';
import { Teaching } from '../model/teaching';
import { tellPanels, tellTab } from './tell';

/** Of a tab; gone with the browser at the latest. */
const PREFIX = 'lesson:';
const name = (tab: number) => `${PREFIX}${tab}`;
let turn: Promise<unknown> = Promise.resolve();

export async function readLesson(tab: number): Promise<Teaching | null> {
  const read = Teaching.safeParse((await browser.storage.session.get(name(tab)))[name(tab)]);
  return read.success ? read.data : null;
}

/** Begins a lesson, in the place of one that runs in the tab. */
export async function keepLesson(tab: number, teaching: Teaching): Promise<void> {
  await browser.storage.session.set({ [name(tab)]: teaching });
}

/** Ends a lesson: nothing of what was seen stays. */
export async function dropLesson(tab: number): Promise<void> {
  await browser.storage.session.remove(name(tab));
}

/** Ends the lessons on desks other than these, and takes them off their pages. */
export async function endLessonsElsewhere(origins: readonly string[]): Promise<void> {
  const stored = await browser.storage.session.get(null);
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(PREFIX)) continue;
    const tab = Number(key.slice(PREFIX.length));
    const { data } = Teaching.safeParse(value);
    if (data && origins.includes(data.lesson.origin)) continue;
    await dropLesson(tab);
    await tellTab(tab, { tell: 'teach', order: { do: 'end' } });
  }
}

/** Changes a lesson, one change after the other; its frame is told. Null where none runs. */
export function changeLesson(tab: number, change: (teaching: Teaching) => Teaching): Promise<Teaching | null> {
  const next = turn.then(async () => {
    const before = await readLesson(tab);
    if (!before) return null;
    const changed = Teaching.parse(change(before));
    await keepLesson(tab, changed);
    if (changed.nonce) void tellPanels({ news: 'lesson', nonce: changed.nonce });
    return changed;
  });
  turn = next.catch(() => undefined);
  return next;
}
